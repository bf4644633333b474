from django.core.cache import cache
from django.http import JsonResponse
from django.views import View

from reports import report_of, summary_of


class Report(View):
    def get(self, request, number):
        key = f"report:{number}"
        found = cache.get(key)
        if found is None:
            found = report_of(request.user, number)
            cache.set(key, found, 60)  # expect: ISO108
        return JsonResponse(found)


class Dashboard(View):
    def get(self, request):
        found = cache.get("dashboard")
        if found is None:
            found = summary_of(request.user)
            cache.set("dashboard", found, 60)  # expect: ISO108
        return JsonResponse(found)


class Mine(View):
    def get(self, request, number):
        key = f"report:{request.user.pk}:{number}"
        found = cache.get(key)
        if found is None:
            found = report_of(request.user, number)
            cache.set(key, found, 60)
        return JsonResponse(found)


class News(View):
    def get(self, request, number):
        found = cache.get(number)
        if found is None:
            found = summary_of(number)
            cache.set(number, found, 60)
        return JsonResponse(found)


class Holder(View):
    def post(self, request, number):
        if cache.get(f"lock:{number}"):
            return JsonResponse({}, status=409)
        cache.set(f"lock:{number}", request.user.pk, 60)
        return JsonResponse({"number": number})
