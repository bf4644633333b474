from celery import shared_task
from django.db import connection
from django_tenants.utils import tenant_context


@shared_task
def invoice(tenant):
    connection.set_tenant(tenant)  # expect: ISO209
    return total()


@shared_task
def reminder(tenant):
    connection.set_tenant(tenant)
    try:
        return total()
    finally:
        connection.set_schema_to_public()


@shared_task
def letter(tenant):
    with tenant_context(tenant):
        return total()


def total():
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(price) FROM orders")
        return cursor.fetchone()
