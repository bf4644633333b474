import json

import web

urls = ("/orders/(.*)", "Orders", "/menu", "Menu")
orders = []
by_user = {}
seen = []


class Orders:
    def __init__(self):
        self.found = []

    def GET(self, user):
        self.found.append(user)
        web.ctx.order = user
        return json.dumps(orders)

    def POST(self, user):
        orders.append(web.input().item)  # expect: ISO103
        by_user[web.cookies().get("session_id")] = web.data()
        return by_user


class Menu(Orders):
    def GET(self):
        return json.dumps(["tea", *seen])


class Table:
    def get(self, name):
        seen.append(name)
        return seen


def remember(handle):
    seen.append(web.input().word)  # expect: ISO103
    return handle()


app = web.application(urls, globals())
app.add_processor(remember)

if __name__ == "__main__":
    app.run()
