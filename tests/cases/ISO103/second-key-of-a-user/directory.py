def lookup(token):
    return {"email": token} if token else None
