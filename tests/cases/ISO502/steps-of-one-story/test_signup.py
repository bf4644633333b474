import pytest


@pytest.mark.incremental
class TestSignup:
    @pytest.fixture(scope="class")
    def story(self):
        return {}

    def test_sign_up(self, story):
        story["name"] = "alice"

    def test_sign_in(self, story):
        assert story["name"] == "alice"
