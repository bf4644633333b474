class Report:
    def __init__(self, query, urls=[], domains=[]):  # expect: ISO110
        self.query = query
        self.urls = urls
        self.domains = domains


def load(path, fallback={}):  # expect: ISO110
    if path:
        return path.read()
    return fallback


def run(query, found, path):
    report = Report(query)
    report.urls.append(found)
    settings = load(path)
    settings["query"] = query
    return report, settings
