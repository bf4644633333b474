"""Attributes that fixtures, decorators, frameworks and guards answer for."""

import pytest
from django.test import TestCase
from somewhere import CompanyCase

from conftest import choices, numbered


@pytest.mark.usefixtures("server")
class TestServer:
    def test_is_up(self):
        assert self.server and self.port


@numbered
class TestNumbered:
    def test_number(self):
        assert self.number == 7


@choices(colour=["red", "blue"])
class TestColours:
    def test_colour(self):
        assert self.colour


class TestCompany(CompanyCase):
    def test_company(self):
        assert self.company_client


class Shop(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.owner = "ada"

    def test_client(self):
        assert self.client.get("/").status_code == 200 and self.owner


class TestGuarded:
    def test_asks_first(self):
        if hasattr(self, "session"):
            self.session.close()
        assert getattr(self, "mode", None) is None

    def test_catches(self):
        try:
            self.missing.close()
        except AttributeError:
            pass


class TestDynamic:
    def setup_method(self):
        self.__dict__.update(a=1, b=2)

    def test_dynamic(self):
        assert self.a + self.b == 3


class TestLazy:
    def __getattr__(self, name):
        return name

    def test_lazy(self):
        assert self.anything
