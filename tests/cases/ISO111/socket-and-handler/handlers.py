from pagelib import Page
from tornado.web import RequestHandler


class Show(RequestHandler):
    def get(self):
        Page.title = self.get_argument("title")  # expect: ISO111
        self.write(Page().render(Page.title))
