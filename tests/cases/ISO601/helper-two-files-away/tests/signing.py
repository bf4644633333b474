import jwt


def signed(name):
    return {"Authorization": jwt.encode({"sub": name}, "key")}
