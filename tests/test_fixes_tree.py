"""Rewriting leaves everything but the fix as it is, whatever the bytes of the file: odd inputs, one by one."""

import pytest

from isolint.change import (
    Change,
    Decorate,
    Default,
    Enclose,
    Import,
    Insert,
    Parameter,
    Pass,
    Place,
    Remove,
    Restore,
    Rewrite,
)
from isolint.fixes.editing import edited
from isolint.fixes.making import make
from isolint.fixes.names import complaints
from isolint.fixes.tree import Tree, Unfixable
from isolint.fixes.untouched import keeps_the_rest
from isolint.fixes.unused import without_imports
from isolint.source import decode
from isolint.source.text import encode

BOM = b"\xef\xbb\xbf"


def rewritten(data: bytes, *changes: Change) -> bytes:
    """The bytes with the changes, not proved by names: what is put in is not used."""
    return encode(edited(decode(data), changes), data)


def at(data: bytes, code: str) -> Place:
    """Where `code` stands first; it is on one line."""
    text = decode(data).replace("\r\n", "\n")
    start = text.index(code)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return line, column, line, column + len(code)


def named(data: bytes, name: str) -> Place:
    """Where a name stands behind `def` or `class`."""
    line, column, *_ = at(data, f" {name}")
    return line, column + 1, line, column + 1 + len(name)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"x = 1\n", b"import os\n\nx = 1\n"),
        (BOM + b"x = 1\n", BOM + b"import os\n\nx = 1\n"),
        (b"import sys\r\nx = sys\r\n", b"import os\r\nimport sys\r\nx = sys\r\n"),
        (b"import sys", b"import os\nimport sys"),
        (b'"""d"""', b'"""d"""\n\nimport os'),
        (b'"""d"""\n# c\nx = 1\n', b'"""d"""\n\nimport os\n\n# c\nx = 1\n'),
        (b'"""d"""\nclass A: pass\n', b'"""d"""\n\nimport os\n\n\nclass A: pass\n'),
        (b'#!/x\n# coding: latin-1\nx = "\xe9"\n', b'#!/x\n# coding: latin-1\nimport os\n\nx = "\xe9"\n'),
        (b"# (c)\n\nimport sys\n", b"# (c)\n\nimport os\nimport sys\n"),
        (b"import sys\n\x0c\nx = sys\n", b"import os\nimport sys\n\x0c\nx = sys\n"),
        (b"from __future__ import annotations\nx = 1\n", b"from __future__ import annotations\n\nimport os\n\nx = 1\n"),
        (b"def f():\n    import os\n", b"import os\n\n\ndef f():\n    import os\n"),
        (b"import os, sys\n", b"import os, sys\n"),
        (b"import sys, re\n", b"import os\nimport sys, re\n"),
    ],
)
def test_import_of_a_module_finds_its_place(data: bytes, wanted: bytes) -> None:
    assert rewritten(data, Import("os")) == wanted


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        (b"from a import b  # why\n", "z", b"from a import b, z  # why\n"),
        (b"from a import (\n    b,  # b\n)\n", "z", b"from a import (\n    b,  # b\n    z,\n)\n"),
        (b"from a import (\n    b  # b\n)\n", "z", b"from a import (\n    b,  # b\n    z\n)\n"),
        (b"from a import (\n    b,\n)\n", "z", b"from a import (\n    b,\n    z,\n)\n"),
        (b"from a import (\n    b,  # b\n)\n", "a", b"from a import (\n    a,\n    b,  # b\n)\n"),
        (b"from a import (\n    b,\n    d,  # d\n)\n", "c", b"from a import (\n    b,\n    c,\n    d,  # d\n)\n"),
        (b"from a import (\n    b,\n    d,  # d\n)\n", "z", b"from a import (\n    b,\n    d,  # d\n    z,\n)\n"),
        (b"from a import b, \\\n    c\n", "z", b"from a import b, \\\n    c, \\\n    z\n"),
        (b"from a import *\n", "z", b"from a import z\nfrom a import *\n"),
        (b"from a import z as y\n", "z", b"from a import z as y, z\n"),
        (b"from . import b\n", "z", b"from . import b\nfrom a import z\n"),
        (b"from a import MAX, Thing, make\n", "Other", b"from a import MAX, Other, Thing, make\n"),
    ],
)
def test_import_of_a_name_joins_those_of_its_module(data: bytes, name: str, wanted: bytes) -> None:
    assert rewritten(data, Import("a", name, own=True)) == wanted


