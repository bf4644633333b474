from contextvars import ContextVar

from celery import shared_task

hotel = ContextVar("hotel", default=None)
guest = ContextVar("guest", default=None)


@shared_task
def bill(hotel_id, guest_id):
    """Write a guest's bill."""
    hotel.set(hotel_id)  # expect: ISO402
    guest.set(guest_id)  # expect: ISO402

    # both are read down there
    return total()


@shared_task
def unlock(hotel_id, token):
    hotel.set(hotel_id)  # expect: ISO402
    return total(), token


@shared_task
def lock(hotel_id):
    hotel.set(hotel_id)  # expect: ISO402
    found = total()
    hotel.set(None)
    return found


def total():
    return hotel.get(), guest.get()
