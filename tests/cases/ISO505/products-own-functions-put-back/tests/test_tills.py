import unittest

from shop import tills
from shop.tills import CARTS, Tills, cart, close_spare, currency, get_tills, set_currency, set_spare, spare


class Printer:
    pass


def test_own_tills():
    own = Tills()
    own.use_printer(Printer())
    own.accept("visa", 2)
    assert own.is_ready()


def test_shared_tills(cleared):
    cleared.use_printer(Printer())
    get_tills().accept("visa", 2)
    assert cleared.is_ready()


def test_ready_without():
    assert not get_tills().is_ready()
    assert get_tills().fee("visa") is None


def test_another_card_is_asked_for():
    get_tills().accept("master", 1)
    assert get_tills().fee("master") == 1


def test_nobody_looks():
    get_tills().visit("ann")


def test_in_crowns(crowns):
    assert currency() == "NOK"


def test_by_hand():
    before = currency()
    set_currency("NOK")
    try:
        assert currency() == "NOK"
    finally:
        set_currency(before)


def test_what_it_begins_with():
    set_currency("EUR")
    assert currency() == "EUR"


def test_full_cart(kept_carts):
    CARTS["ann"] = ["tea"]
    assert cart("ann")


def test_cart_emptied_by_hand():
    CARTS["ben"] = ["tea"]
    assert cart("ben")
    del CARTS["ben"]


def test_no_cart():
    assert cart("ann") is None and cart("ben") is None


def test_another_one(monkeypatch):
    monkeypatch.setattr(tills, "_tills", Tills())
    get_tills().use_printer(Printer())
    assert get_tills().is_ready()


def test_signed_in():
    tills.sign_in("ann")
    assert tills.signed_in() == "ann"


def test_nobody():
    assert tills.signed_in() is None


class SpareCase(unittest.TestCase):
    def tearDown(self):
        close_spare()

    def test_other(self):
        other = Tills()
        set_spare(other)
        assert spare() is other

    def test_made(self):
        assert not spare().is_ready()
