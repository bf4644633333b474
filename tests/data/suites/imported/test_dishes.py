from kitchen import fixture_of_the_dish, pan, stove


def test_dish_goes_by_its_own_name(dish):
    assert dish
