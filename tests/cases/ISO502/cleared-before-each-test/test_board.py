import unittest.mock

import pytest


@pytest.fixture(scope="class")
def board():
    return unittest.mock.Mock()


class TestBoard:
    @pytest.fixture(autouse=True)
    def blank(self, board):
        yield
        board.reset_mock(return_value=True)

    def test_written(self, board):
        board.text.return_value = "hi"
        assert board.text() == "hi"

    def test_blank(self, board):
        assert board.text() != "hi"
