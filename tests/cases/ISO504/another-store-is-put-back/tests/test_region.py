import os
import unittest

from shop.region import region
from shop.settings import settings


class RegionTest(unittest.TestCase):
    def setUp(self):
        self.before = settings.all()
        for key in ("SHOP_REGION", "SHOP_ZONE"):
            os.environ.pop(key, None)  # expect: ISO504

    def tearDown(self):
        settings.replace(self.before)

    def test_region_is_unknown(self):
        self.assertIsNone(region())
