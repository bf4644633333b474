from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def source():
    return str(ROOT / "src")
