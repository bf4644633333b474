from shop import paths


def test_home():
    paths.home = lambda: "/elsewhere"  # expect: ISO505
    assert paths.both()


def test_cache():
    paths.cache = lambda: "/elsewhere"
    assert paths.both()
