"""Which files of tests a command gets that decides over changed files."""

from pathlib import Path

import pytest

from isolint.campaign.concerned import Concerned
from isolint.config import load
from isolint.engine import Request, linked

FILES = {
    "shop/__init__.py": "",
    "shop/prices.py": "def price():\n    return 1\n",
    "shop/till.py": "from .prices import price\n\n\ndef pay():\n    return price()\n",
    "shop/mail.py": "def send():\n    return 2\n",
    "tests/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef outbox():\n    return []\n",
    "tests/test_till.py": "from shop.till import pay\n\n\ndef test_pay():\n    assert pay() == 1\n",
    "tests/test_mail.py": "def test_send():\n    from shop import mail\n\n    assert mail.send() == 2\n",
    "tests/test_stars.py": "from shop.prices import *\n\n\ndef test_price():\n    assert price() == 1\n",
    "other/test_other.py": "def test_nothing():\n    assert True\n",
}


@pytest.mark.parametrize(
    ("changed", "concerned"),
    [
        ("shop/prices.py", ["tests/test_stars.py", "tests/test_till.py"]),
        ("shop/mail.py", ["tests/test_mail.py"]),
        ("tests/conftest.py", ["tests/test_mail.py", "tests/test_stars.py", "tests/test_till.py"]),
        ("tests/test_till.py", ["tests/test_till.py"]),
        ("other/test_other.py", ["other/test_other.py"]),
    ],
)
def test_tests_that_could_tell_a_difference_are_concerned(changed: str, concerned: list[str], tmp_path: Path) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    with linked(load([], cwd=tmp_path, root=tmp_path), Request(cache=False, jobs=1)) as program:
        assert Concerned(program).tests([changed]) == tuple(concerned)
