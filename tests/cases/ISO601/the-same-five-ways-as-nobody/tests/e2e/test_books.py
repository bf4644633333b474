import httpx

from tests.people import SWISS, in_english
from tests.readers import ReadingClient, ReadingTest


def test_by_fixture(reader):
    assert reader.get("/books").json() == []  # expect: ISO601


def test_by_a_helper_two_files_away():
    assert httpx.get("http://localhost/books", headers=in_english()).json() == []  # expect: ISO601


def test_by_a_variable():
    assert httpx.get("http://localhost/books", headers=SWISS).json() == []  # expect: ISO601


def test_by_a_client_of_its_own():
    with ReadingClient("suite") as client:
        assert client.get("/books").json() == []  # expect: ISO601


class TestByItsBase(ReadingTest):
    def test_books(self):
        assert self.http.get("/books").json() == []  # expect: ISO601
