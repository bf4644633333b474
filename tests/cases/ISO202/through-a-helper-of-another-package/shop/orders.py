import storage

session = storage.open_session()  # expect: ISO202


def orders():
    return session.query("orders").all()