def test_imports_stand_behind_what_sets_the_path_they_need() -> None:
    data = b"import os\nimport sys\n\nROOT = os.getcwd()\nsys.path.insert(0, ROOT)\n\nimport shop\n\nx = shop\n"
    assert rewritten(data, Import("shop.a", "b", own=True)) == data.replace(
        b"import shop\n", b"import shop\nfrom shop.a import b\n"
    )
    alone = data.replace(b"import shop\n\n", b"")
    assert rewritten(alone, Import("shop.a", "b", own=True)) == alone.replace(
        b"ROOT)\n\n", b"ROOT)\n\nfrom shop.a import b\n\n"
    )
    assert rewritten(data, Import("re")) == data.replace(b"import sys\n", b"import re\nimport sys\n")


def test_heading_of_a_section_stays_its_heading() -> None:
    data = b"import os\n\n# third-party\nimport requests\n"
    assert rewritten(data, Import("aaa")) == b"import os\n\n# third-party\nimport aaa\nimport requests\n"
    data = b"import os\n# of requests\nimport requests\n"
    assert rewritten(data, Import("aaa")) == b"import os\nimport aaa\n# of requests\nimport requests\n"


@pytest.mark.parametrize("data", [b"", b"# nothing\n"])
def test_files_without_statements_are_left_alone(data: bytes) -> None:
    with pytest.raises(Unfixable, match="no statements"):
        rewritten(data, Import("os"))


@pytest.mark.parametrize(
    ("data", "where", "wanted"),
    [
        (b"def f():\r\n\tx()\r\n", "begin", b"def f():\r\n\tz()\r\n\tx()\r\n"),
        (b"def f():\n    '''d'''\n\n    x()\n", "begin", b"def f():\n    '''d'''\n    z()\n\n    x()\n"),
        (b"def f():\n    '''d'''\n", "begin", b"def f():\n    '''d'''\n    z()\n"),
        (b"def f():  # c\n    # first\n    x()\n", "begin", b"def f():  # c\n    z()\n    # first\n    x()\n"),
        (b"def f(): x()  # c\n", "begin", b"def f():\n    z()\n    x()  # c\n"),
        (b"def f(): x(); y()\n", "end", b"def f():\n    x(); y()\n    z()\n"),
        (b"@d\nasync def f():\n    x()\n    # end\n\n\ny = 1\n", "end",
         b"@d\nasync def f():\n    x()\n    z()\n    # end\n\n\ny = 1\n"),
    ],
)  # fmt: skip
def test_statement_is_put_into_a_body(data: bytes, where: str, wanted: bytes) -> None:
    assert rewritten(data, Insert(named(data, "f"), "z()", where)) == wanted  # type: ignore[arg-type]  # one of Where


def test_method_at_the_end_of_a_class_stands_apart() -> None:
    data = b"class A:\n    x = 1\n\n\ny = 1\n"
    made = rewritten(data, Insert(named(data, "A"), "def f(self):\n    return 1", "end"))
    assert made == b"class A:\n    x = 1\n\n    def f(self):\n        return 1\n\n\ny = 1\n"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"def f():\n    # c\n\n    # d\n    y(x())\n", b"def f():\n    z()\n    # c\n\n    # d\n    y(x())\n"),
        (b"if a:\n    pass\nelif x():\n    pass\n", b"z()\nif a:\n    pass\nelif x():\n    pass\n"),
        (b"a = lambda: x()\n", b"z()\na = lambda: x()\n"),
        (b"a = \\\n    x()\n", b"z()\na = \\\n    x()\n"),
        (b"a = 1\n\x0c\nx()\n", b"a = 1\n\x0c\nz()\nx()\n"),
        (b"@x()\ndef f(): pass\n", b"z()\n@x()\ndef f(): pass\n"),
        ('a = "\u00e9\U0001f600", x()\n'.encode(), 'z()\na = "\u00e9\U0001f600", x()\n'.encode()),
        (b'# coding: latin-1\na = "\xe9", x()\n', b'# coding: latin-1\nz()\na = "\xe9", x()\n'),
        (BOM + b"x()\n", BOM + b"z()\nx()\n"),
        (b"for a in b:\r\n\tif a:\r\n\t\tx()", b"for a in b:\r\n\tif a:\r\n\t\tz()\r\n\t\tx()"),
    ],
)
def test_statement_is_put_before_the_one_around_a_place(data: bytes, wanted: bytes) -> None:
    assert rewritten(data, Insert(at(data, "x()"), "z()", "before")) == wanted


