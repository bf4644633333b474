from shelves import DESK


def test_lend():
    DESK.hand_out("Emma")
    assert DESK.loans


def test_nothing_lent():
    assert DESK.loans == []
