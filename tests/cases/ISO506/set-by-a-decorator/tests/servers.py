from functools import wraps

from shop import serve


def with_server(**options):
    def decorate(test):
        @wraps(test)
        def run(self, *args, **kwargs):
            self.server = serve(**options)
            try:
                return test(self, *args, **kwargs)
            finally:
                self.server.close()

        return run

    return decorate


def with_till(test):
    def run(*args):
        args[0].till = serve(port=1)
        return test(*args)

    return run


class WithClient:
    def __init__(self, name):
        self.name = name

    def __call__(self, test):
        def run(case, *args):
            log_in(case, self.name)
            return test(case, *args)

        return run


def log_in(case, name):
    case.client = serve(name=name)


def with_all(**values):
    def decorate(test):
        def run(self):
            for name, value in values.items():
                setattr(self, name, value)
            return test(self)

        return run

    return decorate


def timed(test):
    def run(self):
        started = test.__name__
        return test(self), started

    return run
