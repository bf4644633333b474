class Json:
    extra = None
    headers = None
    params = None
    words = ["a"]

    def context(self, **values):
        context = self.extra or {}
        context.update(values)  # expect: ISO107
        return context

    def head(self, kind):
        headers = getattr(self, "headers", None) or {}
        headers["Content-Type"] = kind  # expect: ISO107
        return headers

    def query(self, page):
        params = self.params if self.params is not None else {}
        params["page"] = page  # expect: ISO107
        return params

    def listed(self, word):
        words = self.words
        words.append(word)  # expect: ISO107
        return words


class Copied:
    extra = None
    headers = None
    params = None
    words = ["a"]
    options = None

    def context(self, **values):
        context = {**(self.extra or {})}
        context.update(values)
        return context

    def head(self, kind):
        headers = dict(self.headers or {})
        headers["Content-Type"] = kind
        return headers

    def query(self, page):
        params = (self.params or {}).copy()
        params["page"] = page
        return params | {"page": page}

    def listed(self, word):
        words = self.words.copy()
        words.append(word)
        more = self.words[:]
        more.append(word)
        return words + more

    def chosen(self, option):
        options = self.options
        if options:
            options = dict(options)
        else:
            options = {}
        options["option"] = option
        return options


class Given:
    extra = None

    def __init__(self, extra):
        self.extra = extra

    def context(self, **values):
        context = self.extra or {}
        context.update(values)
        return context
