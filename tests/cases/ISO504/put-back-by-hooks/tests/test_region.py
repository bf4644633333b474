import os
import unittest

from shop.region import region

from tests.base import EnvironmentTest


class InheritedTest(EnvironmentTest):
    def test_region(self):
        os.environ["SHOP_REGION"] = "north"
        self.assertEqual(region(), "north")


class OwnTest(unittest.TestCase):
    def setUp(self):
        self.folder = os.getcwd()
        os.environ["SHOP_REGION"] = "south"

    def tearDown(self):
        os.chdir(self.folder)
        del os.environ["SHOP_REGION"]

    def test_region(self):
        os.chdir("/")
        self.assertEqual(region(), "south")


class RegisteredTest(unittest.TestCase):
    def setUp(self):
        self.addCleanup(os.chdir, os.getcwd())
        self.addCleanup(os.environ.update, dict(os.environ))

    def test_region(self):
        os.chdir("/")
        os.environ["SHOP_REGION"] = "east"
        self.assertEqual(region(), "east")


class TestPlain:
    def setup_method(self):
        self.before = os.environ.get("SHOP_REGION", "")
        os.environ["SHOP_REGION"] = "west"

    def teardown_method(self):
        os.environ["SHOP_REGION"] = self.before

    def test_region(self):
        assert region() == "west"
