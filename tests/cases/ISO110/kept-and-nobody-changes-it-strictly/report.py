class Report:
    def __init__(self, query, urls: list = [], domains=[]):  # expect: ISO110
        self.query = query
        self.urls = urls
        self.domains = domains

    def shown(self):
        return [*self.urls, *self.domains]


def load(path, fallback={}):  # expect: ISO110
    if path:
        return path.read()
    return fallback


def run(query, path, domains=[]):  # expect: ISO110
    report = Report(query, domains=domains)
    other = {**load(path)}
    other["query"] = report.shown()
    return other
