from tests.signing import signed


def as_alice():
    return signed("alice")
