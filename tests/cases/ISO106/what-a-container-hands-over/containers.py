from dependency_injector import containers, providers


class Mailer:
    pass


class Container(containers.DeclarativeContainer):
    mailer = providers.Factory(Mailer)
