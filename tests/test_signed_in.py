"""A suite of two halves: the same forms of tests, once with a credential and once without one."""

import re
from pathlib import Path

import pytest

from isolint.config import load
from isolint.engine import Request, check

APP = """
from fastapi import Depends, FastAPI
from fastapi.security import APIKeyHeader

app = FastAPI(dependencies=[Depends(APIKeyHeader(name="X-Reader"))])
"""
# each form is a conftest, a helper's helper, a helper, and a test; KEY stands for the header
FORMS = {
    "fixture": """
# conftest.py
import httpx, pytest
@pytest.fixture
def fixture_NAME():
    with httpx.Client() as client:
        client.headers[KEY] = "alice"
        yield client
# test
def test_NAME(fixture_NAME):
    assert fixture_NAME.get("http://localhost/books").json() == []
""",
    "base": """
# bases.py
import httpx
class Base_NAME:
    def setup_method(self):
        self.http = httpx.Client()
        self.http.headers.update({KEY: "alice"})
# test
from tests.bases import Base_NAME
class Test_NAME(Base_NAME):
    def test_NAME(self):
        assert self.http.get("http://localhost/books").json() == []
""",
    "helper": """
# far.py
def far_NAME():
    return {KEY: "alice"}
# near.py
from tests.far import far_NAME
def near_NAME():
    return far_NAME()
# test
import httpx
from tests.near import near_NAME
def test_NAME():
    assert httpx.get("http://localhost/books", headers=near_NAME()).json() == []
""",
    "subclass": """
# clients.py
import httpx
class Client_NAME(httpx.AsyncClient):
    def __init__(self):
        super().__init__(headers={KEY: "alice"})
# test
from tests.clients import Client_NAME
async def test_NAME():
    async with Client_NAME() as client:
        assert (await client.get("http://localhost/books")).json() == []
""",
    "variable": """
# test
import httpx
HEADERS_NAME = {"Accept": "*/*", KEY: "alice"}
def test_NAME():
    headers = {**HEADERS_NAME}
    assert httpx.get("http://localhost/books", headers=headers).json() == []
""",
    "socket": """
# test
import websockets
async def test_NAME():
    async with websockets.connect("ws://localhost/ws", additional_headers={KEY: "alice"}) as socket:
        await socket.send("hi")
""",
}
HALVES = {"signed": "X-Reader", "nobody": "User-Agent"}
COPIES = 4


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A project with as many tests that carry a credential as tests that do not."""
    (tmp_path / "app.py").write_text(APP)
    parts: dict[str, list[str]] = {}
    for form, text in FORMS.items():
        for half, header in HALVES.items():
            for copy in range(COPIES):
                name = f"{form}_{half}_{copy}"
                for file, body in re.findall(r"^# (\S+)\n(.*?)(?=^# |\Z)", text, re.MULTILINE | re.DOTALL):
                    path = f"tests/e2e/test_{form}_{copy}.py" if file == "test" else f"tests/{file}"
                    parts.setdefault(path, []).append(body.replace("NAME", name).replace("KEY", repr(header)))
    for path, bodies in parts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("\n".join(bodies))
    return tmp_path


def test_every_test_without_a_credential_is_found_and_no_other(suite: Path) -> None:
    config = load([], cwd=suite, root=suite)
    report = check(config, Request(cache=False, jobs=1)).report
    found = {f.symbol.rpartition(".")[2] for f in report.findings if f.code == "ISO601"}
    assert found == {f"test_{form}_nobody_{copy}" for form in FORMS for copy in range(COPIES)}


@pytest.mark.parametrize("form", FORMS)
def test_halves_differ_by_the_header_alone(suite: Path, form: str) -> None:
    text = (suite / f"tests/e2e/test_{form}_0.py").read_text()
    signed, nobody = (text.count(f"{form}_{half}_0") for half in HALVES)
    assert signed == nobody > 0
