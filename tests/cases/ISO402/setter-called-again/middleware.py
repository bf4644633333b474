from threading import local

from django.core.signals import request_finished

state = local()


def set_user(user):
    state.user = user


def set_tenant(tenant):
    state.tenant = tenant


def set_account(make):
    state.account = make


class UserMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        set_user(request.user)
        try:
            return self.get_response(request)
        finally:
            set_user(None)


class TenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        set_tenant(request.headers["X-Tenant"])
        return self.get_response(request)


class AccountMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = getattr(state, "account", None)
        set_account(request.user.account)
        try:
            return self.get_response(request)
        finally:
            set_account(before)


def forget(sender, **others):
    set_tenant(None)


request_finished.connect(forget)
