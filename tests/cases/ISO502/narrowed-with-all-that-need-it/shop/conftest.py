import pytest


@pytest.fixture(scope="module")
def shelf(request):  # a name is enough
    return {"rows": request.getfixturevalue("table")}


@pytest.fixture()
def basket(table):
    return table
