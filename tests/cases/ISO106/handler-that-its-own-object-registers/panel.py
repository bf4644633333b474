from flask import Flask, request


class Panel:
    def __init__(self, store):
        self.store = store
        self.section = None
        self.app = Flask(__name__)
        self.app.add_url_rule("/settings/<name>", view_func=self.settings)
        self.app.add_url_rule("/form", view_func=self.form)

    def settings(self, name):
        self.section = name  # expect: ISO106
        return self._page()

    def form(self):
        section = request.form["section"]
        return self.store.load(section)

    def _page(self):
        return self.store.load(self.section)
