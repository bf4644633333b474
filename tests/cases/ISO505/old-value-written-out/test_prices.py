import prices
from prices import Till


def test_rounds_down():
    Till.rounding = "down"  # expect: ISO505
    assert prices.total([1, 2]) == (3, "down")
    Till.rounding = "up"


def test_rounds_both_ways():
    Till.rounding = "down"  # expect: ISO505
    assert prices.total([1]) == (1, "down")
    Till.rounding = "even"
    assert prices.total([1]) == (1, "even")
