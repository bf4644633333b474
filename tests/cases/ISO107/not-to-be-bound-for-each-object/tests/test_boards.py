from unittest.mock import Mock

from boards import Poll


def test_poll():
    assert not Mock(spec=Poll).vote.called
