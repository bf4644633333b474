import unittest

from shop.limits import allowed

SETTINGS = {"rate": 10}
MODE = "open"


class SettingsTest(unittest.TestCase):
    databases = {"default"}

    def test_none(self):
        before = SETTINGS["rate"]
        SETTINGS["rate"] = 0
        try:
            assert not allowed(SETTINGS)
        finally:
            SETTINGS["rate"] = before

    def test_all_of_it(self):
        before = SETTINGS.copy()
        self.addCleanup(SETTINGS.update, before)
        SETTINGS["rate"] = 20
        assert allowed(SETTINGS)

    def test_closed(self):
        global MODE
        before = MODE
        MODE = "closed"
        assert not allowed({"mode": MODE})
        MODE = before

    def test_databases(self):
        self.addCleanup(setattr, SettingsTest, "databases", self.databases)
        SettingsTest.databases = {"other"}
        assert allowed(self.databases)

    def test_patched(self):
        with unittest.mock.patch.dict(SETTINGS, rate=0):
            assert not allowed(SETTINGS)

    def test_open(self):
        assert allowed(SETTINGS)
        assert MODE == "open"
        assert self.databases == {"default"}
