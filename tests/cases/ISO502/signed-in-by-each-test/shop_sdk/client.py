class Users:
    def __init__(self, client):
        self.client = client

    def login(self, email, password):
        self.client.token = self.client.post("/login", email, password)

    def logout(self):
        self.client.token = None


class Client:
    def __init__(self, base_url):
        self.base_url = base_url
        self.token = None
        self.users = Users(self)

    def sign_in(self, email, password):
        self.token = self.post("/login", email, password)

    def post(self, path, *data):
        return f"{self.base_url}{path}"

    def me(self):
        return self.token
