import json
import os
import stat
from pathlib import Path

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, isolint, project

CONFIG = '[tool.isolint]\npaths = ["app"]\n'


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"pyproject.toml": CONFIG, "app/db.py": LEAK, "app/good.py": CLEAN, "other/db.py": LEAK}
    return project(tmp_path / "shop", files, monkeypatch)


@pytest.mark.usefixtures("shop")
class TestWhatIsChecked:
    def test_without_paths_it_is_what_the_configuration_names(self) -> None:
        ran = isolint("check", "--format", "concise")
        assert ran.status == 1
        assert ran.out.startswith("app/db.py:3:")
        assert ran.codes == ["ISO202"]

    def test_a_given_folder_is_checked_instead(self) -> None:
        assert isolint("check", "other", "--format", "concise").out.startswith("other/db.py:3:")

    def test_a_clean_file_ends_with_0_and_says_what_was_seen(self) -> None:
        ran = isolint("check", "app/good.py")
        assert ran.status == 0
        assert "No findings." in ran.out
        assert "Checked 1 file" in ran.out

    def test_excluded_folders_are_left_out(self) -> None:
        assert isolint("check", ".", "--exclude", "app/db.py,other").status == 0
        assert isolint("check", ".", "--exclude", "app/db.py", "--exclude", "other").status == 0
        assert isolint("check", ".", "--exclude", "other", "--format", "concise").out.startswith("app/db.py:3:")

    def test_what_is_given_is_checked_though_excluded_unless_exclusion_is_forced(self) -> None:
        assert isolint("check", "app/db.py", "--exclude", "db.py").status == 1
        assert isolint("check", "app/db.py", "--exclude", "db.py", "--force-exclude").status == 0

    def test_another_root_changes_what_paths_are_relative_to(self) -> None:
        assert isolint("check", "app", "--root", "app", "--format", "concise").out.startswith("db.py:3:")

    def test_another_configuration_replaces_that_of_the_root(self) -> None:
        Path("lax.toml").write_text('ignore = ["global-session"]\n', encoding="utf-8")
        assert isolint("check", "--config", "lax.toml").status == 0


@pytest.mark.usefixtures("shop")
class TestWhichRules:
    @pytest.mark.parametrize("word", ["ISO202", "iso202", "global-session", "ISO2", "ALL"])
    def test_codes_names_prefixes_and_all_are_understood(self, word: str) -> None:
        assert isolint("check", "--select", word).status == 1
        assert isolint("check", "--ignore", word).status == 0

    def test_lists_may_be_separated_by_commas_and_repeated(self) -> None:
        for lists in (["--select", "ISO3, ISO202"], ["--select", "ISO3", "--select", "ISO202"]):
            assert isolint("check", *lists).status == 1

    def test_only_what_is_selected_runs_unless_more_is_added(self) -> None:
        assert isolint("check", "--select", "ISO3").status == 0
        assert isolint("check", "--select", "ISO3", "--extend-select", "ISO202").status == 1

    def test_strict_runs_the_strict_rules(self) -> None:
        Path("app/db.py").write_text(LEAK.rstrip() + "  # isolint: ignore[ISO202]\n", encoding="utf-8")
        assert isolint("check").status == 0
        assert isolint("check", "--strict", "--format", "concise").codes == ["ISO003"]

    def test_findings_below_the_wanted_confidence_are_not_shown(self) -> None:
        everything = json.loads(isolint("check", ".", "--min-confidence", "low", "--format", "json").out)
        sure = json.loads(isolint("check", ".", "--min-confidence", "high", "--format", "json").out)
        assert len(everything["findings"]) == 2
        assert all(finding["confidence"] == "high" for finding in sure["findings"])


