"""Packs: what they say is well-formed, and the libraries that they speak of have it."""

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from isolint.errors import UsageError
from isolint.rules import OPTIONAL, REQUIRED
from isolint.vocabulary import KINDS, Pack, Row, assemble, read_pack, read_rows
from tests.pack_paths import WELL_FORMED, UnresolvedPathError, resolve

RULES: Final = Path(__file__).parent.parent / "rules"
FILES: Final = sorted((RULES / "vocabulary").glob("*.toml"))
README: Final = (RULES / "README.md").read_text(encoding="utf-8")

INSTALLED: Final = frozenset({
    "_pytest", "aiohttp", "anyio", "django", "fastapi", "flask", "flask_sqlalchemy", "httpx", "pydantic", "pytest",
    "pytest_asyncio", "requests", "sqlalchemy", "sqlmodel", "starlette", "typing_extensions", "websockets", "werkzeug",
})  # fmt: skip
# Libraries that the tests do not install; their paths are checked where they happen to be.
ELSEWHERE: Final = frozenset({
    "aiohttp_security", "authlib", "channels", "fastapi_login", "fastapi_users", "firebase_admin", "flask_httpauth",
    "flask_jwt_extended", "flask_login", "flask_restful", "flask_restx", "flask_security", "jose", "jwt", "mock",
    "netra_backend", "passlib", "pytest_mock", "rest_framework", "rest_framework_simplejwt", "test_framework",
})  # fmt: skip
# What the installed releases no longer have, or do not have yet; programs are pinned to others.
OTHER_RELEASES: Final[dict[str, str]] = {}
# Kinds whose rows are words, not access paths.
WORDS: Final = frozenset(kind for kind in KINDS if kind.endswith("-name")) | {"public-address", "test-hook"}


def read(file: Path) -> Pack:
    return read_pack(file.read_text(encoding="utf-8"), file.name)


def canonical(pack: Pack) -> Iterator[str]:
    """The access paths of a pack that are no trailing names."""
    for row in pack.rows:
        if row.kind not in WORDS and not row.path.startswith("*."):
            yield row.path


@pytest.fixture(scope="module", autouse=True)
def django_is_set_up() -> None:
    """Django's models, which its authentication imports, need settings."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"])
        django.setup()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_x(file: Path) -> None:
    bad=[]
    for path in canonical(read(file)):
        root=re.match(r"\w+",path)[0]
        if root in INSTALLED or root in sys.stdlib_module_names:
            try: resolve(path)
            except UnresolvedPathError as e: bad.append((path,str(e)))
        elif root not in ELSEWHERE: bad.append((path,"root"))
    assert bad==[]
