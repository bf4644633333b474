from tests import headers

CAROL = headers.of("carol")


def as_bob():
    return headers.of("bob")
