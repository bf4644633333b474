from manager import ConnectionManager
from switchboard import Switchboard


def test_same_as_made_by_hand():
    assert Switchboard().for_user("alice").user == ConnectionManager("alice").user
