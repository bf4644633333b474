class UserService:
    def __init__(self):
        self.session = None
        self.user_id = None

    def open(self, session, user_id):
        self.session = session
        self.user_id = user_id

    def load(self):
        return self.session.get(object, self.user_id)


if __name__ == "__main__":
    shell = UserService()
    shell.open(None, "root")
