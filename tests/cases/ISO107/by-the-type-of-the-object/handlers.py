from tornado.web import RequestHandler


class Search(RequestHandler):
    last = ""
    words = []
    user = None

    def get(self):
        type(self).last = self.get_argument("q")  # expect: ISO107
        self.__class__.user = self.current_user  # expect: ISO107
        Search.words.append(self.get_argument("q"))  # expect: ISO107
        self.write({"last": self.last, "words": self.words, "user": self.user})
