def work() -> int:
    return 1
