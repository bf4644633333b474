"""The command line."""
import sys
from pathlib import Path


def main():
    from isolint.config import load, Overrides
    from isolint.engine import check, Request
    from isolint.report import render, Style
    args = sys.argv[1:]
    fmt = "concise"
    if "--format" in args:
        i = args.index("--format"); fmt = args[i+1]; del args[i:i+2]
    root = None
    if "--root" in args:
        i = args.index("--root"); root = Path(args[i+1]); del args[i:i+2]
    strict = "--strict" in args or None
    paths = [a for a in args[1:] if not a.startswith("-")]
    config = load([Path(p) for p in paths], cwd=Path.cwd(), root=root, overrides=Overrides(strict=strict))
    out = check(config, Request(given=tuple(paths), cache="--no-cache" not in args))
    for n in out.report.notes: print(n, file=sys.stderr)
    sys.stdout.write(render(fmt, out.report, out.rules, out.lines, Style()))
    sys.exit(1 if out.report.findings else 0)
