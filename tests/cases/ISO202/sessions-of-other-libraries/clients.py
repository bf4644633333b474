import boto3
import requests
from sqlalchemy import orm

session = requests.Session()
aws = boto3.Session()


class Session:
    """A visit to the shop."""


shop = Session()


def orders():
    with orm.Session() as session:
        return session.query("orders").all()
