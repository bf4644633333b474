def check_isolation(placed):
    return placed
