from tests import headers

SWISS = headers.of("de-CH")


def in_english():
    return headers.of("en")
