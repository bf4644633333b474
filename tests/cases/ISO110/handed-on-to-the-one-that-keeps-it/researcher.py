class Report:
    def __init__(self, query, domains=None):
        self.query = query
        self.domains = domains


def shorten(domains):
    return [d[:3] for d in domains]


def run(query, domains=[]):  # expect: ISO110
    return Report(query, domains=domains)


def names(domains=[]):
    return shorten(domains)
