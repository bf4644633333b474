import json
from unittest.mock import Mock

import pytest
from shop import scale
from shop.scale import Label, State, state, till

import labels


@pytest.fixture(autouse=True)
def reset():
    fresh = State()
    state.unit = fresh.unit
    state.quiet = State().quiet


def test_owner():
    till.owner = "ann"
    till.owner = None


def test_owner_asserted():
    till.owner = "ann"  # expect: ISO505
    assert scale.weigh()
    till.owner = None


def test_writer():
    Label.writer = json
    assert scale.weigh()


def test_writer_of_both():
    saved = Label.writer
    scale.make_label()
    Label.writer = saved
    labels.Label.writer = saved


def test_other_writer():
    Label.writer = labels  # expect: ISO505
    assert scale.weigh()


def test_writer_of_the_test():
    Label.writer = Mock()  # expect: ISO505
    assert scale.weigh()
