import pytest

whole = pytest.mark.e2e


@pytest.mark.e2e
class Journey:
    pass
