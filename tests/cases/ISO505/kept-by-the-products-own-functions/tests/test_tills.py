from shop import tills
from shop.tills import BOXES, CARTS, Tills, cart, client, currency, get_tills, set_currency, set_spare, spare


class Printer:
    pass


def test_ready_with_a_printer():
    get_tills().use_printer(Printer())  # expect: ISO505
    assert get_tills().is_ready()


def test_ready_without():
    assert not get_tills().is_ready()


def test_fee():
    shared = get_tills()
    shared.accept("visa", 2)  # expect: ISO505
    assert shared.fee("visa") == 2


def test_no_fee():
    assert get_tills().fee("visa") is None


def test_visitor():
    tills.get_tills().visit("ann")  # expect: ISO505
    assert tills.get_tills().visitors()


def test_no_visitor():
    assert get_tills().visitors() == []


def test_crowns():
    set_currency("NOK")  # expect: ISO505
    assert currency() == "NOK"


def test_euros():
    assert currency() == "EUR"


def test_full_cart():
    CARTS["ann"] = ["tea"]  # expect: ISO505
    assert cart("ann")


def test_empty_cart():
    assert cart("ann") is None


def test_spare():
    other = Tills()
    set_spare(other)  # expect: ISO505
    assert spare() is other


def test_spare_is_empty():
    assert not spare().is_ready()


def test_full_box():
    BOXES["ann"] = ["tea"]
    assert client()


def test_box_of_another():
    assert client().BOXES["ann"]
