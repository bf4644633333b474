"""What follows an acquisition goes into a block of its own, or nothing is offered: by stories, and by odd bytes."""

import shutil
from pathlib import Path

import pytest

from isolint.change import Change, Enclose, Insert, Place, Remove, Rewrite
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.fixes.making import make
from test_fixed_stories import CASES, EXPECT, fixed

FIXED = (
    "ISO204/clients-of-other-services", "ISO204/closed-unless-something-raises", "ISO204/connections-of-drivers",
    "ISO204/closed-before-each-return", "ISO402/reset-only-where-nothing-fails", "ISO402/two-variables-of-a-job",
    "ISO402/thread-of-an-executor", "ISO404/entered-by-its-class", "ISO404/left-behind-by-a-test",
    "ISO404/only-when-all-goes-well", "ISO516/begun-before-the-test", "ISO516/closed-when-all-is-well",
)  # fmt: skip
LEFT_ALONE = (
    "ISO204/used-behind-its-block", "ISO402/set-for-others", "ISO402/set-first-for-every-request",
    "ISO404/nobody-can-await-it", "ISO516/made-between-assertions",
)  # fmt: skip


def findings(root: Path) -> list[Finding]:
    return list(check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report.findings)


def copied(story: str, tmp_path: Path) -> Path:
    root = tmp_path / "story"
    shutil.copytree(CASES / story, root, ignore=shutil.ignore_patterns("*.fixed", "__pycache__"))
    for file in root.rglob("*.py"):
        file.write_bytes(EXPECT.sub(b"", file.read_bytes()))
    return root


@pytest.mark.parametrize("story", FIXED)
def test_nothing_is_left_to_find_where_all_was_fixed(story: str, tmp_path: Path) -> None:
    root = copied(story, tmp_path)
    code = story.partition("/")[0]
    before = [each for each in findings(root) if each.code == code]
    unoffered = [each for each in before if each.fix is None]
    fixed(root)
    assert len([each for each in findings(root) if each.code == code]) == len(unoffered)
    assert {each.code for each in findings(root)} <= {code}


@pytest.mark.parametrize("story", LEFT_ALONE)
def test_no_fix_is_offered_where_it_could_not_be_right(story: str, tmp_path: Path) -> None:
    found = [each for each in findings(copied(story, tmp_path)) if each.code == story.partition("/")[0]]
    assert found
    assert [each.line for each in found if each.fix] == []


def test_thread_locals_have_no_token(tmp_path: Path) -> None:
    found = [each for each in findings(copied("ISO402/left-in-a-worker", tmp_path)) if each.code == "ISO402"]
    assert [(each.line, each.fix is None) for each in found] == [(12, False), (20, True)]


def test_what_is_collected_in_a_loop_is_not_ended_in_it(tmp_path: Path) -> None:
    found = [each for each in findings(copied("ISO404/collected-in-a-loop", tmp_path)) if each.code == "ISO404"]
    assert [(each.line, each.fix is None) for each in found] == [(7, True), (15, False)]


def test_what_is_made_without_a_name_cannot_be_ended(tmp_path: Path) -> None:
    found = findings(copied("ISO404/engine-never-cleaned-up", tmp_path))
    assert [(each.line, each.fix is None) for each in found] == [(9, False), (15, True), (20, False)]


def test_messages_say_how_it_is_ended(tmp_path: Path) -> None:
    found = findings(copied("ISO204/connections-of-drivers", tmp_path))
    assert [each.fix.message for each in found if each.fix] == [
        "release `connection` on every path by `async with`",
        "release `session` on every path by `async with`",
        "release `archive` on every path by `async with`",
        "release `line` on every path by `finally`",
    ]


@pytest.mark.parametrize(
    ("call", "kept"),
    [
        ("httpx.AsyncClient()", "    async with httpx.AsyncClient() as it:\n        return await it.get('/')\n"),
        (
            "await aiosqlite.connect('')",
            "    async with aiosqlite.connect('') as it:\n        return await it.get('/')\n",
        ),
        ("await opened()", "    async with await opened() as it:\n        return await it.get('/')\n"),
        ("await begun()", None),  # begun already, and so cannot be entered
        ("opened()", None),  # not awaited: another mistake
        ("engine.raw_connection()", None),  # no row says how it is entered
        ("sync_maker()", None),  # whatever it gives is awaited, so it is not what the pack says
    ],
)
def test_how_a_thing_is_entered_depends_on_what_makes_it(call: str, kept: str | None, tmp_path: Path) -> None:
    start = (
        "import aiosqlite\nimport httpx\nfrom fastapi import FastAPI\n"
        "from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine\n"
        "from sqlalchemy.orm import sessionmaker\n\napp = FastAPI()\nengine = create_async_engine('x')\n"
        "sync_maker = sessionmaker(class_=AsyncSession)\n\n\nasync def opened():\n    return AsyncSession()\n\n\n"
        "async def begun():\n    return await engine.connect()\n\n\n@app.get('/')\nasync def rooms():\n"
    )
    (tmp_path / "app.py").write_text(f"{start}    it = {call}\n    return await it.get('/')\n", encoding="utf-8")
    if kept is None:
        assert [each.fix for each in findings(tmp_path) if each.code == "ISO204" and each.fix] == []
    else:
        assert fixed(tmp_path)["app.py"].decode() == start + kept


