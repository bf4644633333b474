import psycopg
import pytest


@pytest.fixture(autouse=True)
def database():
    with psycopg.connect(host="localhost", user="suite", password="suite") as connection:
        yield connection
