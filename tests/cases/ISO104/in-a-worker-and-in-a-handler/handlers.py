from tornado.web import RequestHandler

page = None


class Page(RequestHandler):
    def post(self):
        global page
        page = self.get_body_argument("page")  # expect: ISO104

    def get(self):
        self.write(page)
