"""A terminal sees how far each area is, and a pipe gets a line for each step."""

import io
import re

import pytest

from isolint.campaign.dashboard import Dashboard, Lines, watcher
from isolint.report.terminal import columns


class TestWatchers:
    def play(self, watching: Lines | Dashboard) -> None:
        with watching as told:
            told.stage("reading 12 files")
            told.stage("reading 12 files")
            told.planned("web", 2, 3)
            told.planned("a_very_long_name_of_an_area", 1, 1)
            told.made("web", "app/web/a.py", 1)
            told.made("web", "app/web/\x1bb.py", 1)
            told.finished("web", "written")
            told.made("a_very_long_name_of_an_area", "x.py", 1)
            told.finished("a_very_long_name_of_an_area", "put back")

    def test_a_pipe_gets_a_line_for_each_step(self) -> None:
        stream = io.StringIO()
        self.play(Lines(stream, {"web": "plat\x1bform"}))
        assert stream.getvalue() == (
            "isolint: reading 12 files\n"
            "isolint: web (plat\\x1bform): begun, 3 findings in 2 files\n"
            "isolint: web: written, fixes for 2 of 3 findings (0:00)\n"
            "isolint: a_very_long_name_of_an_area: begun, 1 finding in 1 file\n"
            "isolint: a_very_long_name_of_an_area: put back, fixes for 0 of 1 finding (0:00)\n"
        )

    def test_a_reader_that_has_gone_stops_nothing(self) -> None:
        stream = io.StringIO()
        stream.close()
        self.play(Lines(stream))

    @pytest.mark.parametrize("no_color", [True, False])
    def test_a_terminal_gets_a_table_of_eighty_columns(self, monkeypatch: pytest.MonkeyPatch, no_color: bool) -> None:  # noqa: FBT001
        stream = io.StringIO()
        for name, value in {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("NO_COLOR", "1" if no_color else "")
        self.play(Dashboard(stream, {"web": "platform and more"}))
        shown = stream.getvalue()
        assert bool(re.search(r"\x1b\[[\d;]*3\dm", shown)) is not no_color
        last = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", shown).split("reading 12 files")[-1].splitlines()
        assert max(map(columns, last)) <= 80
        [web] = [line.split() for line in last if line.startswith("web")]
        assert web[:4] == ["web", "platform", "a..", web[3]]
        assert web[4:] == ["2/2", "1", "written"]
        [other] = [line for line in last if line.startswith("a_very_long_name_o..")]
        assert other.split()[-4:] == ["1/1", "1", "put", "back"]

    def test_many_areas_leave_the_rest_of_the_terminal_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stream = io.StringIO()
        monkeypatch.setenv("LINES", "12")
        monkeypatch.setenv("COLUMNS", "80")
        with Dashboard(stream) as told:
            for number in range(30):
                told.planned(f"area{number}", 1, 1)
            for number in range(25):
                told.finished(f"area{number}", "unchanged")
        last = stream.getvalue().split("beginning")[-1]
        assert re.findall(r"area\d+", last) == ["area0", "area25", "area26", "area27", "area28", "area29"]
        assert "and 24 more areas" in last

    @pytest.mark.parametrize(
        ("terminal", "name", "kind"), [(True, "xterm", Dashboard), (True, "dumb", Lines), (False, "xterm", Lines)]
    )
    def test_who_watches_depends_on_where_it_is_told(
        self,
        monkeypatch: pytest.MonkeyPatch,
        terminal: bool,  # noqa: FBT001
        name: str,
        kind: type,
    ) -> None:
        monkeypatch.setenv("TERM", name)
        assert isinstance(watcher(io.StringIO(), terminal=terminal), kind)
