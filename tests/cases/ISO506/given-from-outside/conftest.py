import pytest


@pytest.fixture
def server(request):
    request.cls.server = object()
    request.instance.port = 80


def numbered(cls):
    cls.number = 7
    return cls


def choices(**values):
    return build_class_decorator(values)
