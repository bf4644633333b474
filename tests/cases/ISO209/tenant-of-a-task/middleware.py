from django.db import connection


class TenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        connection.set_schema_to_public()
        connection.set_tenant(request.headers["X-Tenant"])
        return self.get_response(request)
