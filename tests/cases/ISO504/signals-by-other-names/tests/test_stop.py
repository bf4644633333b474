import signal
from signal import SIGTERM as TERM

import pytest

STOP = signal.SIGTERM
BREAK = signal.SIGINT


def stop(number, frame):
    raise SystemExit(number)


@pytest.mark.parametrize("number", [signal.SIGTERM])
def test_number(number):
    signal.signal(number, stop)


def test_constant():
    signal.signal(STOP, stop)


def test_renamed():
    signal.signal(TERM, stop)


def test_enum():
    signal.signal(signal.Signals.SIGTERM, stop)


def test_other_constant():
    signal.signal(BREAK, stop)  # expect: ISO504


def test_other():
    signal.signal(signal.SIGINT, stop)  # expect: ISO504
