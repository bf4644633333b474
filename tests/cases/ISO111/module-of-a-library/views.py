from django.http import JsonResponse
from django.views import View
from setup_search import find, use


class Search(View):
    def get(self, request):
        use(request.GET["index"])
        return JsonResponse(find(request.GET["q"]))
