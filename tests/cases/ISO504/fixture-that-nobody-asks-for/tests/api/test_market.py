from shop.till import open_till


def test_market(market, language):
    assert open_till() == (market, language)
