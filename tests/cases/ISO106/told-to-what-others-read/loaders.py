from flask import g
from flask_login import LoginManager

from shop.access import Access

logins = LoginManager()
access = Access()


@logins.user_loader
def load(user_id):
    g.caller = user_id
    return access.user(user_id)


@logins.request_loader
def load_from(request):
    access.current = request.headers.get("Authorization")  # expect: ISO106
    return access.user(request.args.get("user"))
