"""Repairs of state: what is offered, and what is not, since it might be wrong."""

from pathlib import Path
from textwrap import dedent

import pytest

from isolint.change import Bind
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding

CASES = Path(__file__).parent / "cases"


def findings(root: Path, code: str) -> list[Finding]:
    report = check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report
    return [each for each in report.findings if each.code == code]


def written(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(dedent(text).lstrip(), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "story",
    [
        "ISO002/misspelt-code",
        "ISO107/attribute-of-the-class",
        "ISO107/by-the-type-of-the-object",
        "ISO107/default-of-a-field",
        "ISO107/not-to-be-bound-for-each-object",
        "ISO107/view-with-a-list-of-its-class",
        "ISO110/default-of-other-names",
        "ISO406/literal-that-is-compared",
        "ISO502/not-to-be-narrowed",
    ],
)
def test_nothing_is_offered_where_it_might_be_wrong(story: str) -> None:
    code = story.partition("/")[0]
    found = findings(CASES / story, code)
    assert found
    assert [each for each in found if each.fix] == []


def test_a_fix_for_a_fixture_speaks_of_all_that_changes() -> None:
    [store] = findings(CASES / "ISO502" / "narrowed-with-all-that-need-it", "ISO502")
    assert store.fix is not None
    assert store.fix.applicability == "unsafe"
    assert store.fix.message == "make `store` for each test, and `table` and `shelf`, which need it"
    assert sorted({path for path, _ in store.fix.changes}) == ["conftest.py", "shop/conftest.py"]


def test_a_default_is_offered_as_safe() -> None:
    found = findings(CASES / "ISO110" / "made-by-each-call-by-the-fix", "ISO110")
    assert {each.fix.applicability for each in found if each.fix} == {"safe"}


@pytest.mark.parametrize(
    "function",
    [
        "@overload\ndef put(item, items=[]):\n    items.append(item)\n    return items",
        "class Cart(Protocol):\n    @abstractmethod\n    def put(self, item, items=[]):\n        items.append(item)",
        "@dataclass\nclass Cart:\n    size: int\n\n    def put(self, item, items=[]):\n        items.append(item)",
    ],
)
def test_declarations_keep_their_defaults(tmp_path: Path, function: str) -> None:
    head = (
        "from abc import abstractmethod\nfrom dataclasses import dataclass\nfrom typing import Protocol, overload\n\n\n"
    )
    (tmp_path / "carts.py").write_text(f"{head}{function}\n", encoding="utf-8")
    found = findings(tmp_path, "ISO110")
    assert found
    assert found[0].fix is None


CART = """
    {head}

    class Cart{bases}:
        {items}

        def put(self, item):
            self.items.append(item)
            return self.items
"""
API = """
    from carts import Cart
    from fastapi import FastAPI

    app = FastAPI()


    @app.post("/items")
    def put(item: str):
        return Cart().put(item)
"""


@pytest.mark.parametrize(
    ("head", "bases", "items"),
    [
        ("from typing import ClassVar", "", "items: ClassVar[list[str]] = []"),
        ("START = []", "", "items = START"),
        ("", "", "first = 1\n        items = [first]"),
        ("", "", "items = []\n        other = len(items)"),
        ("", "", "__slots__ = ()\n        items = []"),
        ("class Base:\n        def __init__(self, size):\n            pass\n\n", "(Base)", "items = []"),
        ("class Base:\n        items = None\n\n", "(Base)", "items = []"),
        ("class Base:\n        def __init__(self):\n            print(self.items)\n\n", "(Base)", "items = []"),
        ("from abc import ABCMeta", "(metaclass=ABCMeta)", "items = []"),
        ("from somewhere import Base", "(Base)", "items = []"),
    ],
)
def test_attributes_stay_in_classes_that_mean_them(tmp_path: Path, head: str, bases: str, items: str) -> None:
    written(tmp_path, {"carts.py": CART.format(head=head, bases=bases, items=items), "api.py": API})
    for finding in findings(tmp_path, "ISO107"):
        assert finding.fix is None


@pytest.mark.parametrize("bases", ["", "(ABC)", "(Base)"])
def test_attributes_go_where_bases_allow_it(tmp_path: Path, bases: str) -> None:
    head = "from abc import ABC\n\n\n    class Base:\n        def __init__(self):\n            self.size = 0\n\n"
    written(tmp_path, {"carts.py": CART.format(head=head, bases=bases, items="items = []"), "api.py": API})
    [finding] = findings(tmp_path, "ISO107")
    assert finding.fix is not None
    [(path, change)] = finding.fix.changes
    assert path == "carts.py"
    assert isinstance(change, Bind)
    assert change.above == (bases == "(Base)")


def test_a_method_that_reads_by_name_keeps_the_attribute_on_the_class(tmp_path: Path) -> None:
    files = {"carts.py": CART.format(head="", bases="", items="items = []"), "api.py": API}
    written(tmp_path, files | {"shown.py": 'import carts\n\nprint(getattr(carts.Cart, "items"))\n'})
    [finding] = findings(tmp_path, "ISO107")
    assert finding.fix is None


def test_a_literal_in_a_loop_may_be_meant_for_one_user(tmp_path: Path) -> None:
    written(
        tmp_path,
        {
            "isolint.toml": 'select = ["ISO406"]\n',
            "agents.py": """
                class UserExecutionContext:
                    def __init__(self, user_id):
                        self.user_id = user_id
            """,
            "tests/e2e/test_rate.py": """
                from agents import UserExecutionContext


                async def test_too_many(client):
                    for _ in range(20):
                        await client.ask(UserExecutionContext("rate-user"))
            """,
        },
    )
    [finding] = findings(tmp_path, "ISO406")
    assert finding.fix is None


def test_a_fixture_that_another_file_compares_keeps_its_literal(tmp_path: Path) -> None:
    written(
        tmp_path,
        {
            "isolint.toml": 'select = ["ISO406"]\n',
            "agents.py": """
                class UserExecutionContext:
                    def __init__(self, user_id):
                        self.user_id = user_id
            """,
            "tests/conftest.py": """
                import pytest
                from agents import UserExecutionContext


                @pytest.fixture(scope="session")
                def user_context():
                    return UserExecutionContext("mail-user")
            """,
            "tests/test_mail.py": """
                def test_whose(user_context):
                    assert user_context.user_id == "mail-user"
            """,
        },
    )
    [finding] = findings(tmp_path, "ISO406")
    assert finding.fix is None


def test_an_overridden_fixture_is_left_wide_where_another_may_ask_for_it(tmp_path: Path) -> None:
    tests = """
        def test_put(rows):
            rows.append(1)
            assert rows


        def test_empty(rows):
            assert not rows
    """
    wide = """
        import pytest


        @pytest.fixture(scope="session")
        def rows():
            return []
    """
    needing = """

        @pytest.fixture(scope="session")
        def table(rows):
            return {"rows": rows}
    """
    written(tmp_path, {"conftest.py": wide + needing, "shop/conftest.py": wide, "shop/test_rows.py": tests})
    for finding in findings(tmp_path, "ISO502"):
        assert finding.path != "shop/conftest.py" or finding.fix is None


def test_tests_that_share_a_number_are_no_steps(tmp_path: Path) -> None:
    text = """
        import pytest


        @pytest.fixture(scope="module")
        def rows():
            return []


        def test_{first}_put(rows):
            rows.append(1)
            assert rows


        def test_{second}_empty(rows):
            assert not rows
    """
    written(tmp_path, {"test_a.py": text.format(first=66, second=66), "test_b.py": text.format(first=1, second=2)})
    assert [bool(each.fix) for each in findings(tmp_path, "ISO502")] == [True, False]


def test_a_default_stays_where_somebody_gives_none(tmp_path: Path) -> None:
    written(
        tmp_path,
        {
            "carts.py": """
                class Cart:
                    def __init__(self, items=[]):
                        self.items = items

                    def put(self, item):
                        self.items.append(item)


                def put(item, items=[]):
                    items.append(item)


                def full(item, items=[]):
                    items.append(item)
            """,
            "shop.py": """
                from carts import Cart, full, put


                def begin():
                    put(3, None)
                    full(3, [])
                    return Cart(items=None)
            """,
        },
    )
    assert [bool(each.fix) for each in findings(tmp_path, "ISO110")] == [False, False, True]
