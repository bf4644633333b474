from fleet import context


class Play:
    def __init__(self, book, user="root"):
        context.LOGIN = user
        self.book = book

    def run(self):
        return context.LOGIN, self.book


def restart():
    return Play("restart.yml", user="ubuntu").run()


def greet(user):
    return Greeting(user).text()


class Greeting:
    def __init__(self, user):
        context.GREETED = user  # expect: ISO106

    def text(self):
        return context.GREETED
