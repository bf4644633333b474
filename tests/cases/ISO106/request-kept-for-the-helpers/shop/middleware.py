from django.utils.deprecation import MiddlewareMixin
from shop.audit import auditor


class AuditMiddleware(MiddlewareMixin):
    def process_request(self, request):
        auditor.begin(request)