@pytest.mark.parametrize("data", [b"if a: x()\n", b"a = 1; x()\n", b"def f():\n    if a: b()\n    else: x()\n"])
def test_statements_that_share_a_line_are_left_alone(data: bytes) -> None:
    for change in (Insert(at(data, "x()"), "z()", "before"), Remove(at(data, "x()"))):
        with pytest.raises(Unfixable, match=r"line [123] holds"):
            rewritten(data, change)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"def f():\n    x()\n", b"def f():\n    pass\n"),
        (b"def f():\r\n\tx()\r\n", b"def f():\r\n\tpass\r\n"),
        (b"def f():\n    x()\n\n    y()\n", b"def f():\n    y()\n"),
        (b"def f():\n    x()\n    # end\n\ny = 1\n", b"def f():\n    pass\n    # end\n\ny = 1\n"),
        (b"a()\n\n# about x\nx()\n\nb()\n", b"a()\n\nb()\n"),
        (b"x()\n\n\ny()\n", b"y()\n"),
        (b"# (c)\n\nx()\n", b"# (c)\n\n"),
        (b"x()", b""),
        (b"try:\n    a()\nfinally:\n    x()\n", b"try:\n    a()\nfinally:\n    pass\n"),
    ],
)
def test_statement_is_taken_away(data: bytes, wanted: bytes) -> None:
    assert rewritten(data, Remove(at(data, "x()"))) == wanted


def test_all_of_a_block_is_taken_away() -> None:
    data = b"def f():\n    x()\n    y()\n"
    assert rewritten(data, Remove(at(data, "x()")), Remove(at(data, "y()"))) == b"def f():\n    pass\n"


BEFORE, BEFORE_TOO = Insert((2, 5, 2, 8), "a()", "before"), Insert((2, 5, 2, 8), "b()", "before")
AFTER, AFTER_TOO = Insert((2, 5, 2, 8), "p()", "after"), Insert((2, 5, 2, 8), "q()", "after")
GONE, CHANGED = Remove((2, 5, 2, 8)), Rewrite((2, 5, 2, 8), "w()")
ENSURED = Enclose((2, 5, 2, 8), tail="end()")


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ((BEFORE, BEFORE_TOO), "a b x y"),
        ((AFTER, AFTER_TOO), "x p q y"),
        ((BEFORE, AFTER), "a x p y"),
        ((AFTER, BEFORE), "a x p y"),
        ((BEFORE, GONE), "a y"),
        ((GONE, BEFORE), "a y"),
        ((GONE, AFTER), "p y"),
        ((AFTER, CHANGED, BEFORE), "a w p y"),
        ((BEFORE, ENSURED, AFTER), "a x try: p y finally: end"),
    ],
)
def test_edits_of_one_statement_do_not_depend_on_their_order(changes: tuple[Change, ...], names: str) -> None:
    made = rewritten(b"def f():\n    x()\n    y()\n", *changes).decode()
    assert made.replace("()", "").split()[2:] == names.split()


