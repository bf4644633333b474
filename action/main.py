"""The GitHub action: install isolint for itself, annotate what it finds, and write SARIF where it is wanted."""

import os
import shlex
import subprocess
import sys
import venv
from pathlib import Path


def install(folder: Path, requirement: str) -> Path:
    """Install into an environment of its own, so that the project's stays as it is; that environment's Python."""
    venv.create(folder, with_pip=True, clear=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *quiet, requirement], check=True)
    return python


def main() -> int:
    """The status of the check: 0 without findings, 1 with findings, 2 where nothing could be checked."""
    version, sarif = os.environ["INPUT_VERSION"], os.environ["INPUT_SARIF_FILE"]
    requirement = f"isolint=={version}" if version else os.environ["GITHUB_ACTION_PATH"]
    python = install(Path(os.environ["RUNNER_TEMP"], "isolint"), requirement)
    output = ["--output", f"sarif:{sarif}"] if sarif else []
    options = ["--format", "github", *output, *shlex.split(os.environ["INPUT_ARGS"])]
    command = [str(python), "-m", "isolint", "check", *options, "--", *os.environ["INPUT_PATHS"].split()]
    status = subprocess.run(command, check=False).returncode
    if sarif and status in {0, 1}:
        with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as file:
            file.write(f"sarif-file={sarif}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
