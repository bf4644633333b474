import jwt


def current_reader(session: str):
    return jwt.decode(session, "key", ["HS256"])


async def reader_of(socket):
    return authenticate(await socket.receive_text())


def authenticate(first):
    return current_reader(first)["sub"]
