import os

from shop.language import Language


class TestLanguage:
    def setup_method(self):
        self.before = os.environ.get("SHOP_LANGUAGE", "")
        os.environ["SHOP_LANGUAGE"] = "nb"
        self.language = Language()

    def teardown_method(self):
        os.environ["SHOP_LANGUAGE"] = self.before

    def test_name(self):
        assert self.language.name == "nb"
