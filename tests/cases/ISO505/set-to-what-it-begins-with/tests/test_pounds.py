from shop import scale
from shop.scale import State, pounds, state


def test_pounds():
    state.unit = "kg"
    pounds.unit = "kg"  # expect: ISO505
    assert scale.weigh()


def test_unit_of_another():
    pounds.unit = State("st").unit  # expect: ISO505
    assert scale.weigh()
