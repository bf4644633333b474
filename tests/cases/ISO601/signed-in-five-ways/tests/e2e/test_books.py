import httpx

from tests.people import CAROL, as_bob
from tests.readers import ReadingClient, ReadingTest


def test_by_fixture(reader):
    assert reader.get("/books").json() == []


def test_by_a_helper_two_files_away():
    assert httpx.get("http://localhost/books", headers=as_bob()).json() == []


def test_by_a_variable():
    assert httpx.get("http://localhost/books", headers=CAROL).json() == []


def test_by_a_client_of_its_own():
    with ReadingClient("erin") as client:
        assert client.get("/books").json() == []


class TestByItsBase(ReadingTest):
    def test_books(self):
        assert self.http.get("/books").json() == []
