from kitchen import bench, fixture_of_the_dish, pan as skillet, stove, table
from pantry import *


def test_stove_is_hot(stove):
    assert stove


def test_skillet_is_known_by_its_alias(skillet):
    assert skillet


def test_tables(table, bench):
    assert table == bench


def test_bread(flour, salt):
    assert flour > salt
