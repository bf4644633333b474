from shop.tenancy import set_tenant


class TenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        set_tenant(request.headers["X-Tenant"])
        return self.get_response(request)
