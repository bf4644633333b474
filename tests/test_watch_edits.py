"""Over any edits, what stays from save to save says what a fresh run says."""

import random
from pathlib import Path

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, project
from isolint.config import load
from isolint.engine import Request, check
from isolint.engine.plan import planned
from isolint.engine.watching import Held, about, differing, holding, renewed
from isolint.program.values.surface import Surface

KEPT = "CACHE = {}\n\n\nclass Base:\n    pass\n"
HEIR = "from {module} import Base as Root\n\n\nclass Heir(Root):\n    pass\n"
PACKAGE = "from .b import CACHE\n"
ROUTES = (
    "from fastapi import FastAPI\nfrom {module} import CACHE as KEPT\n\napp = FastAPI()\n\n\n"
    '@app.get("/")\ndef get(user_id: str, name: str) -> str:\n    KEPT["last"] = name\n    return KEPT["last"]\n'
)
FLASK = "import flask\n\napp = flask.Flask(__name__)\nlast = {}\n\n\n@app.route('/')\ndef get():\n    last['x'] = 1\n"
TEXTS = (
    KEPT, PACKAGE, LEAK, CLEAN, BROKEN, FLASK, *(t.format(module=m) for t in (HEIR, ROUTES) for m in ("a", "pkg.b")),
)  # fmt: skip
EDITED = ("a.py", "pkg/b.py", "pkg/__init__.py", "c.py")


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_held_over_edits_says_what_a_fresh_run_does(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = dict.fromkeys(EDITED, KEPT)
    project(tmp_path / "shop", {"isolint.toml": "", "lib/main.py": "import a\n", **texts}, monkeypatch)
    chance = random.Random(seed)  # noqa: S311  # the same edits each time
    config = load([], cwd=Path.cwd())
    told = []
    with holding(config, Request(cache=False, jobs=1)) as first:
        about(first, list(first.units))
        held = first
        for _ in range(60):
            edit(chance)
            before, held = held, renewed(held, planned(config, Request(), held.run.plan.supplied))
            assert answers(held.surface) == answers(Surface(tuple(held.units.values())))
            for path in sorted(differing(before.run.plan, held.run.plan)):
                alone = check(config, Request(given=(path,), cache=False, jobs=1)).report
                assert about(held, {path}).report == alone
                told.append(len(alone.findings))
    assert len(set(told)) > 1


def answers(told: Surface) -> tuple[object, ...]:
    """All that it can be asked."""
    names = sorted({name for unit in told.units for name in unit.interface.mentions} | {"nobody"})
    return (
        {name: tuple(told.mentioning(name)) for name in names}, told.mentioned(names), told.libraries(), told.aliases(),
        {name: told.heirs(name) for name in names}, [told.imports.runs(file) for file in range(len(told.units))],
    )  # fmt: skip


def edit(chance: random.Random) -> None:
    """Change one file or two, mostly without adding or removing one."""
    for _ in range(chance.randrange(1, 3)):
        path = Path(chance.choice(EDITED))
        if chance.randrange(8):
            path.write_text(chance.choice(TEXTS), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def test_the_vocabulary_stays_while_no_other_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path / "shop", {"a.py": KEPT, "c.py": "x = 1\n"}, monkeypatch)
    config = load([], cwd=Path.cwd())

    def saved(held: Held, text: str) -> Held:
        Path("c.py").write_text(text, encoding="utf-8")
        return renewed(held, planned(config, Request()))

    with holding(config, Request(cache=False, jobs=1)) as held:
        other = saved(held, "y = 22\n")
        assert other.words is held.words
        flask = saved(other, FLASK)
        assert flask.words is not held.words
        assert "flask" in {pack.name for pack in flask.words.packs}
        assert "flask" not in {pack.name for pack in saved(flask, "z = 333\n").words.packs}
