class Settings:
    def __init__(self, model="small"):
        self.model = model


class Limits:
    def __init__(self):
        self.most = 10

    def restart(self):
        self.most = 10


class Door:
    def __init__(self):
        self.open = False
        self.model = "plain"

    def restart(self):
        self.open = False


settings = Settings()
limits = Limits()
door = Door()
tracking = True


def set_global(new):
    settings.__dict__.update(new.__dict__)


def stop_tracking():
    global tracking
    tracking = False


def track_again():
    global tracking
    tracking = True
