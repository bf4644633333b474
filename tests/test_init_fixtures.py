"""`isolint init --fixtures` as a user runs it: which fixture it writes, where, and when it writes none."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from cli_runs import Ran, isolint, project

TENANCY = """
    import uuid


    class ShopContext:
        def __init__(self, tenant_id: str, user_id, region="eu"):
            self.tenant_id, self.user_id, self.open = tenant_id, user_id, True

        def cleanup(self, force=False):
            self.open = False


    def charge(context: ShopContext): ...
    def refund(context: ShopContext): ...
"""
CONFIG = '[vocabulary]\ncontext = ["shop.tenancy.ShopContext()"]\n'
TEST = """
    seen = []


    def test_it(user_context):
        assert user_context.open
        seen.append(user_context)


    def test_another(user_context):
        assert not seen[0].open
        assert seen[0].user_id != user_context.user_id
        assert seen[0].user_id.startswith("user-")
        assert user_context.tenant_id.startswith("tenant-")
"""
BLIND = "def test_it():\n    assert True\n"


def shop(root: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> Path:
    base = {"isolint.toml": CONFIG, "shop/__init__.py": "", "shop/tenancy.py": TENANCY, ".git/HEAD": ""}
    texts = {name: dedent(text).lstrip("\n") for name, text in {**base, **files}.items()}
    return project(root / "root", texts, monkeypatch)


def run(*arguments: str) -> Ran:
    ran = isolint("init", "--fixtures", *arguments)
    assert (ran.status, ran.err) == (0, "")
    return ran


def passes(root: Path, *arguments: str) -> bool:
    """Whether the suite passes with the fixture in it."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
        "--rootdir",
        ".",
        *arguments,
    ]
    done = subprocess.run(
        [*command, "tests"], cwd=root, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(root)}
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 0


def test_a_new_conftest_gives_each_test_a_context_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shop(tmp_path, monkeypatch, {"tests/unit/test_a.py": TEST})
    ran = run()
    assert "Written to tests/unit/conftest.py: it gives each test a `ShopContext`" in ran.out
    assert (root / "tests/unit/conftest.py").read_text() == dedent('''\
        import uuid

        import pytest

        from shop.tenancy import ShopContext


        @pytest.fixture
        def user_context():
            """A context of a user of its own."""
            context = ShopContext(
                tenant_id=f"tenant-{uuid.uuid4()}",
                user_id=f"user-{uuid.uuid4()}",
            )
            yield context
            context.cleanup()
    ''')
    assert passes(root)


def test_a_second_run_names_what_is_there_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shop(tmp_path, monkeypatch, {"tests/test_a.py": TEST})
    run()
    before = (root / "tests/conftest.py").read_bytes()
    ran = run()
    assert ran.out == "Nothing is written: every test can ask for a context: `user_context` (tests/conftest.py:9).\n"
    assert (root / "tests/conftest.py").read_bytes() == before


def test_a_conftest_keeps_its_bytes_and_the_order_of_its_imports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shop(tmp_path, monkeypatch, {"tests/test_a.py": TEST, "tests/deep/test_b.py": BLIND})
    home = b"@pytest.fixture\r\ndef home( ):  # odd\r\n\treturn os.name"
    old = b"\xef\xbb\xbf# ours\r\nimport os\r\n\r\nimport pytest\r\n\r\n\r\n" + home
    (root / "tests/conftest.py").write_bytes(old)
    assert "Written to tests/conftest.py" in run().out
    new = (root / "tests/conftest.py").read_bytes()
    imports = b"import os\r\nimport uuid\r\n\r\nimport pytest\r\n\r\nfrom shop.tenancy import ShopContext\r\n"
    start = b"\xef\xbb\xbf# ours\r\n" + imports + b"\r\n\r\n" + home + b"\r\n\r\n\r\n"
    assert new.startswith(start + b"@pytest.fixture\r\ndef user_context():\r\n")
    assert new.count(b"\n") == new.count(b"\r\n")
    assert passes(root)


def test_only_tests_that_lack_one_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = """
        import pytest

        from shop.tenancy import ShopContext


        @pytest.fixture
        def mine():
            return ShopContext('a', 'b')
    """
    blind = dict.fromkeys(["tests/a/test_a.py", "tests/b/c/test_b.py", "tests/b/d/test_c.py"], BLIND)
    root = shop(tmp_path, monkeypatch, {"tests/a/conftest.py": given, **blind})
    assert "Written to tests/b/conftest.py" in run().out
    assert "`mine` (tests/a/conftest.py:7)" in run().out
    assert not (root / "tests/conftest.py").exists()


