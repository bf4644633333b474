from contextvars import ContextVar

from django.utils.deprecation import MiddlewareMixin

current = ContextVar("request")


class Remember(MiddlewareMixin):
    request = None
    user_id = None
    agent = None
    _request = None

    def process_request(self, request):
        Remember.request = request  # expect: ISO107
        Remember.user_id = request.user.id  # expect: ISO107
        Remember.agent = request.META["HTTP_USER_AGENT"]
        Remember._request = request
        current.set(request)
        request.seen = True
