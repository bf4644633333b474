import pytest


@pytest.fixture
def stamp():
    return 1


def test_letter_crosses_the_border(letter):
    assert letter


class TestParcels:
    @pytest.fixture
    def client(self, stamp):
        return [stamp]

    def test_parcel_has_a_stamp_only(self, client):
        assert client

    def test_letter_takes_the_client_of_the_class(self, letter):
        assert letter


class TestExpress:
    @pytest.fixture
    def client(self, client, stamp):
        return [client, stamp]

    def test_express_has_all(self, client):
        assert client

    class TestAtNight:
        @pytest.fixture
        def stamp(self, moon):
            return moon

        @pytest.fixture
        def moon(self):
            return 2

        def test_stamp_of_the_night(self, client):
            assert client
