from flask import Flask, request


class Search:
    def __init__(self, index):
        self.index = index

    def __call__(self):
        self.query = request.args["q"]  # expect: ISO106
        return self.answer()

    def answer(self):
        return self.index.find(self.query)


def create_app(index):
    app = Flask(__name__)
    app.add_url_rule("/search", view_func=Search(index))
    return app
