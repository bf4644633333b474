from django.utils import timezone


class ZoneMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = request.session.get("zone")
        if name:
            timezone.activate(name)
        else:
            timezone.deactivate()
        return self.get_response(request)