def made(data: bytes, *changes: Change) -> bytes | str:
    """The bytes that changes make, or why they do not."""
    result = make("a.py", data, {"fix": changes})
    return result.refused.get("fix", result.data)


def place(data: bytes, code: str) -> Place:
    """Where `code` stands first, on one line of text that is ASCII."""
    text = data.decode("ascii", errors="replace")
    at = text.index(code)
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return line, column, line, column + len(code)


def entered(data: bytes, call: str, *last: str) -> bytes | str:
    return made(data, Enclose(place(data, call), manager="with {}", last=tuple(place(data, each) for each in last)))


def ensured(data: bytes, call: str, *last: str, tail: str = "") -> bytes | str:
    return made(data, Enclose(place(data, call), tail=tail, last=tuple(place(data, each) for each in last)))


def test_tabs_and_line_ends_stay() -> None:
    data = b"def f(g):\r\n\tx = g()\r\n\tif x:\r\n\t\tx.do(\r\n\t\t\t1,\r\n\t\t)\r\n\tx.close()\r\n\treturn 1"
    assert entered(data, "g()", "x.close()") == (
        b"def f(g):\r\n\twith g() as x:\r\n\t\tif x:\r\n\t\t\tx.do(\r\n\t\t\t\t1,\r\n\t\t\t)\r\n\treturn 1"
    )
    assert ensured(data, "g()", "x.close()") == (
        b"def f(g):\r\n\tx = g()\r\n\ttry:\r\n\t\tif x:\r\n\t\t\tx.do(\r\n\t\t\t\t1,\r\n\t\t\t)\r\n"
        b"\tfinally:\r\n\t\tx.close()\r\n\treturn 1"
    )


def test_indent_of_the_function_decides_not_that_of_the_file() -> None:
    data = b"def a():\n    return 1\n\n\ndef f(g):\n  x = g()\n  x.do()\n"
    assert entered(data, "g()") == b"def a():\n    return 1\n\n\ndef f(g):\n  with g() as x:\n    x.do()\n"


def test_text_of_several_lines_stays_and_what_goes_on_is_indented() -> None:
    data = b"def f(g):\n    x = g()\n    x.do('''a\n  b''', \\\n         1)\n    return '''\n'''\n"
    assert ensured(data, "g()", tail="x.close()") == (
        b"def f(g):\n    x = g()\n    try:\n        x.do('''a\n  b''', \\\n             1)\n        return '''\n'''\n"
        b"    finally:\n        x.close()\n"
    )


def test_comments_and_blank_lines_stay_where_they_belong() -> None:
    data = (
        b"def f(g):\n    # of g\n    x = g()  # mine\n\n    # do it\n    x.do()\n    for y in x:\n        y()\n\n"
        b"    # done\n    x.close()  # bye\n    # end\n\n\n# next\ny = 1\n"
    )
    assert entered(data, "g()", "x.close()") == (
        b"def f(g):\n    # of g\n    with g() as x:  # mine\n        # do it\n        x.do()\n"
        b"        for y in x:\n            y()\n    # end\n\n\n# next\ny = 1\n"
    )
    assert ensured(data, "g()", "x.close()") == (
        b"def f(g):\n    # of g\n    x = g()  # mine\n    try:\n        # do it\n        x.do()\n"
        b"        for y in x:\n            y()\n    finally:\n        # done\n        x.close()  # bye\n    # end\n\n\n"
        b"# next\ny = 1\n"
    )


def test_blocks_nest_in_their_order_whatever_ends_first() -> None:
    data = b"def f(g, h):\n    x = g()\n    y = h()\n    x.do(y)\n    x.close()\n    y.close()\n"
    both = [
        Enclose(place(data, "h()"), manager="with {}", last=(place(data, "y.close()"),)),
        Enclose(place(data, "g()"), last=(place(data, "x.close()"),)),
    ]
    assert made(data, *both) == (
        b"def f(g, h):\n    x = g()\n    try:\n        with h() as y:\n            x.do(y)\n"
        b"    finally:\n        x.close()\n"
    )