def test_several_changes_inside_of_each_other_are_done_at_once() -> None:
    data = b"x = a(b(1), [\n    2,  # two\n])\n"
    made = rewritten(data, Pass(at(data, "b(1)"), "0", "k"), Rewrite(at(data, "2"), "22"), Rewrite(at(data, "1"), "11"))
    assert made == b"x = a(b(11, k=0), [\n    22,  # two\n])\n"


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        (b"@d\ndef f(): pass\n", "f", b"@d\n@e\ndef f(): pass\n"),
        (
            b"@d  # c\n# why\n@d2\n\n# below\ndef f(): pass\n",
            "f",
            b"@d  # c\n# why\n@d2\n\n# below\n@e\ndef f(): pass\n",
        ),
        (b"# c\r\nclass A:\r\n\tpass\r\n", "A", b"# c\r\n@e\r\nclass A:\r\n\tpass\r\n"),
    ],
)
def test_decorator_stands_below_the_others(data: bytes, name: str, wanted: bytes) -> None:
    assert rewritten(data, Decorate(named(data, name), "e")) == wanted


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"def f(): pass\n", b"def f(c): pass\n"),
        (b"def f(a, b=1): pass\n", b"def f(a, c, b=1): pass\n"),
        (b"def f(self, *, k): pass\n", b"def f(self, c, *, k): pass\n"),
        (b"def f(\n    a,\n    b,\n): pass\n", b"def f(\n    a,\n    b,\n    c,\n): pass\n"),
        (b"def f(*args, **kw): pass\n", b"def f(c, *args, **kw): pass\n"),
    ],
)
def test_parameter_stands_before_defaults(data: bytes, wanted: bytes) -> None:
    assert rewritten(data, Parameter(named(data, "f"), "c")) == wanted


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("from a import (\n    b,  # b\n    c,  # c\n)\n", ["a.c"], "from a import (\n    b,  # b\n)\n"),
        ("from a import (\n    b,  # b\n    c,  # c\n)\n", ["a.b"], "from a import (\n    c,  # c\n)\n"),
        ("from a import (\n    b,  # b\n    c  # c\n)\n", ["a.c"], "from a import (\n    b  # b\n)\n"),
        ("from a import b, c\n", ["a.c"], "from a import b\n"),
        ("import a, b.c as d\n", ["b.c as d"], "import a\n"),
        ("from . import b\nfrom ..e import f as g\nx = 1\n", [".b", "..e.f as g"], "x = 1\n"),
        ("import os  # noqa\nx = 1\n", ["os"], "x = 1\n"),
        ("# (c)\n\nimport os\nimport sys\n", ["os"], "# (c)\n\nimport sys\n"),
        ("import os\n\nimport sys\n\n\ndef f(): pass\n", ["sys"], "import os\n\n\ndef f(): pass\n"),
        ("import os", ["os"], ""),
        ("import os; import sys\n", ["os"], "import os; import sys\n"),
        ("try:\n    import os\nexcept ImportError:\n    pass\n", ["os"], None),
    ],
)
def test_unused_import_is_taken_away(text: str, names: list[str], wanted: str | None) -> None:
    assert without_imports("a.py", text, names) == (text if wanted is None else wanted)
    assert without_imports("shop/__init__.py", text, names) == text


@pytest.mark.parametrize("data", [b"x = 1\x00\n", b"x = (\n", b"# coding: nothing\nx = 1\n", b'x = "\xff"\n'])
def test_what_cannot_be_read_is_left_as_it_is(data: bytes) -> None:
    made = make("a.py", data, {"fix": [Import("os")]})
    assert made.data == data
    assert list(made.refused) == ["fix"]


def test_what_the_encoding_lacks_is_refused() -> None:
    data = b'# coding: latin-1\nx = "\xe9"\n'
    made = make("a.py", data, {"fix": [Rewrite((2, 5, 2, 8), '"\u20ac"')]})
    assert (made.data, made.refused) == (data, {"fix": "'\u20ac' is not in the file's encoding"})


def test_fix_that_works_is_made_although_another_one_does_not() -> None:
    data = b"x = 1\ny = 2\nz = 3\n"
    fixes = {
        "good": [Rewrite((1, 5, 1, 6), "11")],
        "gone": [Rewrite((2, 9, 2, 12), "22")],
        "unknown": [Rewrite((3, 5, 3, 6), "nowhere")],
    }
    made = make("a.py", data, fixes)
    assert made.data == b"x = 11\ny = 2\nz = 3\n"
    assert made.refused == {
        "gone": "line 2 does not read as it did",
        "unknown": "pyflakes would say: UndefinedName 'nowhere'",
    }


