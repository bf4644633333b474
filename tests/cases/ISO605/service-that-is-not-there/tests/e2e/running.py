def is_up():
    return False
