class Report:
    def __init__(self, query, urls: list = [], domains=[]):
        self.query = query
        self.urls = urls
        self.domains = domains

    def shown(self):
        return [*self.urls, *self.domains]


def load(path, fallback={}):
    if path:
        return path.read()
    return fallback


def run(query, path, domains=[]):
    report = Report(query, domains=domains)
    other = {**load(path)}
    other["query"] = report.shown()
    return other
