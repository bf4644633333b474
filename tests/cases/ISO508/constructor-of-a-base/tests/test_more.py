from suite.base import UserBase


class TestInherited(UserBase):
    def test_user(self):
        assert self.user
