import argparse

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Session = sessionmaker(bind=create_engine("sqlite://"))


def options():
    return argparse.ArgumentParser().parse_args()
