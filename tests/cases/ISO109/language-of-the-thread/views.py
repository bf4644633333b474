from django.http import HttpResponse
from django.urls import path
from django.utils import timezone, translation


def invoice(request):
    with translation.override(request.user.language):
        return HttpResponse(render())


def letter(request):
    before = translation.get_language()
    translation.activate(request.user.language)
    try:
        return HttpResponse(render())
    finally:
        translation.activate(before)


def calendar(request):
    timezone.activate(request.user.zone)  # expect: ISO109
    return HttpResponse(render())


def render():
    return translation.gettext("hello")


urlpatterns = [path("invoice", invoice), path("letter", letter), path("calendar", calendar)]
