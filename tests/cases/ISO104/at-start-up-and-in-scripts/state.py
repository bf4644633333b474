environment = "none"


def configure(name):
    global environment
    environment = name
