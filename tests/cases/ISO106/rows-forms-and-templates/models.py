from django.db import models


class Order(models.Model):
    city = models.TextField()

    def move(self, city):
        self.city = city
        self.save()
