"""What a project may say in its configuration, where it is found, and how mistakes in it are told."""

import os
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from isolint.config import DEFAULT_AREAS, Area, Overrides, find_root, fingerprint, load, with_nested
from isolint.errors import UsageError

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, text: str = "") -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
        return file

    return write_file


def mistake(folder: Path, text: str, name: str = "pyproject.toml") -> str:
    """What is said about a configuration with this text."""
    (folder / name).write_text(dedent(text), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load([], cwd=folder)
    return str(caught.value)


class TestRoot:
    def test_nearest_configuration_above_the_common_folder(self, tmp_path: Path, write: Write) -> None:
        file = write("shop/pyproject.toml", "[tool.isolint]\n")
        write("shop/app/a.py", "")
        write("shop/tests/b.py", "")
        given = [Path("shop/app/a.py"), Path("shop/tests")]
        assert find_root(given, tmp_path, None) == (tmp_path / "shop", file)

    def test_a_pyproject_without_our_table_is_passed_by(self, tmp_path: Path, write: Write) -> None:
        file = write("isolint.toml", "")
        write("shop/pyproject.toml", '[project]\ndependencies = ["isolint"]\n')
        assert find_root([Path("shop")], tmp_path, None) == (tmp_path, file)

    def test_own_file_wins_over_pyproject_beside_it(self, tmp_path: Path, write: Write) -> None:
        write("pyproject.toml", "[tool.isolint]\n")
        hidden = write(".isolint.toml", "")
        assert find_root([], tmp_path, None) == (tmp_path, hidden)

    @pytest.mark.parametrize("control", [".git", ".hg"])
    def test_version_control_where_nothing_is_configured(self, tmp_path: Path, write: Write, control: str) -> None:
        write(f"shop/{control}/config", "")
        write("shop/app/a.py", "")
        assert find_root([Path("shop/app/a.py")], tmp_path, None) == (tmp_path / "shop", None)

    def test_a_worktree_has_a_file_named_git(self, tmp_path: Path, write: Write) -> None:
        write("shop/.git", "gitdir: elsewhere")
        write("shop/app/a.py", "")
        assert find_root([Path("shop/app")], tmp_path, None) == (tmp_path / "shop", None)

    def test_current_folder_where_there_is_neither(self, tmp_path: Path, write: Write) -> None:
        write("app/a.py", "")
        assert find_root([Path("app")], tmp_path, None) == (tmp_path, None)

    def test_given_folder_that_lies_elsewhere_and_has_neither(self, tmp_path: Path, write: Write) -> None:
        file = write("there/a.py", "")
        (tmp_path / "here").mkdir()
        assert find_root([file], tmp_path / "here", None) == (tmp_path / "there", None)

    def test_a_given_root_decides_alone(self, tmp_path: Path, write: Write) -> None:
        write("shop/app/isolint.toml", "")
        file = write("shop/isolint.toml", "")
        assert find_root([Path("shop/app")], tmp_path, Path("shop")) == (tmp_path / "shop", file)
        with pytest.raises(UsageError, match=r"^root 'shp' is not a folder$"):
            find_root([], tmp_path, Path("shp"))


class TestLoad:
    def test_defaults(self, tmp_path: Path) -> None:
        config = load([], cwd=tmp_path, root=tmp_path)
        assert (config.file, config.paths, config.baseline) == (None, (".",), ".isolint-baseline.json")
        assert {".git", ".venv", "node_modules", "__pycache__", "site-packages"} <= set(config.exclude)
        assert config.areas == DEFAULT_AREAS
        [choice] = config.choices
        assert (choice.folder, choice.select, choice.min_confidence, choice.strict) == ("", (), "medium", False)

    def test_every_key(self, tmp_path: Path, write: Write) -> None:
        write(
            "pyproject.toml",
            """
            [tool.isolint]
            paths = ["app", "tests"]
            exclude = ["generated"]
            select = ["ISO1"]
            extend-select = ["ISO606"]
            ignore = ["ISO108"]
            min-confidence = "low"
            strict = true
            packs = ["netra"]
            baseline = "known.json"
            [tool.isolint.per-file-ignores]
            "tests/*.py" = ["ISO5"]
            [tool.isolint.severity]
            ISO103 = "note"
            [tool.isolint.areas.soak]
            kind = "stress"
            paths = ["tests/soak/"]
            markers = ["soak"]
            [tool.isolint.vocabulary]
            identities = [{ path = "shop.Tenant" }]
            """,
        )
        config = load([], cwd=tmp_path)
        [choice] = config.choices
        assert config.file == tmp_path / "pyproject.toml"
        assert config.paths == ("app", "tests")
        assert config.exclude[-1] == "generated"
        assert config.packs == ("netra",)
        assert config.baseline == "known.json"
        assert config.areas == (Area("soak", "stress", ("tests/soak/",), ("soak",)), *DEFAULT_AREAS)
        assert config.vocabulary == {"identities": [{"path": "shop.Tenant"}]}
        assert (choice.select, choice.extend_select, choice.ignore) == (("ISO1",), ("ISO606",), ("ISO108",))
        assert choice.per_file_ignores == (("tests/*.py", ("ISO5",)),)
        assert (choice.severity, choice.min_confidence, choice.strict) == ({"ISO103": "note"}, "low", True)

    def test_an_area_named_after_its_kind_need_not_say_it(self, tmp_path: Path, write: Write) -> None:
        write("isolint.toml", '[areas.e2e]\npaths = ["system/"]\n')
        assert load([], cwd=tmp_path).areas[0] == Area("e2e", "e2e", ("system/",))

    def test_command_line_has_the_last_word(self, tmp_path: Path, write: Write) -> None:
        write("isolint.toml", 'select = ["ISO1"]\nextend-select = ["ISO606"]\nignore = ["ISO108"]\nstrict = true\n')
        spoken = Overrides(select=("ISO2",), ignore=("ISO204",), exclude=("old",), strict=False, min_confidence="high")
        config = load([], cwd=tmp_path, overrides=spoken)
        [choice] = config.choices
        assert (choice.select, choice.extend_select, choice.ignore) == (("ISO2",), (), ("ISO108", "ISO204"))
        assert (choice.strict, choice.min_confidence, config.exclude[-1]) == (False, "high", "old")

    def test_a_named_file_is_read_instead_of_the_root_s_own(self, tmp_path: Path, write: Write) -> None:
        write("isolint.toml", "strict = false\n")
        file = write("ci/gate.toml", "strict = true\n")
        config = load([], cwd=tmp_path, file=Path("ci/gate.toml"))
        assert (config.root, config.file, config.choices[0].strict) == (tmp_path, file, True)

    def test_a_byte_order_mark_does_no_harm(self, tmp_path: Path) -> None:
        (tmp_path / "isolint.toml").write_bytes(b"\xef\xbb\xbfstrict = true\r\n")
        assert load([], cwd=tmp_path).choices[0].strict


class TestExtend:
    def test_is_merged_under_the_file_that_extends(self, tmp_path: Path, write: Write) -> None:
        write(
            "company/base.toml",
            """
            strict = true
            baseline = "company.json"
            exclude = ["vendored"]
            extend-select = ["ISO606"]
            ignore = ["ISO108"]
            severity = { ISO103 = "note", ISO104 = "note" }
            [vocabulary.identities]
            tenant = "high"
            [areas.soak]
            kind = "stress"
            markers = ["soak"]
            """,
        )
        write(
            "shop/isolint.toml",
            """
            extend = "../company/base.toml"
            exclude = ["generated"]
            extend-select = ["ISO608"]
            ignore = ["ISO112"]
            severity = { ISO104 = "error" }
            [vocabulary.identities]
            customer = "high"
            [areas.unit]
            paths = ["quick/"]
            """,
        )
        config = load([], cwd=tmp_path / "shop")
        [choice] = config.choices
        assert (choice.strict, config.baseline, config.exclude[-2:]) == (
            True,
            "company.json",
            ("vendored", "generated"),
        )
        assert (choice.extend_select, choice.ignore) == (("ISO606", "ISO608"), ("ISO112",))
        assert choice.severity == {"ISO103": "note", "ISO104": "error"}
        assert config.vocabulary == {"identities": {"tenant": "high", "customer": "high"}}
        assert [area.name for area in config.areas[:2]] == ["unit", "soak"]

    def test_select_starts_afresh(self, tmp_path: Path, write: Write) -> None:
        write("base.toml", 'select = ["ISO1"]\nextend-select = ["ISO606"]\n')
        write("isolint.toml", 'extend = "base.toml"\nselect = ["ISO2"]\n')
        [choice] = load([], cwd=tmp_path).choices
        assert (choice.select, choice.extend_select) == (("ISO2",), ())

    def test_a_cycle(self, tmp_path: Path, write: Write) -> None:
        write("base.toml", 'extend = "isolint.toml"\n')
        told = mistake(tmp_path, 'extend = "base.toml"\n', "isolint.toml")
        cycle = "isolint.toml -> base.toml -> isolint.toml"
        assert told == f"base.toml: extend: expected a chain with an end, not the cycle {cycle}"

    def test_a_missing_file(self, tmp_path: Path, write: Write) -> None:
        write("company.toml", "")
        told = mistake(tmp_path, '[tool.isolint]\nextend = "compny.toml"\n')
        assert told == (
            "pyproject.toml: tool.isolint.extend: file 'compny.toml' does not exist, did you mean 'company.toml'?"
        )

    def test_a_pyproject_without_our_table(self, tmp_path: Path, write: Write) -> None:
        write("base/pyproject.toml", "[project]\n")
        told = mistake(tmp_path, 'extend = "base/pyproject.toml"\n', "isolint.toml")
        assert told == f"{os.path.join('base', 'pyproject.toml')}: expected a table [tool.isolint]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('selct = ["ISO1"]', "selct: unknown key, did you mean 'select'?"),
        ('extend_select = ["ISO1"]', "extend_select: unknown key, did you mean 'extend-select'?"),
        ('select = "ISO1"', "select: expected a list of strings, not a string"),
        ('select = ["ISO1", 2]', "select[1]: expected a string, not an integer"),
        ('ignore = [""]', "ignore[0]: expected a string, not an empty string"),
        ("strict = 1", "strict: expected true or false, not an integer"),
        ("baseline = 2026-01-01", "baseline: expected a string, not a date or time"),
        ('severity = "error"', "severity: expected a table, not a string"),
        (
            'severity = { ISO103 = "eror" }',
            "severity.ISO103: expected one of error, warning, note, not 'eror', did you mean 'error'?",
        ),
        ('min-confidence = "sure"', "min-confidence: expected one of high, medium, low, not 'sure'"),
        ("min-confidence = true", "min-confidence: expected one of high, medium, low, not a boolean"),
        (
            'per-file-ignores = { "tests/*.py" = "ISO5" }',
            'per-file-ignores."tests/*.py": expected a list of strings, not a string',
        ),
        (
            'areas.soak = { paths = ["soak/"] }',
            "areas.soak: expected a key 'owner', or 'kind', one of unit, integration, e2e, critical, stress",
        ),
        (
            'areas.soak = { kind = "stres", paths = ["soak/"] }',
            (
                "areas.soak.kind: expected one of unit, integration, e2e, critical, stress, not 'stres', "
                "did you mean 'stress'?"
            ),
        ),
        ('areas.soak = { kind = "stress" }', "areas.soak: expected a key 'paths' or 'markers'"),
        ('areas.unit = { path = ["quick/"] }', "areas.unit.path: unknown key, did you mean 'paths'?"),
        ("areas = []", "areas: expected a table, not a list"),
        ("vocabulary = 1.5", "vocabulary: expected a table, not a float"),
        ('"two\\nlines" = 1\nstrict = 1', '"two\\nlines": unknown key, known: '),
    ],
)
def test_a_wrong_key_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    said = mistake(tmp_path, f"[tool.isolint]\n{text}\n")
    assert said.startswith(f"pyproject.toml: tool.isolint.{told}")
    assert told.endswith("known: ") or said.endswith(told)
    assert "\n" not in said


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("pyproject.toml", b"[tool]\nisolint = 3\n", "pyproject.toml: tool.isolint: expected a table, not an integer"),
        ("pyproject.toml", b"[tool.isolint]\n\nstrict = tru\n", "pyproject.toml:3: invalid value"),
        ("isolint.toml", b'strict = true\npaths = ["app"\n\n', "isolint.toml:2: unclosed array"),
        ("isolint.toml", b"strict = true\n# caf\xe9\n", "isolint.toml:2: expected UTF-8"),
        ("isolint.toml", b"a = " + b"[" * 20_000, "isolint.toml: nested too deeply"),
        (
            "isolint.toml",
            b"[tool.isolint]\n",
            "isolint.toml: tool: expected isolint's keys at the top level; [tool.isolint] is for pyproject.toml",
        ),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError) as caught:
        load([], cwd=tmp_path)
    assert str(caught.value) == told


