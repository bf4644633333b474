from tornado.web import RequestHandler

words = []


def suggest(word):
    suggest.asked["last"] = word  # expect: ISO103
    return suggest.asked


suggest.asked = {}


class Search(RequestHandler):
    def get(self):
        words.append(self.get_argument("q"))  # expect: ISO103
        self.write({"words": words, "last": suggest(self.get_argument("q"))})
