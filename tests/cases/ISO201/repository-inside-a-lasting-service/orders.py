from sqlmodel import Session


class Repository:
    def __init__(self):
        self.session = Session()  # expect: ISO201


class Service:
    def __init__(self, repository: Repository):
        self.repository = repository
