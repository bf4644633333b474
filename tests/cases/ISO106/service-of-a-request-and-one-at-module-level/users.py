class UserService:
    def __init__(self, session):
        self.session = session
        self.loaded = []
        self.last = None

    def load(self, user_id):
        self.last = user_id
        self.loaded.append(user_id)
        return self.session.get(object, self.last), self.loaded
