class FakeMail:
    def sign_in(self):
        return {"access_token": "fake-mail-token"}
