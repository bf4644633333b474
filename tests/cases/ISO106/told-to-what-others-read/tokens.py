from flask_httpauth import HTTPTokenAuth

from shop.access import Access
from shop.clock import Clock
from shop.sessions import read

auth = HTTPTokenAuth(scheme="Bearer")
access = Access()
clock = Clock()


@auth.verify_token
def verify(token):
    found, user_id = read(token)
    if not found:
        return None
    access.caller = user_id  # expect: ISO106
    return user_id


@auth.error_handler
def refuse(status):
    clock.last_refused = status
    return {"error": status}, status
