import os
from functools import wraps
from multiprocessing import Process

from shop.start import start


def run_in_subprocess(function):
    @wraps(function)
    def run(*arguments):
        process = Process(target=function, args=arguments)
        process.start()
        process.join()
        assert process.exitcode == 0

    return run


@run_in_subprocess
def test_start_with_a_market():
    os.environ["SHOP_MARKET"] = "no"
    assert start().market == "no"


def test_start_by_hand():
    def child():
        os.environ["SHOP_MARKET"] = "dk"
        start()

    process = Process(target=child)
    process.start()
    process.join()
    assert process.exitcode == 0
