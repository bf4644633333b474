import httpx


def test_front_page():
    assert "<html" in httpx.get("http://localhost:3000").text
    assert httpx.get("http://localhost:3000/").is_success


def test_browsers_ask_first():
    assert httpx.options("http://localhost/books", headers={"Origin": "http://localhost:3000"}).is_success


def test_nothing_there():
    assert httpx.get("http://localhost/nonexistent").status_code == 404


def test_front_page_is_read_only():
    assert httpx.post("http://localhost").is_success  # expect: ISO601
