import uuid
from threading import local

from tracing import thread_local

_state = local()


def remember(user):
    setattr(_state, "user", user)  # expect: ISO402


class CurrentUserMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        remember(request.user)
        _state.trace = request.headers.get("X-Trace")
        _state.caller = request  # expect: ISO402
        return self.get_response(request)


class CurrentTenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        _state.tenant = request.headers["X-Tenant"]
        try:
            return self.get_response(request)
        finally:
            del _state.tenant


class TicketMiddleware(object):
    def process_request(self, request):
        _state.request = request  # expect: ISO402
        thread_local.ticket = uuid.uuid4().hex + request.path


class PageMiddleware(object):
    def process_request(self, request):
        _state.page = request

    def process_response(self, request, response):
        if hasattr(_state, "page"):
            del _state.page
        return response


class Downloads:
    def process_request(self, request):
        self.last = request.url
        return self.last


class CountingMiddleware:
    def process_request(self, request, spider):
        _state.address = request
