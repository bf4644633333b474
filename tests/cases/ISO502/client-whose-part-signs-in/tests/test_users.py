def test_login(client):
    client.users.login("ann@example.com", "secret")
    assert client.me()


def test_nobody(client):
    assert client.me() is None


def test_sign_in(remote):
    remote.sign_in("ann@example.com", "secret")
    assert remote.me()


def test_still_nobody(remote):
    assert remote.me() is None
