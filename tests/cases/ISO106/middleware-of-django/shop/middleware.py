class TenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.tenant = None

    def __call__(self, request):
        self.tenant = request.headers["X-Tenant"]  # expect: ISO106
        response = self.get_response(request)
        response["X-Served"] = self.tenant
        return response

    def process_view(self, request, view, args, kwargs):
        self.view_user = request.user  # expect: ISO106

    def process_template_response(self, request, response):
        response.context_data["user"] = self.view_user
        return response
