import bottle
import cherrypy

shop = bottle.Bottle()


class Kept:
    word = ""


kept = Kept()


@shop.get("/find")
def find():
    kept.word = bottle.request.query.word  # expect: ISO106
    bottle.request.word = bottle.request.query.word
    return kept.word


class Root:
    def __init__(self):
        self.word = ""

    @cherrypy.expose
    def index(self, word):
        self.word = word  # expect: ISO106
        cherrypy.session["word"] = word
        return self.word


cherrypy.quickstart(Root())
