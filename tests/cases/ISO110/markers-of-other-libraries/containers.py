from dependency_injector import containers, providers


class Mailer:
    def __init__(self):
        self.letters = []

    def add(self, letter):
        self.letters.append(letter)


def rates():
    return {}


class Container(containers.DeclarativeContainer):
    mailer = providers.Factory(Mailer)
