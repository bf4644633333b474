"""One report with everything that a format must show, and the sources that it speaks of."""

from collections.abc import Mapping, Sequence

from isolint.finding import Fault, Finding, Fix, Report, Step
from isolint.rules import Rule

SOURCES: Mapping[str, str] = {
    "app/api.py": (
        "from app import state\n"
        "\n"
        "router = APIRouter()\n"
        "\n"
        "\n"
        '@router.get("/me")\n'
        "async def get_user(user: User = Depends(current_user)):\n"
        "    state.remember(user)\n"
        "    return user\n"
    ),
    "app/state.py": (
        "CACHE = {}\n"
        "\n"
        "\n"
        "def remember(user):\n"
        '\tname = "\u738b\u5c0f\u660e"; CACHE["last"] = user\n'
        "    return sessionmaker(\n"
        "        engine,\n"
        "    )()\n"
    ),
    "tests/e2e/test_chat.py": 'def test_chat(client):\n    client.post("/chat", json={"text": "hello"})\n',
}

RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule(
            code="ISO001",
            name="unreadable-file",
            severity="error",
            confidence="high",
            on="always",
            status="stable",
            group="isolint",
            summary="A file cannot be read or parsed",
            message="{why}",
            why="What cannot be read is not checked, and a leak in it goes unseen.",
            instead="Mend the file, or exclude it.",
        ),
        Rule(
            code="ISO103",
            name="mutable-global-written",
            severity="error",
            confidence="high",
            on="default",
            status="stable",
            group="state",
            summary="Request code puts request data into a module-level object",
            message="`{place}` outlives the request, yet `{entry}` puts {what} there",
            why="Every request, and so every user, sees what the last one wrote.",
            instead="Keep the value on the request, or key the store by the user.",
            never="Constants, memo tables, stores keyed by an identity.",
            cwe=(488, 79),
            security_severity=7.5,
        ),
        Rule(
            code="ISO204",
            name="session-not-released",
            severity="error",
            confidence="high",
            on="default",
            status="preview",
            group="session",
            summary="A session is not released on every path",
            message="`{what}` is not released where {path}",
            why="The pool runs dry, and a connection may meet the next request with the last one's state.",
            instead="Open it in a `with` block, so that every way out of the function closes it, an exception's too.",
        ),
        Rule(
            code="ISO601",
            name="unauthenticated-e2e-test",
            severity="warning",
            confidence="medium",
            on="default",
            status="stable",
            group="e2e",
            summary="An end-to-end test calls without a credential",
            message="`{call}` carries no credential",
            why="A test without a user cannot show that users are kept apart.",
            instead="Give the call a token of a user that the test made.",
        ),
    )
}

REPORT = Report(
    findings=(
        Finding(
            code="ISO601",
            name="unauthenticated-e2e-test",
            severity="warning",
            confidence="medium",
            path="tests/e2e/test_chat.py",
            line=2,
            column=5,
            end_line=2,
            end_column=16,
            message="`client.post` carries no credential: 50% of the program's routes, `/chat` among them, want one",
            symbol="tests.e2e.test_chat.test_chat",
            place="tests.e2e.test_chat.test_chat",
            fingerprint="6d1f0f2c8a4e4b57",
            url=RULES["ISO601"].url,
        ),
        Finding(
            code="ISO103",
            name="mutable-global-written",
            severity="error",
            confidence="high",
            path="app/state.py",
            line=5,
            column=16,
            end_line=5,
            end_column=29,
            message="`app.state.CACHE` outlives the request, yet `get_user` puts `user` there",
            symbol="app.state.remember",
            place="app.state.CACHE",
            fingerprint="9f2c1a0b7d3e4f56",
            also=("ISO107", "ISO111"),
            entries=3,
            trace=(
                Step("app/api.py", 7, 1, "request enters at `get_user`"),
                Step(
                    "app/api.py",
                    8,
                    5,
                    "`get_user` calls `remember` with `user`, whoever is asking just now",
                ),
                Step(
                    "app/state.py",
                    1,
                    1,
                    "`CACHE` is bound at import: it lives as long as the process, and every request sees it",
                ),
            ),
            related=(Step("app/api.py", 9, 5, "`CACHE` is read here"), Step("app/state.py", 1, 1, "bound here")),
            fix=Fix("unsafe", "key `CACHE` by `user.id`"),
            url=RULES["ISO103"].url,
            declared=("app/state.py", 1),
        ),
        Finding(
            code="ISO204",
            name="session-not-released",
            severity="error",
            confidence="high",
            path="app/state.py",
            line=6,
            column=12,
            end_line=8,
            end_column=8,
            message="the session of `sessionmaker(..)()` is not released where `commit` raises",
            symbol="app.state.remember",
            place="app.state.remember.session",
            fingerprint="0c5b9e8f7a6d4c3b",
            entries=1,
            trace=(Step("app/api.py", 7, 1, "request enters at `get_user`"),),
            url=RULES["ISO204"].url,
        ),
        Finding(
            code="ISO001",
            name="unreadable-file",
            severity="error",
            confidence="high",
            path="app/old report.py",
            line=1,
            column=1,
            end_line=1,
            end_column=1,
            message="invalid start byte 0xff",
            symbol="",
            place="",
            fingerprint="1b2c3d4e5f60718a",
            url=RULES["ISO001"].url,
        ),
    ),
    suppressed=2,
    files=214,
    entries=14,
    tests=120,
    calls=100,
    unresolved=21,
    faults=(Fault("app/huge.py", "the worker ran out of memory"),),
    notes=("this goes to standard error",),
)


def lines(path: str) -> Sequence[str]:
    """The lines of a sample source with their ends; none for a file that cannot be read."""
    return SOURCES.get(path, "").splitlines(keepends=True)
