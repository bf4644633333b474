from django.contrib import admin


class OrderAdmin(admin.ModelAdmin):
    def get_queryset(self, request):
        self.request = request  # expect: ISO106
        return super().get_queryset(request)

    def get_list_display(self, request):
        if self.request.user.is_staff:
            return ["number", "owner"]
        return ["number"]
