"""Packs: the vocabulary of a program, from isolint's packs, the configuration's, and its own rows."""

from collections.abc import Iterator, Sequence

from isolint.config import Config
from isolint.errors import UsageError
from isolint.program.unit import Unit
from isolint.rules import shipped
from isolint.vocabulary import Pack, Vocabulary, assemble, read_pack, read_rows


def vocabulary(config: Config, units: Sequence[Unit]) -> Vocabulary:
    """What the names that these files mention stand for; raises UsageError where a pack cannot be read."""
    own = {name: _own_pack(config, name) for name in config.packs if name.endswith(".toml")}
    named = [own[name].name if name in own else name for name in config.packs]
    file = config.file.name if config.file else "configuration"
    rows = read_rows(config.vocabulary, file, "vocabulary", "project")
    mentions: set[str] = set()
    for unit in units:
        mentions |= unit.interface.mentions
    try:
        return assemble([*_shipped_packs(), *own.values()], rows, mentions, named)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None


def _shipped_packs() -> Iterator[Pack]:
    for file in sorted((shipped() / "vocabulary").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield read_pack(file.read_text(encoding="utf-8"), f"vocabulary/{file.name}")


def _own_pack(config: Config, name: str) -> Pack:
    try:
        text = (config.root / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        file = config.file.name if config.file else "configuration"
        raise UsageError(f"{file}: packs: {name}: cannot be read: {fault}") from None
    return read_pack(text, name)
