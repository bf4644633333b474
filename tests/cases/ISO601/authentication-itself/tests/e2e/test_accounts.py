import httpx


def test_oauth_redirects():
    assert httpx.get("http://localhost/start").is_redirect


def test_new_account():
    assert httpx.post("http://localhost/auth/register", json={"name": "alice"}).is_success
