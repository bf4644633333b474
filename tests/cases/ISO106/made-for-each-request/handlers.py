from tornado.web import RequestHandler


class Search(RequestHandler):
    def prepare(self):
        self.query = self.get_argument("q")
        self.words = []

    def get(self):
        self.words.append(self.query)
        self.write({"words": self.words})
