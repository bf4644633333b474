from flask import Flask, request
from flask.views import MethodView

app = Flask(__name__)


class Search(MethodView):
    init_every_request = True

    def get(self):
        self.query = request.args["q"]
        return self.results()

    def results(self):
        return {"query": self.query}


app.add_url_rule("/search", view_func=Search.as_view("search"))
