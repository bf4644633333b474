from django.db import connection
from django.http import JsonResponse
from django.urls import path


def orders(request):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE %s", [request.user.role])  # expect: ISO209
        cursor.execute("SELECT * FROM orders")
        return JsonResponse({"orders": cursor.fetchall()})


urlpatterns = [path("orders", orders)]
