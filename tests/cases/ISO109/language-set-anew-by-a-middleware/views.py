from django.http import HttpResponse
from django.urls import path
from django.utils import timezone, translation

MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "django.middleware.locale.LocaleMiddleware"]


class ZoneMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        timezone.activate(request.user.zone)
        return self.get_response(request)


def preferences(request):
    translation.activate(request.POST["language"])
    timezone.activate(request.POST["zone"])
    return HttpResponse(translation.gettext("saved"))


urlpatterns = [path("preferences", preferences)]
