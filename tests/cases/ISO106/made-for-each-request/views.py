from django.views.generic import ListView


class Orders(ListView):
    def get_queryset(self):
        self.customer = self.request.user
        return self.customer.orders.all()

    def get_context_data(self, **kwargs):
        return super().get_context_data(customer=self.customer, **kwargs)
