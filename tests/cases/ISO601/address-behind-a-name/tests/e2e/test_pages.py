import httpx

HEALTH = "http://localhost/health"
PROBES = {"live": "http://localhost/livez", "docs": "http://localhost/docs"}
CHATS = "http://localhost/chats"


def test_constant():
    assert httpx.get(HEALTH).is_success


def test_loop():
    for name, address in PROBES.items():
        assert httpx.get(address).is_success, name


class TestPages:
    address = "http://localhost/openapi.json"

    def setup_method(self):
        self.ready = "http://localhost/ready"

    def test_class_attribute(self):
        assert httpx.get(self.address).is_success

    def test_attribute_of_a_hook(self):
        assert httpx.get(self.ready).is_success


def test_private_page():
    assert httpx.get(CHATS).is_success  # expect: ISO601
