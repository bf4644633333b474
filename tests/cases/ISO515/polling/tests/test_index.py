import time


def test_comes_in_the_end(index):
    for _ in range(50):
        try:
            assert index.find("tea")
            break
        except AssertionError:
            time.sleep(0.1)
    assert index.find("tea")


def test_comes_before_the_deadline(index, deadline):
    while time.time() < deadline:
        try:
            assert index.find("tea")
            return
        except Exception:
            time.sleep(0.1)
    raise AssertionError("no tea")