def test_other_fixes_of_the_same_statement_are_done_too() -> None:
    data = b"def f(g):\n    x = g(0)\n    x.do()\n"
    at = place(data, "g(0)")
    changes: list[Change] = [
        Enclose(at, manager="with {}"),
        Rewrite(place(data, "0"), "1"),
        Insert(at, "g.a()", "before"),
        Insert(at, "g.b()", "before"),
        Insert(at, "g.c()", "after"),
    ]
    assert made(data, *changes) == (
        b"def f(g):\n    g.a()\n    g.b()\n    with g(1) as x:\n        g.c()\n        x.do()\n"
    )


def test_whole_body_is_enclosed_but_for_its_docstring() -> None:
    data = b'def f(x):\n    """Doc."""\n    x.do()\n    x.close()\n'
    change = Enclose((1, 5, 1, 6), last=(place(data, "x.close()"),))
    assert made(data, change) == (
        b'def f(x):\n    """Doc."""\n    try:\n        x.do()\n    finally:\n        x.close()\n'
    )


def test_block_begins_where_all_that_ends_it_is_bound() -> None:
    data = b"def f(g):\n    x = g()\n    names = [1, 2]\n    assert x\n    x.drop(names)\n"
    assert ensured(data, "g()", "x.drop(names)") == (
        b"def f(g):\n    x = g()\n    names = [1, 2]\n    try:\n        assert x\n    finally:\n        x.drop(names)\n"
    )


def test_token_is_named_once() -> None:
    data = b"def f(v):\n    v.set(1)\n    return 2\n"
    change = Enclose(place(data, "v.set(1)"), tail="v.reset(token)", name="token")
    wanted = b"def f(v):\n    token = v.set(1)\n    try:\n        return 2\n    finally:\n        v.reset(token)\n"
    assert made(data, change) == wanted
    taken = data.replace(b"return 2", b"return token")
    assert made(taken, change) == "`token` is used already"


@pytest.mark.parametrize(
    ("data", "call", "last", "why"),
    [
        (b"def f(g): x = g(); x.do()\n", "g()", (), "line 1 holds a block and its statements"),
        (b"def f(g):\n    x = g(); x.do()\n    x.do()\n", "g()", (), "line 2 holds several statements"),
        (b"def f(g):\n    x = g()\n", "g()", (), "nothing follows line 2 in its block"),
        (b"def f(g):\n    x = g()\n    x.close()\n", "g()", ("x.close()",), "nothing follows line 2 in its block"),
        (b"x = g()\nx.do()\n", "g()", (), "line 1 stands in no function"),
        (b"def f(g):\n    x = y = g()\n    x.do()\n", "g()", (), "line 2 does not assign what it calls to one name"),
        (b"def f(g):\n    g.x = g()\n    x.do()\n", "g()", (), "line 2 does not assign what it calls to one name"),
        (b"def f(g):\n    x = h(g())\n    x.do()\n", "g()", (), "line 2 does not assign what it calls to one name"),
        (b"def f(g):\n    x = g()\n    for x in x: pass\n", "g()", (),
         "`x` is assigned again before the end of its block"),
        (b"def f(g):\n    x = g()\n    del x\n", "g()", (), "`x` is assigned again before the end of its block"),
        (b"def f(g):\n    if g:\n        x = g()\n        x.do()\n    return x\n", "g()", (),
         "`x` is used behind the block that it is made in"),
        (b"def f(g):\n    x = g()\n    if x:\n        x.close()\n    x.do()\n", "g()", ("x.close()",),
         "line 4 does not end the block of line 2"),
    ],
)  # fmt: skip
def test_what_is_not_so_simple_is_refused(data: bytes, call: str, last: tuple[str, ...], why: str) -> None:
    assert entered(data, call, *last) == why


def test_branches_of_which_only_one_runs_do_not_disturb_each_other() -> None:
    data = b"def f(g, h):\n    if g:\n        x = g()\n        x.do()\n    else:\n        x = h()\n        x.do()\n"
    assert entered(data, "g()") == data.replace(b"x = g()\n        x", b"with g() as x:\n            x")


def test_names_bound_on_some_paths_only_cannot_end_a_block() -> None:
    data = b"def f(x):\n    if x:\n        y = 1\n    assert x\n    x.drop(y)\n"
    change = Enclose((1, 5, 1, 6), last=(place(data, "x.drop(y)"),))
    assert made(data, change) == "`y` is assigned again before the end of its block"


def test_early_ends_go_with_the_last_one() -> None:
    data = b"def f(g):\n    x = g()\n    if x:\n        x.end()\n        return 1\n    x.close()\n    return 2\n"
    changes: list[Change] = [
        Enclose(place(data, "g()"), manager="with {}", last=(place(data, "x.close()"),)),
        Remove(place(data, "x.end()")),
    ]
    assert made(data, *changes) == (
        b"def f(g):\n    with g() as x:\n        if x:\n            return 1\n    return 2\n"
    )
