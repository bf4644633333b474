from suite import base

Base = base.UserBase


class TestUser(Base):
    def test_user(self):
        assert self.user
