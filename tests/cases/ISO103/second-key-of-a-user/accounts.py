from flask import session

from directory import lookup


def current_account():
    return lookup(session.get("token"))
