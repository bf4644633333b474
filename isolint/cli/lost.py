"""Lost: the files on which a worker died, of which a run knows nothing."""

from isolint.cli.streams import tell
from isolint.finding import Report


def lost(report: Report, consequence: str) -> bool:
    """Whether there are any; they are told, and what comes of it."""
    files = ", ".join(each.path for each in report.faults)
    if files:
        tell(f"isolint: error: {consequence}, since a worker died: {files}")
    return bool(files)
