import unittest
from unittest.mock import patch

import pytest
from fastapi.testclient import TestClient
from shop.main import app, catalogue


@pytest.fixture
def client():
    app.dependency_overrides[catalogue] = lambda: ["table"]  # expect: ISO505
    return TestClient(app)


def test_goods(client):
    assert client.get("/goods").json() == ["table"]


class GoodsTest(unittest.TestCase):
    def setUp(self):
        patcher = patch("shop.main.catalogue")
        self.catalogue = patcher.start()  # expect: ISO505

    def test_catalogue(self):
        self.catalogue.return_value = ["lamp"]
        self.assertTrue(self.catalogue())
