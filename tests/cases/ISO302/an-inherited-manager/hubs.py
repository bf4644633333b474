class Hub:
    def __init__(self, user=None):
        self.user = user


class LoudHub(Hub): ...


def open_hub(user):
    return LoudHub(user)
