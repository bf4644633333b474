import pytest


def test_path_of_the_suite(tmp_path):
    assert tmp_path


def test_path_of_old(tmpdir):
    assert tmpdir


def test_output(capsys, caplog, settings):
    assert capsys
    assert caplog
    assert settings


def test_request_is_no_fixture(request, pytestconfig):
    assert request.config is pytestconfig


@pytest.mark.usefixtures("recwarn")
class TestQuiet:
    def test_factories(self, tmp_path_factory, doctest_namespace, record_property, cache):
        assert tmp_path_factory
