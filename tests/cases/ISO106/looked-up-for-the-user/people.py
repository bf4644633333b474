from tornado import web

from rows import find


class Base(web.RequestHandler):
    @property
    def people(self):
        return self.settings.setdefault("people", {})

    @property
    def rooms(self):
        return self.settings.setdefault("rooms", {})

    def of_row(self, db_user):
        return self.people[db_user]

    def find_user(self, name):
        return self.of_row(find(name))

    def find_room(self, name):
        return self.rooms[name]


class Login(Base):
    def post(self):
        person = self.find_user(self.get_argument("username"))
        person.admin = self.get_argument("admin")
        room = self.find_room(self.get_argument("room"))
        room.topic = self.get_argument("topic")  # expect: ISO106
        self.write({"admin": person.admin, "topic": room.topic})


app = web.Application([("/login", Login)])
