from shop import lamp


def test_evening():
    lamp.lit = True  # expect: ISO505
    try:
        assert lamp.lit
    finally:
        lamp.close_for_good()
