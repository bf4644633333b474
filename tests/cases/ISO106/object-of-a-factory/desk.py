from flask import Flask, request


class Desk:
    def __init__(self, rooms):
        self.rooms = rooms
        self.visitor = None

    def welcome(self, visitor):
        self.visitor = visitor  # expect: ISO106

    def badge(self):
        return f"{self.visitor}, {self.rooms}"


class Form:
    def __init__(self):
        self.fields = None

    def fill(self, fields):
        self.fields = fields

    def show(self):
        return self.fields


def create_app(rooms):
    app = Flask(__name__)
    desk = Desk(rooms)

    @app.post("/visit")
    def visit():
        desk.welcome(request.form["name"])
        form = Form()
        form.fill(request.form)
        return desk.badge() + form.show()

    return app
