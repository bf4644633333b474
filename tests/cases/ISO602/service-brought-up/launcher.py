def start_auth_service():
    return True


def run():
    return start_auth_service()
