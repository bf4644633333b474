from django.http import HttpRequest, JsonResponse
from django.urls import path

pages = {}


def page(request: HttpRequest, number):
    pages[request.user.id] = number
    return JsonResponse({"last": pages[request.user.id]})


urlpatterns = [path("pages/<int:number>", page)]
