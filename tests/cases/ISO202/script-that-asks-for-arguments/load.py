import sys

from models import Session

session = Session()


def load(path):
    with open(path) as file:
        session.add_all(file.readlines())


load(sys.argv[1])
