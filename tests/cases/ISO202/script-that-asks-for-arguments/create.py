import argparse

from models import Session

parser = argparse.ArgumentParser()
parser.add_argument("--name")
args = parser.parse_args()
session = Session()


def create(name):
    session.add(name)
    session.commit()


create(args.name)
