"""On a cluster the same is found as here, also when workers are lost on the way."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster, WorkerPlugin

from cli_runs import BROKEN, CLEAN, LEAK, POISON, isolint, poisoned, project
from isolint import cache
from isolint.engine import lowering
from isolint.engine.executors import dask as executor
from isolint.engine.executors.dask import Dask
from isolint.lower import lower

FILES = {
    "isolint.toml": "",
    "leak.py": LEAK,
    "broken.py": BROKEN,
    **{f"book{number}.py": f"{CLEAN}\n\nNUMBER = {number}\n" for number in range(lowering.ALONE)},
}


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(executor, "CHUNK", 1_000)  # several tasks
    return project(tmp_path / "shop", FILES, monkeypatch)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    settings = {"distributed.scheduler.allowed-failures": 1, "distributed.admin.tick.limit": "1h"}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as running,
    ):
        yield running


@pytest.fixture
def address(cluster: LocalCluster) -> str:
    return str(cluster.scheduler_address)


class Deadly(WorkerPlugin):  # type: ignore[misc]  # it comes without types
    """Kills a worker on a file that speaks of poison: the first one that meets it, or each."""

    def __init__(self, folder: Path, *, each: bool) -> None:
        self.mark = folder / "killed"
        self.each = each

    def setup(self, worker: object) -> None:  # noqa: ARG002  # its interface
        def deadly(data: bytes) -> object:
            if b"poison" in data:
                first = not self.mark.exists()
                self.mark.touch()
                if first or self.each:
                    os.kill(os.getpid(), signal.SIGKILL)
            return lower(data)

        vars(lowering)["lower"] = deadly

    def teardown(self, worker: object) -> None:  # noqa: ARG002  # its interface
        vars(lowering)["lower"] = lower


def on(address: str) -> tuple[str, ...]:
    return "--executor", "dask", "--scheduler", address


def test_a_check_on_a_cluster_finds_the_same(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = isolint("check", "--no-cache", "--format", "json")
    with monkeypatch.context() as patching:
        patching.setattr(lowering, "lower", lambda _data: pytest.fail("lowered here"))
        there = isolint("check", "--no-cache", "--format", "json", *on(address))
    assert there == here
    assert there.status == 1


def test_facts_from_a_cluster_are_the_same_bytes(address: str) -> None:
    assert isolint("facts", "--out", "here").status == 0
    assert isolint("facts", "--out", "there", *on(address)).status == 0
    assert Path("there/1-of-1.facts").read_bytes() == Path("here/1-of-1.facts").read_bytes()


def test_what_the_cache_has_is_not_sent(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = isolint("check", "--format", "json")
    for name in FILES:  # as in a new checkout
        os.utime(name, (1, 1))
    monkeypatch.setattr("distributed.Client.submit", lambda *_, **__: pytest.fail("sent"))
    assert isolint("check", "--format", "json", *on(address)) == plain


def test_a_file_that_cannot_be_read_is_told_as_ever(address: str) -> None:
    os.symlink("loop.py", "loop.py")
    arguments = ("check", "--no-cache", "--format", "json")
    assert isolint(*arguments, *on(address)) == isolint(*arguments)


def test_few_files_need_no_cluster() -> None:
    for number in range(lowering.ALONE):
        Path(f"book{number}.py").unlink()
    assert isolint("check", *on("tcp://127.0.0.1:1")).status == 1


# what is lost


@pytest.fixture
def plugged(cluster: LocalCluster, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    with Client(cluster) as client:
        client.register_plugin(Deadly(tmp_path, each=request.param), name="deadly")
        yield
        client.unregister_worker_plugin("deadly")


@pytest.mark.parametrize("plugged", [False], indirect=True)
@pytest.mark.usefixtures("plugged")
def test_a_worker_that_is_killed_costs_time_alone(address: str, tmp_path: Path) -> None:
    Path("book7.py").write_text(POISON, encoding="utf-8")
    here = isolint("check", "--no-cache", "--format", "json")
    assert isolint("check", "--no-cache", "--format", "json", *on(address)) == here
    assert (tmp_path / "killed").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a worker here has the test's own code")
@pytest.mark.parametrize("plugged", [True], indirect=True)
@pytest.mark.usefixtures("plugged")
def test_a_file_that_kills_every_worker_is_named(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("book7.py").write_text(POISON, encoding="utf-8")
    poisoned(monkeypatch)
    ran = isolint("check", "--no-cache", "--exit-zero", *on(address))
    assert ran.status == 2
    assert ran.err == "isolint: error: not checked, since a worker died: book7.py\n"
    assert (tmp_path / "killed").exists()


# what is not there


def told(*arguments: str) -> str:
    """Why a run ends with 2, in one line."""
    ran = isolint("check", "--no-cache", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    return ran.err.removeprefix("isolint: error: ").removesuffix("\n")


def test_a_scheduler_that_does_not_answer() -> None:
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        assert told(*on("tcp://127.0.0.1:1")).startswith("--scheduler: 'tcp://127.0.0.1:1' does not answer: ")
    assert told(*on("nowhere")).startswith("--scheduler: 'nowhere' does not answer: ")


def test_a_cluster_without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "PATIENCE", 0.2)
    with LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as empty:
        address = empty.scheduler_address
        assert told(*on(address)) == f"--scheduler: '{address}' has no workers"


def test_workers_with_another_isolint(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = cache.KEY.decode()
    monkeypatch.setattr(executor, "KEY", b"0.0.1-1-cpython-39")
    assert told(*on(address)).endswith(f"' has isolint {theirs}, and this is 0.0.1-1-cpython-39")
    monkeypatch.setattr(Dask, "_agreed", lambda *_: None)  # as a worker that comes later
    assert told(*on(address)) == f"--scheduler: '{address}' has isolint {theirs}, and this is 0.0.1-1-cpython-39"


def test_workers_without_isolint_live_on(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "HERE", "isolint.engine.gone:KEY")
    before = set(cluster.scheduler.workers)
    assert "has no isolint like this one: No module named 'isolint.engine.gone'" in told(*on(cluster.scheduler_address))
    assert set(cluster.scheduler.workers) == before


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "isolint.engine.executors.dask")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert told(*on("tcp://127.0.0.1:1")) == "--executor dask needs distributed: pip install 'isolint[dask]'"


def test_options_that_need_each_other() -> None:
    assert told("--executor", "dask") == "--executor dask needs --scheduler; see `isolint check --help`"
    assert told("--scheduler", "tcp://a:1") == "--scheduler needs --executor dask; see `isolint check --help`"
    assert told("--executor", "dusk").startswith("--executor: 'dusk' is unknown, did you mean 'dask'?")


def test_a_run_without_a_cluster_does_not_load_it() -> None:
    program = "import sys, isolint.cli.check, isolint.cli.facts; print('distributed' in sys.modules)"
    assert os.popen(f'{sys.executable} -c "{program}"').read().strip() == "False"  # noqa: S605
