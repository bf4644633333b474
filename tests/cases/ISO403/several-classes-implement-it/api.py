from contexts import Context, Event, Nobody, Task


def context():
    return Context()  # expect: ISO403


def event():
    return Event()  # expect: ISO403


def task():
    return Task()  # expect: ISO403


def nobody():
    return Nobody()  # expect: ISO403
