from flask import Flask, request


class Page:
    def __init__(self, query):
        self.query = query

    def answer(self):
        return {"query": self.query}


class Pages:
    """Makes a page for each request."""

    def __call__(self):
        page = Page(request.args["q"])
        page.user = request.headers["x-user"]
        return page.answer()


app = Flask(__name__)
app.add_url_rule("/page", view_func=Pages())
