import pytest


class Postbox:
    def __init__(self):
        self.letters = []

    def deliver(self, letter):
        self.letters.append(letter)


@pytest.fixture(scope="session")
def postbox():  # expect: ISO502
    return Postbox()


def test_a_letter_arrives(postbox):
    postbox.deliver("hello")
    assert "hello" in postbox.letters


def test_no_letters(postbox):
    assert not postbox.letters
