from tornado.websocket import WebSocketHandler


class Chat(WebSocketHandler):  # expect: ISO301
    waiters = set()

    def open(self):
        Chat.waiters.add(self)

    def on_close(self):
        Chat.waiters.remove(self)

    def on_message(self, message):
        for waiter in self.waiters:
            waiter.write_message(message)


class Desk(WebSocketHandler):
    by_user = {}

    def open(self, user_id):
        Desk.by_user[user_id] = self

    def on_close(self):
        Desk.by_user.pop(self.current_user.id, None)

    def on_message(self, message):
        Desk.by_user[self.current_user.id].write_message(message)
