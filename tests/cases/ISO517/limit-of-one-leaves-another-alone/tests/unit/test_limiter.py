def test_throttling_counts(limiter):
    assert limiter.count == 0
