from shop import rates


def test_rate():
    fetch = rates.fetch
    rates.fetch = lambda unit: 2  # expect: ISO505
    assert rates.rate("NOK") == 2
    rates.fetch = fetch
