class Form:
    errors = []

    def fail(self, error):
        self.errors.append(error)  # expect: ISO107


class Signup(Form):
    def check(self, values):
        for name in values:
            self.fail(f"{name} is {values[name]}")
