from readers import Other, Reader


def test_reads():
    assert Reader() is not None  # expect: ISO403


def test_python_does_not_object():
    assert Other().name() is None