def test_a_named_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^gate\.toml: cannot be read: no such file or directory$"):
        load([], cwd=tmp_path, file=Path("gate.toml"))


class TestNested:
    def test_changes_the_choice_for_its_folder_alone(self, tmp_path: Path, write: Write) -> None:
        write("isolint.toml", 'select = ["ISO1"]\nignore = ["ISO108"]\nper-file-ignores = { "*_old.py" = ["ISO1"] }\n')
        write(
            "services/api/pyproject.toml",
            """
            [tool.isolint]
            strict = true
            ignore = ["ISO112"]
            paths = ["nowhere"]
            [tool.isolint.per-file-ignores]
            "tests/*.py" = ["ISO5"]
            "!keep.py" = ["ISO6"]
            """,
        )
        write("services/api/v2/.isolint.toml", 'select = ["ISO2"]\n')
        write("services/web/pyproject.toml", "[project]\n")
        plain = load([], cwd=tmp_path)
        config = with_nested(plain, ["services/api/v2", "services/web", "services/api"])
        assert config.paths == plain.paths
        assert [each.folder for each in config.choices] == ["", "services/api", "services/api/v2"]

        api = config.choice("services/api/main.py")
        assert (api.select, api.ignore, api.strict) == (("ISO1",), ("ISO112",), True)
        assert api.per_file_ignores == (
            ("*_old.py", ("ISO1",)),
            ("/services/api/tests/*.py", ("ISO5",)),
            ("!/services/api/**/keep.py", ("ISO6",)),
        )
        newer = config.choice("services/api/v2/main.py")
        assert (newer.select, newer.ignore, newer.strict) == (("ISO2",), ("ISO112",), True)
        for path in ("main.py", "services/web/main.py", "services/api_client.py"):
            assert config.choice(path) == plain.choices[0]

    def test_does_not_win_over_the_command_line(self, tmp_path: Path, write: Write) -> None:
        write("app/isolint.toml", 'select = ["ISO2"]\nignore = ["ISO201"]\nstrict = true\nmin-confidence = "low"\n')
        spoken = Overrides(select=("ISO1",), ignore=("ISO108",), strict=False, min_confidence="high")
        choice = with_nested(load([], cwd=tmp_path, root=tmp_path, overrides=spoken), ["app"]).choice("app/a.py")
        assert (choice.select, choice.ignore) == (("ISO1",), ("ISO201", "ISO108"))
        assert (choice.strict, choice.min_confidence) == (False, "high")

    def test_a_folder_with_pattern_characters_in_its_name(self, tmp_path: Path, write: Write) -> None:
        write("app[1]/isolint.toml", 'per-file-ignores = { "a.py" = ["ISO1"] }\n')
        [_, nested] = with_nested(load([], cwd=tmp_path, root=tmp_path), ["app[1]"]).choices
        assert nested.per_file_ignores == ((r"/app\[1\]/**/a.py", ("ISO1",)),)

    def test_is_held_to_the_same_keys(self, tmp_path: Path, write: Write) -> None:
        write("app/isolint.toml", "strct = true\n")
        with pytest.raises(UsageError) as caught:
            with_nested(load([], cwd=tmp_path, root=tmp_path), ["app"])
        assert str(caught.value) == f"{os.path.join('app', 'isolint.toml')}: strct: unknown key, did you mean 'strict'?"


class TestFingerprint:
    def test_follows_what_is_chosen_not_where_or_how(self, tmp_path: Path, write: Write) -> None:
        write("here/isolint.toml", 'strict = true\nvocabulary = { since = 2026-01-01, cut = "high" }\n')
        write(
            "there/pyproject.toml", '[tool.isolint]\nvocabulary = { cut = "high", since = 2026-01-01 }\nstrict = true\n'
        )
        here = load([], cwd=tmp_path / "here")
        there = load([], cwd=tmp_path / "there")
        assert fingerprint(here) == fingerprint(there)
        assert len(fingerprint(here)) == 64

    def test_changes_with_any_choice(self, tmp_path: Path, write: Write) -> None:
        plain = load([], cwd=tmp_path, root=tmp_path)
        write("app/isolint.toml", "strict = true\n")
        others = [
            load([], cwd=tmp_path, root=tmp_path, overrides=Overrides(strict=True)),
            load([], cwd=tmp_path, root=tmp_path, overrides=Overrides(exclude=("old",))),
            with_nested(plain, ["app"]),
        ]
        assert len({fingerprint(each) for each in (plain, *others)}) == 4
