from shop import checkout


def test_a_refused_card(payments):
    payments.charge.return_value = "refused"
    assert checkout(payments, 10) == "refused"


def test_a_good_card(payments):
    assert checkout(payments, 10) == "paid"
