from django.contrib import admin
from django.views.generic import View

LAST = {}
SEEN = {}


class Remembers:
    """No view by itself: it becomes one below."""

    def get(self, request):
        LAST["form"] = request.POST  # expect: ISO103
        return LAST["form"]

    def post(self, request):
        SEEN["user"] = request.user
        return SEEN["user"]

    def describe(self, request):
        SEEN["who"] = request.user


class Profile(Remembers, View):
    template = "profile.html"

    def post(self, request):
        return request.user.name


class Report:
    """Of the same form, and nobody makes a view of it."""

    def get(self, request):
        SEEN["report"] = request


class Kept:
    def save_model(self, request, obj, form, change):
        self.editor = request.user  # expect: ISO106
        obj.save()

    def log_change(self, request, obj, message):
        return self.editor


class ShopAdmin(Kept, admin.ModelAdmin):
    pass


class Each:
    def put(self, request):
        self.user = request.user
        return self.user


class Account(Each, View):
    pass
