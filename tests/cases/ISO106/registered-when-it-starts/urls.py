from django.shortcuts import render
from django.urls import path


class Orders:
    def __call__(self, request):
        self.request = request  # expect: ISO106
        return self.page()

    def page(self):
        return render(self.request, "orders.html")


class Invoices:
    def __call__(self, request):
        self.request = request
        return render(self.request, "invoices.html")


urlpatterns = [path("orders/", Orders()), path("invoices/", lambda request: Invoices()(request))]
