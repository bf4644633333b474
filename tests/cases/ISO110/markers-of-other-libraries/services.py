from dependency_injector.wiring import Provide
from fast_depends import Depends
from fastapi_injector import Injected
from that_depends import Provide as Given

from containers import Container, Mailer, rates


class Prices:
    def __init__(self, mailer: Mailer = Injected(Mailer), table=Depends(rates)):
        self.mailer = mailer
        self.table = table


class Bills:
    def __init__(self, mailer: Mailer = Provide[Container.mailer], other=Given[Container.mailer]):
        self.mailer = mailer
        self.other = other


class Queue:
    def __init__(self, waiting=Mailer()):  # expect: ISO110
        self.waiting = waiting

    def add(self, letter):
        self.waiting.add(letter)
