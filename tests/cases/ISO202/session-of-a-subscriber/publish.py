"""A script that sends for itself."""

import sys

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

session = Session(create_engine(sys.argv[1]))


def main():
    print(session.connection())


if __name__ == "__main__":
    main()
