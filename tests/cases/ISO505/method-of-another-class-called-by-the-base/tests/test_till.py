from shop.till import CARTS, BAGS, Quiet, Tidy, TidyBags, bag, cart


def test_full():
    CARTS["ann"] = ["tea"]
    assert cart("ann")


def test_empty():
    Quiet().end()
    Tidy().end()
    assert cart("ann") is None


def test_full_bag():
    BAGS["ann"] = ["tea"]  # expect: ISO505
    assert bag("ann")


def test_empty_bag():
    Tidy().end()
    assert bag("ann") is None
