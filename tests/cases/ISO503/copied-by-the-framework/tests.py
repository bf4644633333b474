from django.test import TestCase

from shop.models import User


class UserTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = User.objects.create(name="alice")

    def test_rename(self):
        self.user.name = "bob"
        self.user.save()

    def test_name(self):
        self.assertEqual(self.user.name, "alice")
