def test_thing(thing):
    assert thing


def test_slow_thing(request, fast_thing):
    assert request.getfixturevalue("slow_thing") != fast_thing
