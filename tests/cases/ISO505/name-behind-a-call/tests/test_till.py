from shop.till import CARTS, client


def test_full():
    CARTS["ann"] = ["tea"]
    assert client()


def test_other():
    assert client().CARTS["ann"]
