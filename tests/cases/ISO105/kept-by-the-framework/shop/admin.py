from django.contrib import admin


class OrderAdmin(admin.ModelAdmin):  # expect: ISO105
    seen = None

    def __init__(self, *args):
        super().__init__(*args)
        self.opened = []

    def change_view(self, request, object_id, **kwargs):
        self.opened.append(request.path)
        return super().change_view(request, object_id, extra_context={"opened": self.opened})
