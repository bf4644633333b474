# isolint: ignore-file[ISO202] no sessions are made here any more  # expect: ISO002

import decimal  # noqa: ISO101, E402  # expect: ISO002

RATES = [
    decimal.Decimal("0.07"),  # keep this first  # isolint: ignore[ISO103] read only  # expect: ISO002
    # isolint: ignore[ISO103]  # expect: ISO002
    decimal.Decimal("0.19"),
]


def total(prices):
    # What a customer pays.
    # noqa: ISO104  # expect: ISO002
    # Taxes are in it.

    # isolint: ignore[ISO105] there was a cache  # expect: ISO002

    return sum(prices, decimal.Decimal())  # type: ignore[no-any-return]  # noqa:ISO106  # expect: ISO002


def rates():  # isolint: ignore[ISO103, mutable-global-written]  # expect: ISO002
    return [*RATES]  # isolint: ignore[ISO103]  # pragma: no cover  # expect: ISO002
