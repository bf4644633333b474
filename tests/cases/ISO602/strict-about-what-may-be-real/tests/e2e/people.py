class People:
    def alice(self):
        return {"name": "alice", "access_token": "test-token-of-alice"}  # expect: ISO602

    def bob(self):
        return {"name": "bob", "access_token": self.issue("bob")}
