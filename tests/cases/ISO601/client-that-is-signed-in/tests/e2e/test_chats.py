from tests.http import Carol


def test_chats_of_alice(alice):
    assert alice.get("/chats").json() == []


def test_chats_of_bob(bob):
    assert bob.get("/chats").json() == []


class TestChats(Carol):
    def test_chats_of_carol(self):
        assert self.http.get("/chats").json() == []
