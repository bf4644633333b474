from shop.market import currency

from tests.conftest import leave_market, use_market


def test_currency_of_norway():
    use_market("no")
    assert currency() == "NOK"


def test_currency_of_denmark():
    use_market("dk")
    try:
        assert currency() == "DKK"
    finally:
        leave_market()