@pytest.mark.usefixtures("shop")
class TestMisuse:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["ap"], "path 'ap' does not exist, did you mean 'app'?"),
            (["--config", "pyproject.tml"], "path 'pyproject.tml' does not exist, did you mean 'pyproject.toml'?"),
            (["--root", "ap"], "path 'ap' does not exist, did you mean 'app'?"),
            (["--select", "global-sesion"], "--select: unknown code 'global-sesion', did you mean 'global-session'?"),
            (["--extend-select", "ISO2O2"], "--extend-select: unknown code 'ISO2O2', did you mean 'ISO202'?"),
            (["--ignore", "shared-sesion"], "--ignore: unknown code 'shared-sesion', did you mean 'shared-session'?"),
            (["--format", "jsn"], "--format: 'jsn' is unknown, did you mean 'json'?"),
            (["--min-confidence", "hi"], "--min-confidence: 'hi' is unknown, did you mean 'high'?"),
            (["--color", "alway"], "--color: 'alway' is unknown, did you mean 'always'?"),
            (["--output", "sarf:x"], "--output: format 'sarf' is unknown, did you mean 'sarif'?"),
            (["--output", "x.sarif"], "expected FORMAT:FILE, not 'x.sarif'"),
            (["--output", "sarif:-"], "standard output gets what --format says"),
            (["--output", "sarif:nowhere/x"], "folder 'nowhere' does not exist"),
            (["--output", "sarif:app"], "'app' is a folder"),
            (["--select", " , "], "expected at least one word"),
            (["--selct", "ISO2"], "--select"),
            (["--jobs", "many"], "'many'"),
            (["-", "app"], "goes with no other path"),
            (["--stdin-filename", "app/db.py"], "--stdin-filename needs `-`"),
            (["--locked", "--no-baseline"], "--locked asks the baseline"),
        ],
    )
    def test_one_line_says_what_is_wrong_and_the_status_is_2(self, arguments: list[str], said: str) -> None:
        ran = isolint("check", *arguments)
        assert ran.status == 2
        assert ran.out == ""
        assert ran.err.startswith("isolint: error: ")
        assert ran.err.count("\n") == 1
        assert said in ran.err

    def test_a_misspelt_key_of_the_configuration_is_misuse_too(self) -> None:
        Path("pyproject.toml").write_text('[tool.isolint]\nselct = ["ISO2"]\n', encoding="utf-8")
        ran = isolint("check")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
        assert "pyproject.toml" in ran.err
        assert "did you mean 'select'?" in ran.err


