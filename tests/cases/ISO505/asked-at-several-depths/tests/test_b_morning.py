from shop import lamp


def test_morning():
    lamp.lit = True
    try:
        assert lamp.lit
    finally:
        lamp.leave()
