from sqlalchemy.orm import Session


def opened():
    return Session(), "main"


session, name = opened()  # expect: ISO202
label, other = "main", len("main")