def test_complaints_are_counted_and_know_no_lines() -> None:
    assert complaints("import os\n") == complaints("\n\nimport os\n")
    assert sum(complaints("x\nx\n").values()) == 2
    assert [each.kind for each in complaints("x = (\n")] == ["SyntaxError"]


def test_lines_that_nothing_touches_stay_in_their_order() -> None:
    before = "a\nb\nc\n"
    keeps_the_rest(before, "a\nB\nB\nc\n", [(2, 2)])
    keeps_the_rest(before, "a\nc\n", [(2, 2)])
    keeps_the_rest(before, "a\nx\nb\nc\n", [(2, 1)])
    keeps_the_rest("a\x0cb\r\nc", "a\x0cb\r\nd", [(2, 2)])
    for after, touched in [
        ("a\nb\nC\n", [(2, 2)]), ("A\nb\nc\n", [(2, 2)]), ("x\na\nb\nc\n", [(2, 2)]), ("c\nb\na\n", [(2, 2)]),
        ("a\r\nb\nc\n", [(2, 2)]), ("a\nb\nc", [(2, 2)]),
    ]:  # fmt: skip
        with pytest.raises(Unfixable, match="would change though"):
            keeps_the_rest(before, after, touched)


def test_places_that_hold_something_else_are_not_found() -> None:
    tree = Tree("def f(x):\n    return x(1)\n")
    assert tree.defined((1, 5, 1, 6)).name.value == "f"
    for place in [(1, 7, 1, 8), (2, 12, 2, 13)]:
        with pytest.raises(Unfixable, match="defines nothing"):
            tree.defined(place)
    with pytest.raises(Unfixable, match="does not read as it did"):
        tree.statement((9, 1, 9, 2))


@pytest.mark.parametrize("text", ["x = (\n", "def f(:\n"])
def test_what_libcst_cannot_read_says_so_in_one_line(text: str) -> None:
    with pytest.raises(Unfixable) as told:
        Tree(text)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("body", "remembers"),
    [
        ("    if x in seen: return False\n    seen.add(x)\n", True),
        ("    if x not in seen:\n        seen[x] = object()\n    return seen[x]\n", True),
        ("    seen[0] += 1\n    return seen[0]\n", True),
        ("    for each in x:\n        if each not in seen:\n            seen.append(each)\n", False),
        ("    if x in seen: return\n    seen.add(x)\n    for each in x: f(each, seen)\n", False),
        ("    seen.append(x)\n    return x in seen\n", False),
    ],
)
def test_default_that_remembers_on_purpose_is_left_alone(body: str, remembers: bool) -> None:  # noqa: FBT001
    data = f"def f(x, seen=make()):\n{body}".encode()
    if remembers:
        with pytest.raises(Unfixable, match="`seen` may be there to remember"):
            rewritten(data, Default(named(data, "f"), "seen"))
    else:
        assert b"    if seen is None:\n        seen = make()\n" in rewritten(data, Default(named(data, "f"), "seen"))


@pytest.mark.parametrize("code", ['os.environ["A"  # why\n] = "1"', 'os.environ.pop("A",  # why\n)'])
def test_comments_are_no_part_of_what_a_fixture_does(code: str) -> None:
    data = f"import os\n{code}\n".encode()
    with pytest.raises(Unfixable, match="would lose a comment"):
        rewritten(data, Restore(at(data, "os.environ"), "monkeypatch"))


def test_lines_that_go_into_another_block_keep_what_they_say() -> None:
    before = "def f():\n    a = g()\n    b(a)\n\n    c(a)\n# end\n"
    after = "def f():\n    a = g()\n    try:\n        b(a)\n\n        c(a)\n    finally:\n        a.close()\n# end\n"
    touched, shifted = [(2, 2)], [(2, 5), (6, 6)]
    keeps_the_rest(before, after, touched, shifted)
    for wrong in (after.replace("c(a)", "c(b)"), after.replace("        b(a)\n", ""), after.replace("# end", "# End")):
        with pytest.raises(Unfixable, match=r"line \d would change"):
            keeps_the_rest(before, wrong, touched, shifted)
    with pytest.raises(Unfixable, match="line 3 would change"):
        keeps_the_rest(before, after, touched)
