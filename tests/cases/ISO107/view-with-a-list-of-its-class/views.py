from django.http import JsonResponse
from django.views import View


class Search(View):
    results = []
    filters = {}

    def get(self, request):
        self.results.append(request.GET["q"])  # expect: ISO107
        self.filters.update(city=request.GET["city"])  # expect: ISO107
        return JsonResponse({"results": self.results, "filters": self.filters})
