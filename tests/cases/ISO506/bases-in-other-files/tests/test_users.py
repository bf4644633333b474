from suite.bases import Clocked, Forgetful, UserBase


class TestUser(Clocked, UserBase):
    def setup_method(self):
        super().setup_method()
        self.clock = Clock()

    def test_both_are_there(self):
        assert self.service and self.user and self.now()


class TestForgotten(Forgetful):
    def test_the_nearest_hook_hides_the_other(self):
        assert self.user == "bob"
        assert self.service  # expect: ISO506


class TestWithoutUp(UserBase):
    def setup_method(self):
        self.own = 1

    def test_own(self):
        assert self.own
        assert self.user  # expect: ISO506


class Clock:
    def time(self):
        return 1
