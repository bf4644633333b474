from shop.menu import serve

MENU = {"tea": 3, "coffee": 4}  # expect: ISO503
GUESTS = ["alice", "bob"]


def test_without_tea():
    del MENU["tea"]
    assert serve(MENU, GUESTS)


def test_tea():
    assert MENU["tea"] == 3


def test_one_more_guest():
    GUESTS.append("carol")
    assert serve(MENU, GUESTS)
    GUESTS.remove("carol")


def test_guests():
    assert len(GUESTS) == 2
