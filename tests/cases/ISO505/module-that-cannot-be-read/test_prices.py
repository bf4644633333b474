import prices


def test_rounds_down():
    prices.rounding = "down"  # expect: ISO505
    assert prices.rounding == "down"
