def of(name):
    return {"Accept": "application/json", "X-Reader": name}
