import pytest


def test_answer_belongs_to_the_user(service):
    try:
        assert service.ask("ann").owner == "ann"  # expect: ISO515
    except Exception as error:
        pytest.skip(f"not there: {error}")
