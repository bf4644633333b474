START = 3


class Prices:
    BASE = 2

    def changed(self, by, known=[BASE]):  # expect: ISO110
        known.append(by)
        return known


def raised(by, START=START, known=[START]):  # expect: ISO110
    known.append(by * START)
    return known

