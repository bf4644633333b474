from django.shortcuts import render
from django.views import View
from shop.audit import auditor


class Orders(View):
    def post(self, request):
        auditor.note("ordered")
        return render(request, "orders.html")
