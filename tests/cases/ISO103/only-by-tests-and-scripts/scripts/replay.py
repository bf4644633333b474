import sys

from state import record

for user_id in sys.argv[1:]:
    record(user_id)
