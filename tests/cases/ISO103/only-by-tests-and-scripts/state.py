log = []


def record(user_id):
    log.append(user_id)
