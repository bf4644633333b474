import httpx
from clients import alice
from somewhere import become

client = httpx.Client(auth=("alice", "sesame"))
plain = httpx.Client()


def test_given_to_the_client():
    assert client.get("http://localhost/orders").is_success


def test_client_of_another_module():
    assert alice.get("http://localhost/orders").ok


def test_prepared_by_somebody_unknown():
    own = httpx.Client()
    become(own, "alice")
    assert own.get("http://localhost/orders").is_success


def test_of_nobody():
    assert plain.get("http://localhost/orders").is_success  # expect: ISO601
