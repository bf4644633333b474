from django import forms


class OrderForm(forms.ModelForm):
    def clean(self):
        values = super().clean()
        values["city"] = values["city"].strip()
        self.cleaned_data["street"] = values["city"]
        self.city = values["city"]
        return values
