import pytest

SIZES = [1, 2]


@pytest.mark.parametrize("size", SIZES)
def test_size_is_no_fixture_here(size):
    assert size


@pytest.mark.parametrize("size", SIZES)
def test_box_takes_the_size_it_is_told(box):
    assert box


@pytest.mark.parametrize(("size", "colour"), [(1, "green")])
def test_box_takes_both(box, size, colour):
    assert box == [size, colour]


@pytest.mark.parametrize("colour", ["green"], indirect=True)
def test_colour_is_asked_with_a_parameter(colour):
    assert colour


@pytest.mark.parametrize("colour, size", [("green", 1)], indirect=["colour"])
def test_one_of_two_is_asked(colour, size):
    assert colour or size


@pytest.mark.parametrize(argnames="size", argvalues=SIZES)
class TestBySize:
    def test_size_of_the_class(self, size, box):
        assert size in box

    def test_paint(self, size, paint):
        assert size or paint
