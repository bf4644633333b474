import sys

from models import Session

echo = "--echo" in sys.argv
session = Session()  # expect: ISO202
