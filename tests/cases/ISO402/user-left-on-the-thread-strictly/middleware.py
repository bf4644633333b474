import uuid
from contextvars import ContextVar
from threading import local

_state = local()
tenant = ContextVar("tenant", default=None)
place = ContextVar("place", default=None)


class StateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        tenant.set(request.headers["X-Tenant"])  # expect: ISO402
        _state.path = request.path  # expect: ISO402
        _state.request = request  # expect: ISO402
        response = self.get_response(request)
        del _state.request
        return response


class PlaceMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        place.set(request.path)
        return await self.get_response(request)


class TicketMiddleware:
    def process_request(self, request):
        _state.ticket = request.headers.get("X-Ticket", uuid.uuid4().hex)  # expect: ISO402