def test_a_dry_run_shows_a_diff_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shop(tmp_path, monkeypatch, {"tests/test_a.py": TEST})
    ran = run("--dry-run")
    assert "A fixture would be written to tests/conftest.py: it gives each test a `ShopContext`" in ran.out
    assert "+++ b/tests/conftest.py\n" in ran.out
    assert "+    context.cleanup()\n" in ran.out
    assert not (root / "tests/conftest.py").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(("user_id, region", "user_id, ledger, region"), "`ShopContext` needs `ledger`, and", id="a thing"),
        pytest.param(("user_id, region", "user_id: list, region"),
                     "`ShopContext` needs `user_id`, and", id="an odd type"),
        pytest.param(("class ShopContext:", "class ShopContext(Unknown):\n        pass\n\n    class Other:"),
                     "`ShopContext` inherits from", id="a base that nobody knows"),
        pytest.param(("def cleanup(self, force=False)", "async def cleanup(self)"),
                     "`ShopContext` is cleaned up by the coroutine `cleanup`, and the suite does not use", id="async"),
        pytest.param(("ShopContext", "Basket"),
                     "no class or function of the project is known to be a context", id="none"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str], reason: str
) -> None:
    text = "from elsewhere import Unknown\n" + dedent(TENANCY.replace(*change))
    root = shop(tmp_path, monkeypatch, {"shop/tenancy.py": text, "tests/test_a.py": BLIND})
    assert f"Nothing is written: {reason}" in run().out
    assert not (root / "tests/conftest.py").exists()


def test_what_is_cleaned_up_by_a_coroutine_gets_an_asynchronous_fixture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = """
        from dataclasses import dataclass, field
        from uuid import UUID


        @dataclass
        class ShopContext:
            user_id: UUID
            run_id: int = field(repr=False)
            rows: list = field(default_factory=list)

            async def aclose(self):
                self.rows.append("closed")
    """
    test = """
        import pytest

        seen = []


        @pytest.mark.asyncio
        async def test_it(user_context):
            seen.append(user_context)


        def test_another(user_context):
            assert seen[0].rows == ["closed"] != user_context.rows
    """
    root = shop(tmp_path, monkeypatch, {"shop/tenancy.py": text, "tests/test_a.py": test})
    run()
    made = (root / "tests/conftest.py").read_text()
    assert "import pytest_asyncio\n" in made
    assert "context = ShopContext(user_id=uuid.uuid4(), run_id=uuid.uuid4().int)\n" in made
    assert made.endswith("    await context.aclose()\n")
    assert passes(root, "-p", "pytest_asyncio")


def test_a_function_of_the_vocabulary_makes_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = '[vocabulary]\ncontext = ["shop.tenancy.make_context()"]\n'
    text = (
        TENANCY
        + "\n\n    def make_context(user_id, /, *, thread_id):\n        return ShopContext(thread_id, user_id)\n"
    )
    root = shop(tmp_path, monkeypatch, {"isolint.toml": config, "shop/tenancy.py": text, "tests/test_a.py": BLIND})
    run()
    made = (root / "tests/conftest.py").read_text()
    assert 'context = make_context(f"user-{uuid.uuid4()}", thread_id=f"thread-{uuid.uuid4()}")\n' in made
    assert passes(root)


def test_without_a_clean_up_it_is_given_back_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TENANCY.replace("cleanup", "audit")
    root = shop(tmp_path, monkeypatch, {"shop/tenancy.py": text, "tests/test_a.py": BLIND})
    run()
    assert "    return ShopContext(\n" in (root / "tests/conftest.py").read_text()
    assert passes(root)


def test_a_name_that_is_taken_stays_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    conftest = "def user_context():\n    return 5\n"
    root = shop(tmp_path, monkeypatch, {"tests/conftest.py": conftest, "tests/test_a.py": BLIND})
    assert "Nothing is written: tests/conftest.py: `user_context` is something else there" in run().out
    assert (root / "tests/conftest.py").read_text() == conftest


def test_tests_of_unittest_take_no_fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "import unittest\n\n\nclass ShopTest(unittest.TestCase):\n    def test_it(self):\n        assert True\n"
    root = shop(tmp_path, monkeypatch, {"tests/test_a.py": text})
    assert run().out == "Nothing is written: there are no tests that take fixtures.\n"
    assert not (root / "tests/conftest.py").exists()


@pytest.mark.parametrize("other", [("--write",), ("--format", "json")])
def test_it_does_nothing_else_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: tuple[str, ...]
) -> None:
    shop(tmp_path, monkeypatch, {"tests/test_a.py": BLIND})
    ran = isolint("init", "--fixtures", *other)
    assert (ran.status, "--fixtures writes a conftest alone" in ran.err) == (2, True)


def test_of_several_contexts_the_configured_one_is_made_and_a_function_may_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = '[vocabulary]\ncontext = ["shop.tenancy.ShopContext()", "shop.tenancy.make_context()"]\n'
    text = dedent(TENANCY.replace("user_id, region", "user_id, ledger, region")) + dedent("""

        class UserContext:
            def __init__(self, user_id): self.user_id = user_id


        def make_context(user_id):
            return ShopContext("eu", user_id, {})
    """)
    root = shop(tmp_path, monkeypatch, {"isolint.toml": config, "shop/tenancy.py": text, "tests/test_a.py": BLIND})
    run()
    made = (root / "tests/conftest.py").read_text()
    assert (
        '    context = make_context(user_id=f"user-{uuid.uuid4()}")\n    yield context\n    context.cleanup()\n' in made
    )
    assert passes(root)
