import gc
import logging


def test_without_collections():
    gc.disable()
    assert not gc.isenabled()


def test_quiet():
    logging.disable(logging.ERROR)  # expect: ISO504
    assert not gc.isenabled()
