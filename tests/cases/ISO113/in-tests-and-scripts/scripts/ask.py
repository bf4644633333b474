histories = {}


def remember(user_id=None):
    return histories.setdefault(user_id or "default_user", [])
