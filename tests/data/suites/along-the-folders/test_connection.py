def test_connection_opens(connection):
    assert connection


def test_nothing_is_needed():
    assert True
