"""Which files a run sees, and how their bytes become text."""

import os
import pickle
import subprocess
import sys
import tokenize
from io import BytesIO
from pathlib import Path

import pytest

import isolint
from isolint.config import Config, Overrides, load
from isolint.errors import UsageError
from isolint.source import Discovery, Source, Unreadable, decode, discover, read


def lay(root: Path, *paths: str, **texts: str) -> None:
    """Empty files at the paths, and files with text whose names are keys with `__` for a slash."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    for path, text in texts.items():
        (root / path).write_text(text, encoding="utf-8")


def ignore(folder: Path, *lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8")


def configured(root: Path, *exclude: str) -> Config:
    return load([], cwd=root, root=root, overrides=Overrides(exclude=exclude))


def seen(root: Path, *given: str, exclude: tuple[str, ...] = (), force_exclude: bool = False) -> Discovery:
    return discover(configured(root, *exclude), given, force_exclude=force_exclude, cwd=root)


class TestDiscover:
    def test_python_files_sorted_with_their_stamps(self, tmp_path: Path) -> None:
        lay(tmp_path, "b.py", "a/c.py", "a.py", "a/readme.md", "a/script", ".hidden.py")
        found = seen(tmp_path)
        assert found.indexed == found.reported == (".hidden.py", "a.py", "a/c.py", "b.py")
        status = (tmp_path / "a.py").stat()
        assert found.stamps["a.py"] == (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        assert found.stamps.keys() == set(found.indexed)

    def test_given_paths_narrow_the_report_not_the_index(self, tmp_path: Path) -> None:
        lay(tmp_path, "app/a.py", "app/b.py", "application.py", "tests/c.py")
        found = seen(tmp_path, "app", "tests/c.py")
        assert found.indexed == ("app/a.py", "app/b.py", "application.py", "tests/c.py")
        assert found.reported == ("app/a.py", "app/b.py", "tests/c.py")

    def test_configured_paths_narrow_both_and_given_ones_widen_them(self, tmp_path: Path) -> None:
        lay(tmp_path, "app/a.py", "tests/b.py", "tools/c.py", **{"isolint.toml": 'paths = ["app"]'})
        assert seen(tmp_path).indexed == ("app/a.py",)
        found = seen(tmp_path, "tools")
        assert (found.indexed, found.reported) == (("app/a.py", "tools/c.py"), ("tools/c.py",))

    def test_given_paths_are_relative_to_where_the_user_stands(self, tmp_path: Path) -> None:
        lay(tmp_path, "app/a.py", "tests/b.py")
        found = discover(
            configured(tmp_path), ["../tests", str(tmp_path / "app/a.py")], force_exclude=False, cwd=tmp_path / "app"
        )
        assert found.reported == ("app/a.py", "tests/b.py")

    def test_a_stub_counts_where_no_module_stands_beside_it(self, tmp_path: Path) -> None:
        lay(tmp_path, "a.py", "a.pyi", "b.pyi", "stubs/a.pyi")
        assert seen(tmp_path).indexed == ("a.py", "b.pyi", "stubs/a.pyi")
        assert seen(tmp_path, "a.pyi").reported == ("a.pyi",)

    def test_a_given_file_may_have_any_suffix(self, tmp_path: Path) -> None:
        lay(tmp_path, "serve", "a.py")
        assert seen(tmp_path, "serve").reported == ("serve",)

    def test_a_folder_named_like_a_module_is_a_folder(self, tmp_path: Path) -> None:
        lay(tmp_path, "odd.py/a.py")
        assert seen(tmp_path).indexed == ("odd.py/a.py",)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this platform")
    def test_a_pipe_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.py")
        assert seen(tmp_path).indexed == ()
        with pytest.raises(UsageError, match=r"^path 'pipe\.py' is neither a file nor a folder$"):
            seen(tmp_path, "pipe.py")

    def test_a_folder_that_cannot_be_listed_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        lay(tmp_path, "a.py", "locked/b.py")
        real = os.scandir

        def guarded(path: str) -> object:
            if path.endswith("locked"):
                raise PermissionError(13, "Permission denied")
            return real(path)

        monkeypatch.setattr(os, "scandir", guarded)
        found = seen(tmp_path)
        assert (found.indexed, found.unreadable) == (("a.py",), (("locked", "permission denied"),))

    def test_folders_that_configure_are_noted_also_on_the_way(self, tmp_path: Path) -> None:
        lay(tmp_path, "pyproject.toml", "a/isolint.toml", "b/c/d/e.py", "b/c/pyproject.toml", "build/isolint.toml")
        assert seen(tmp_path).configured == ("a", "b/c")
        config = load([], cwd=tmp_path, root=tmp_path / "b")
        for given in ("b/c/d", "b/c/d/e.py"):
            assert discover(config, [given], force_exclude=False, cwd=tmp_path).configured == ("c",)
        (tmp_path / "pyproject.toml").write_text('[tool.isolint]\npaths = ["b/c/d"]', encoding="utf-8")
        assert seen(tmp_path).configured == ("b/c",)


class TestMistakes:
    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ("srcc", "path 'srcc' does not exist, did you mean 'src'?"),
            ("srcc/app/a.py", "path 'srcc/app/a.py' does not exist, did you mean 'src/app/a.py'?"),
            ("srcc/app/z.py", "path 'srcc/app/z.py' does not exist, did you mean 'src'?"),
            ("src/app/a.py/b.py", "path 'src/app/a.py/b.py' does not exist, did you mean 'src/app/a.py'?"),
            ("quite/else", "path 'quite/else' does not exist"),
            ("", "path '' does not exist"),
        ],
    )
    def test_a_path_that_is_not_there(self, tmp_path: Path, given: str, told: str) -> None:
        lay(tmp_path, "src/app/a.py")
        with pytest.raises(UsageError) as caught:
            seen(tmp_path, given)
        assert str(caught.value) == told

    def test_a_path_that_is_not_there_seen_from_a_folder(self, tmp_path: Path) -> None:
        lay(tmp_path, "src/a.py", "docs/x.md")
        with pytest.raises(UsageError, match=r"did you mean '\.\./src'\?$"):
            discover(configured(tmp_path), ["../srcc"], force_exclude=False, cwd=tmp_path / "docs")

    def test_a_configured_path_that_is_not_there(self, tmp_path: Path) -> None:
        lay(tmp_path, "src/a.py", **{"isolint.toml": 'paths = ["srcc"]'})
        with pytest.raises(UsageError) as caught:
            seen(tmp_path)
        file = tmp_path / "isolint.toml"
        assert str(caught.value) == f"{file}: paths: path 'srcc' does not exist, did you mean 'src'?"

    def test_a_path_outside_the_root(self, tmp_path: Path) -> None:
        lay(tmp_path, "shop/a.py", "shopping/b.py")
        config = load([], cwd=tmp_path, root=tmp_path / "shop")
        with pytest.raises(UsageError) as caught:
            discover(config, ["shopping/b.py"], force_exclude=False, cwd=tmp_path)
        assert str(caught.value) == f"path 'shopping/b.py' lies outside the root {str(tmp_path / 'shop')!r}"

    def test_an_exclude_that_is_no_pattern(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError) as caught:
            seen(tmp_path, exclude=("old*", "a[z-a]"))
        assert str(caught.value) == "exclude: expected a gitignore-style pattern, not 'a[z-a]'"


class TestExclude:
    def test_built_in_names_are_not_read(self, tmp_path: Path) -> None:
        lay(tmp_path, "a.py", "venv/b.py", "app/node_modules/c.py", "build/d.py", "lib/site-packages/e.py", "dist.py")
        assert seen(tmp_path).indexed == ("a.py", "dist.py")

    @pytest.mark.parametrize(
        ("exclude", "left"),
        [
            (("old",), ("a.py", "app/new/old_b.py", "older.py")),
            (("old/",), ("a.py", "app/new/old_b.py", "older.py")),
            (("/app",), ("a.py", "older.py")),
            (("./app/new",), ("a.py", "app/old/c.py", "older.py")),
            (("app/old/c.py",), ("a.py", "app/new/old_b.py", "older.py")),
            (("**/old_b.py",), ("a.py", "app/old/c.py", "older.py")),
            (("*der.py",), ("a.py", "app/new/old_b.py", "app/old/c.py")),
            (("old*",), ("a.py",)),
            (("app/**/c.py",), ("a.py", "app/new/old_b.py", "older.py")),
            (("old*", "!older.py"), ("a.py", "older.py")),
            (("app", "!app"), ("a.py", "app/new/old_b.py", "app/old/c.py", "older.py")),
            (("!app", "app"), ("a.py", "older.py")),
        ],
    )
    def test_patterns_are_those_of_gitignore(
        self, tmp_path: Path, exclude: tuple[str, ...], left: tuple[str, ...]
    ) -> None:
        lay(tmp_path, "a.py", "app/old/c.py", "app/new/old_b.py", "older.py")
        assert seen(tmp_path, exclude=exclude).indexed == left

    def test_a_built_in_name_can_be_taken_back(self, tmp_path: Path) -> None:
        lay(tmp_path, "build/a.py", "dist/b.py")
        assert seen(tmp_path, exclude=("!build",)).indexed == ("build/a.py",)

    @pytest.mark.parametrize("exclude", ["old", "ol?"])
    def test_what_is_given_wins_unless_forced(self, tmp_path: Path, exclude: str) -> None:
        lay(tmp_path, "a.py", "old/b.py", "old/deep/c.py", "old/venv/d.py")
        for given in ("old/b.py", "old", "old/deep"):
            assert seen(tmp_path, given, exclude=(exclude,), force_exclude=True).reported == ()
        assert seen(tmp_path, "old/b.py", exclude=(exclude,)).indexed == ("a.py", "old/b.py")
        assert seen(tmp_path, "old/deep", exclude=(exclude,)).reported == ("old/deep/c.py",)
        assert seen(tmp_path, "old", exclude=(exclude,)).reported == ("old/b.py", "old/deep/c.py")

    def test_plain_names_cost_no_pattern_library(self, tmp_path: Path) -> None:
        lay(tmp_path, "a.py", "old/b.py")
        ignore(tmp_path, "# comment", "", "/generated/", "*.pyc", "**/old", "docs/_build/")
        program = (
            "import sys; from pathlib import Path; from isolint.config import load;"
            "from isolint.source import discover;"
            "here = Path(sys.argv[1]);"
            "found = discover(load([], cwd=here, root=here), ['.'], force_exclude=False, cwd=here);"
            "print(found.indexed, 'pathspec' in sys.modules)"
        )
        home = Path(isolint.__file__).parents[1]
        command = [sys.executable, "-c", program, str(tmp_path)]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True)
        assert done.stdout == "('a.py',) False\n"


class TestGitignore:
    @pytest.fixture
    def repository(self, tmp_path: Path) -> Path:
        (tmp_path / ".git").mkdir()
        return tmp_path

    def test_root_and_nested_files_each_from_where_they_stand(self, repository: Path) -> None:
        lay(repository, "a.py", "gen/b.py", "app/gen/c.py", "app/out/d.py", "out/e.py", "app/lib/out/f.py")
        ignore(repository, "/gen")
        ignore(repository / "app", "/out", "/lib/o*")
        assert seen(repository).indexed == ("a.py", "app/gen/c.py", "out/e.py")

    def test_the_deeper_file_has_the_last_word(self, repository: Path) -> None:
        lay(repository, "x_gen.py", "app/x_gen.py", "app/y_gen.py")
        ignore(repository, "*_gen.py")
        ignore(repository / "app", "!x_gen.py")
        assert seen(repository).indexed == ("app/x_gen.py",)

    def test_exclude_can_take_back_what_git_ignores(self, repository: Path) -> None:
        lay(repository, "gen/a.py")
        ignore(repository, "gen/")
        assert seen(repository).indexed == ()
        assert seen(repository, exclude=("!gen",)).indexed == ("gen/a.py",)

    def test_given_files_win_unless_forced(self, repository: Path) -> None:
        lay(repository, "app/gen/a.py", "app/gen/b.py")
        ignore(repository / "app", "g?n/")
        assert seen(repository, "app/gen/a.py").indexed == ("app/gen/a.py",)
        assert seen(repository, "app/gen").reported == ("app/gen/a.py", "app/gen/b.py")
        assert seen(repository, "app/gen/a.py", force_exclude=True).indexed == ()

    def test_files_above_the_root_hold_too_unless_they_ignore_the_root(self, repository: Path) -> None:
        lay(repository, "services/api/a.py", "services/api/gen/b.py", "services/api/out/c.py")
        ignore(repository, "/services/api/gen")
        ignore(repository / "services", "api/o*")
        assert seen(repository / "services/api").indexed == ("a.py",)
        ignore(repository, "services/", "gen")
        assert seen(repository / "services/api").indexed == ("a.py", "gen/b.py")

    def test_without_version_control_only_where_the_root_has_one(self, tmp_path: Path) -> None:
        lay(tmp_path, "a.py", "app/gen/b.py")
        ignore(tmp_path / "app", "gen")
        assert seen(tmp_path).indexed == ("a.py", "app/gen/b.py")
        ignore(tmp_path)
        assert seen(tmp_path).indexed == ("a.py",)

    def test_a_line_that_is_no_pattern_is_skipped(self, repository: Path) -> None:
        lay(repository, "a.py", "b.py")
        ignore(repository, "!", "x[z-a]", "b*")
        assert seen(repository).indexed == ("a.py",)


class TestLinks:
    @pytest.fixture(autouse=True)
    def links_can_be_made(self, tmp_path: Path) -> None:
        try:
            (tmp_path / "probe").symlink_to("nowhere")
        except OSError:
            pytest.skip("no symbolic links here")
        (tmp_path / "probe").unlink()

    def test_a_link_to_a_folder_above_is_not_followed(self, tmp_path: Path) -> None:
        lay(tmp_path, "app/a.py")
        (tmp_path / "app/up").symlink_to("..")
        (tmp_path / "app/self").symlink_to(".")
        (tmp_path / "app/out").symlink_to(tmp_path.parent)
        assert seen(tmp_path).indexed == ("app/a.py",)

    def test_a_link_to_another_folder_is_followed(self, tmp_path: Path) -> None:
        lay(tmp_path, "shared/a.py", "project/app/b.py")
        for name in ("one", "two"):
            (tmp_path / "project" / name).symlink_to("../shared")
        assert seen(tmp_path / "project").indexed == ("app/b.py", "one/a.py", "two/a.py")
        assert seen(tmp_path / "project", exclude=("one",)).indexed == ("app/b.py", "two/a.py")

    def test_folders_that_all_link_to_each_other_end(self, tmp_path: Path) -> None:
        names = [f"p{number}" for number in range(9)]
        lay(tmp_path, *(f"{name}/a.py" for name in names))
        for name in names:
            for other in names:
                if other != name:
                    (tmp_path / name / f"to_{other}").symlink_to(f"../{other}")
        found = seen(tmp_path).indexed
        assert {"p0/a.py", "p0/to_p1/a.py", "p8/to_p7/a.py"} <= set(found)
        assert len(found) < 9 * 9 * 9

    def test_a_link_to_itself_is_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "loop.py").symlink_to("loop.py")
        for found in (seen(tmp_path), seen(tmp_path, "loop.py")):
            assert (found.reported, found.stamps["loop.py"]) == (("loop.py",), (0, 0, 0, 0))
        with pytest.raises(OSError, match="symbolic links"):
            read(tmp_path, "loop.py")

    def test_a_link_to_nothing_is_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "gone.py").symlink_to("nowhere.py")
        assert seen(tmp_path).indexed == ()

    def test_a_root_reached_by_a_link(self, tmp_path: Path) -> None:
        lay(tmp_path, "real/a.py")
        (tmp_path / "name").symlink_to("real")
        config = load([], cwd=tmp_path, root=tmp_path / "name")
        assert discover(config, [str(tmp_path / "real/a.py")], force_exclude=False, cwd=tmp_path).reported == ("a.py",)


def test_read_names_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/a.py").write_bytes(b"x = 1\r\n")
    assert read(tmp_path, "app/a.py") == Source("app/a.py", b"x = 1\r\n")


class TestDecode:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"", ""),
            ("name = 'é'\r\n".encode(), "name = 'é'\r\n"),
            (b"\xef\xbb\xbfx = 1\r", "x = 1\r"),
            (b"\xef\xbb\xbf# coding: utf-8\n", "# coding: utf-8\n"),
            (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n"),
            (
                b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'",
                "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'€'",
            ),
            (b"#\r# coding: latin-1\r'\xe9'\r", "#\r# coding: latin-1\r'é'\r"),
            ("x = 1\n# coding: latin-1\n'é'".encode(), "x = 1\n# coding: latin-1\n'é'"),
            ("\n\n# coding: latin-1\n'é'".encode(), "\n\n# coding: latin-1\n'é'"),
            ("encoding = 'latin-1'\n'é'".encode(), "encoding = 'latin-1'\n'é'"),
        ],
    )
    def test_text(self, data: bytes, text: str) -> None:
        assert decode(data) == text

    @pytest.mark.parametrize(
        ("data", "line", "column", "message"),
        [
            (b"a\r\n'\xc3\xa9\xff'\n", 2, 3, "byte 0xff is not valid in utf-8"),
            (b"a\rb\n\xe9", 3, 1, "byte 0xe9 is not valid in utf-8"),
            (b"\xef\xbb\xbf\xff", 1, 1, "byte 0xff is not valid in utf-8"),
            (b"# coding: ascii\n\n'\xe9'", 3, 2, "byte 0xe9 is not valid in ascii"),
            (b"#\n# coding: latin-l\n", 2, 1, "unknown encoding 'latin-l'"),
            (b"# coding: rot13\n", 1, 1, "unknown encoding 'rot13'"),
            (b"# coding: undefined\n", 1, 1, "cannot be decoded as 'undefined'"),
            (b"\xef\xbb\xbf# coding: latin-1\n", 1, 1, "encoding 'latin-1' contradicts the UTF-8 byte order mark"),
            (b"a\nb = '\0'\n", 2, 6, "null byte"),
            ("x = 1\n".encode("utf-16-le"), 1, 2, "null byte"),
        ],
    )
    def test_bytes_that_are_no_text(self, data: bytes, line: int, column: int, message: str) -> None:
        with pytest.raises(Unreadable) as caught:
            decode(data)
        told = caught.value
        assert (told.line, told.column, told.message) == (line, column, message)
        crossed = pickle.loads(pickle.dumps(told))  # noqa: S301 - our own bytes
        assert (crossed.line, crossed.column, crossed.message) == (line, column, message)

    @pytest.mark.parametrize("first", [b"", b"#!/bin/sh\n", b"\x0c\n", b"x = 1\n", b"\n\n"])
    @pytest.mark.parametrize(
        "cookie", [b"# coding=UTF_8", b"  # coding: iso-8859-15", b"#coding:cp1252", b"# coding : latin-1"]
    )
    def test_agrees_with_the_tokenizer(self, first: bytes, cookie: bytes) -> None:
        data = first + cookie + b"\n'\xc2\xa4'\n"
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
        assert decode(data) == data.decode(encoding)
