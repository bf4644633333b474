from django.http import HttpResponse
from django.views import View
from shop.tenancy import get_tenant


class Home(View):
    def get(self, request):
        return HttpResponse(get_tenant())
