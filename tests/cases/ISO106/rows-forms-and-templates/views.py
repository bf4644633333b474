from django.views.generic.edit import CreateView
from forms import OrderForm
from models import Order


class Orders(CreateView):
    form_class = OrderForm

    def form_valid(self, form):
        form.instance.owner = self.request.user
        self.object = form.save()
        order = Order.objects.get(pk=self.kwargs["pk"])
        order.move(self.request.POST["city"])
        order.note = self.request.POST["note"]
        self.request.user.city = order.city
        self.request.session["city"] = order.city
        return super().form_valid(form)
