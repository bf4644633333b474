class Decorators:
    def required(self, function):
        return function
