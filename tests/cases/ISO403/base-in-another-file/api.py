from contexts import Context, HalfContext, WholeContext


def make():
    return Context()  # expect: ISO403


def half():
    return HalfContext()  # expect: ISO403


def whole():
    return WholeContext()