@pytest.mark.usefixtures("shop")
class TestHowItIsTold:
    def test_json_stands_alone_on_standard_output_and_notes_go_to_standard_error(self) -> None:
        Path("app/web.py").write_text("import fastapi\n", encoding="utf-8")
        ran = isolint("check", "--format", "json", "--statistics", "--timings")
        assert [finding["code"] for finding in json.loads(ran.out)["findings"]] == ["ISO202"]
        assert "isolint: note: no entry point was found" in ran.err
        assert "1  ISO202  global-session" in ran.err
        assert "in all" in ran.err

    def test_several_reports_come_from_one_run(self, tmp_path: Path) -> None:
        target = tmp_path / "isolint.sarif"
        ran = isolint("check", "--format", "concise", "--output", f"sarif:{target}", "--output", "json:report.json")
        assert ran.codes == ["ISO202"]
        assert json.loads(target.read_text(encoding="utf-8"))["runs"][0]["results"][0]["ruleId"] == "ISO202"
        assert json.loads(Path("report.json").read_text(encoding="utf-8"))["findings"][0]["code"] == "ISO202"
        assert sorted(each.name for each in Path().iterdir() if "report" in each.name) == ["report.json"]

    def test_a_written_report_is_never_coloured_and_may_be_read_by_others(self) -> None:
        mask = os.umask(0o022)
        try:
            isolint("check", "--color", "always", "--output", "text:report.txt")
        finally:
            os.umask(mask)
        assert "\x1b" not in Path("report.txt").read_text(encoding="utf-8")
        if os.name == "posix":
            assert stat.S_IMODE(Path("report.txt").stat().st_mode) == 0o644

    @pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
    def test_a_link_to_a_report_stays_a_link(self, tmp_path: Path) -> None:
        target = tmp_path / "elsewhere.json"
        Path("report.json").symlink_to(target)
        isolint("check", "--output", "json:report.json")
        assert Path("report.json").is_symlink()
        assert json.loads(target.read_text(encoding="utf-8"))["findings"]

    @pytest.mark.skipif(os.name != "posix", reason="named pipes are of POSIX")
    def test_a_pipe_gets_the_report_and_stays_a_pipe(self) -> None:
        os.mkfifo("pipe")
        reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
        isolint("check", "--output", "json:pipe")
        with os.fdopen(reader, "rb") as stream:
            assert json.load(stream)["findings"]
        assert stat.S_ISFIFO(Path("pipe").stat().st_mode)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    def test_a_report_that_cannot_be_written_is_an_error(self) -> None:
        ran = isolint("check", "--output", "json:/dev/full")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == "isolint: error: --output: '/dev/full' cannot be written: no space left on device\n"

    @pytest.mark.parametrize(
        ("arguments", "variable", "colored"),
        [
            ([], None, False),
            (["--color", "always"], "NO_COLOR", True),
            ([], "FORCE_COLOR", True),
            (["--color", "never"], "FORCE_COLOR", False),
        ],
    )
    def test_colours_follow_option_then_environment(
        self, arguments: list[str], variable: str | None, *, colored: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if variable:
            monkeypatch.setenv(variable, "1")
        assert ("\x1b[" in isolint("check", *arguments).out) is colored

    def test_quiet_tells_findings_alone(self) -> None:
        ran = isolint("check", "--quiet", "--format", "concise")
        assert ran.out.count("\n") == 1
        assert isolint("check", "-q", "app/good.py").out == ""
        assert json.loads(isolint("check", "-q", "app/good.py", "--format", "json").out)["files"] == 1

    def test_statistics_count_by_rule_the_most_frequent_first(self) -> None:
        Path("app/broken.py").write_text(BROKEN, encoding="utf-8")
        ran = isolint("check", ".", "--statistics", "-q", "--format", "concise")
        assert ran.out.endswith("2  ISO202  global-session\n1  ISO001  unreadable-file\n")

    def test_timings_name_each_stage(self) -> None:
        err = isolint("check", "--timings").err
        rows = [line.split(maxsplit=2) for line in err.splitlines() if not line.startswith("isolint")]
        assert {unit for _, unit, _ in rows} == {"s"}
        assert rows[0][2] == "discovering files"
        assert rows[-1][2] == "in all"

    def test_more_results_than_github_shows_are_noted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("isolint.cli.delivery.SHOWN_BY_GITHUB", 0)
        assert "GitHub shows 0" in isolint("check", "--output", "sarif:x.sarif").err
        assert "GitHub" not in isolint("check").err

    def test_findings_need_not_make_the_run_fail(self) -> None:
        ran = isolint("check", "--exit-zero", "--format", "concise")
        assert ran.status == 0
        assert ran.codes == ["ISO202"]


@pytest.mark.usefixtures("shop")
class TestStandardInput:
    def test_it_is_reported_on_alone_under_the_name_that_is_given(self) -> None:
        ran = isolint("check", "-", "--stdin-filename", "app/good.py", "--format", "concise", stdin=LEAK.encode())
        assert ran.status == 1
        assert [line.split(":")[0] for line in ran.out.splitlines()[:-2]] == ["app/good.py"]
        assert "Checked 1 file" in ran.out

    def test_it_replaces_what_is_on_disk(self) -> None:
        ran = isolint("check", "-", "--stdin-filename", "app/db.py", stdin=CLEAN.encode())
        assert ran.status == 0

    def test_its_file_need_not_exist(self) -> None:
        ran = isolint("check", "-", "--stdin-filename", "app/new.py", "--format", "json", stdin=LEAK.encode())
        told = json.loads(ran.out)
        assert [finding["path"] for finding in told["findings"]] == ["app/new.py"]
        assert told["files"] == 1

    def test_without_a_name_it_is_stdin_py(self) -> None:
        assert isolint("check", "-", "--format", "concise", stdin=BROKEN.encode()).out.startswith("stdin.py:1:")

    def test_the_rest_of_the_project_is_known_to_it(self) -> None:
        Path("app/__init__.py").touch()
        Path("app/making.py").write_text(
            "from sqlalchemy.orm import Session\n\n\ndef make() -> Session:\n    return Session()\n", encoding="utf-8"
        )
        using = "from app.making import make\n\nsession = make()\n"
        ran = isolint("check", "-", "--stdin-filename", "app/using.py", "--format", "concise", stdin=using.encode())
        assert ran.codes == ["ISO202"]

    def test_an_excluded_name_is_left_out_where_exclusion_is_forced(self) -> None:
        arguments = ["check", "-", "--stdin-filename", "app/new.py", "--exclude", "app"]
        assert isolint(*arguments, stdin=LEAK.encode()).status == 1
        assert isolint(*arguments, "--force-exclude", stdin=LEAK.encode()).status == 0

    def test_a_name_outside_the_root_is_misuse(self) -> None:
        ran = isolint("check", "-", "--root", "app", "--stdin-filename", "other/db.py", stdin=LEAK.encode())
        assert ran.status == 2
        assert "lies outside the root" in ran.err
