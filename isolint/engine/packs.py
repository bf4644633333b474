"""Packs: the vocabulary of a program, from isolint's packs, the configuration's, and its own rows."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, NamedTuple

from isolint.config import Config
from isolint.errors import UsageError
from isolint.rules import shipped
from isolint.vocabulary import Pack, Vocabulary, assemble, read_pack, read_rows

if TYPE_CHECKING:
    from isolint.program.unit import Unit


ROWS: Final = "\n[vocabulary]\n"  # what the rows of a shipped pack begin with


class PackText(NamedTuple):
    """A pack as it was read, before anything is made of it; `own` is one that the configuration brings."""

    file: str
    text: str
    own: bool


def shipped_texts() -> tuple[PackText, ...]:
    """The packs that isolint brings along."""
    files = sorted((shipped() / "vocabulary").iterdir(), key=lambda each: each.name)
    named = [file for file in files if file.name.endswith(".toml")]
    return tuple([PackText(f"vocabulary/{file.name}", file.read_text(encoding="utf-8"), own=False) for file in named])


def own_texts(config: Config) -> tuple[PackText, ...]:
    """The packs of a configuration; raises UsageError where one cannot be read."""
    names = [name for name in config.packs if name.endswith(".toml")]
    return tuple([PackText(name, _own_text(config, name), own=True) for name in names])


def vocabulary(config: Config, texts: Sequence[PackText], units: "Sequence[Unit]") -> Vocabulary:
    """What the names that these files mention stand for; raises UsageError where a pack is not one."""
    mentions: set[str] = set()
    for unit in units:
        mentions |= unit.interface.mentions
    packs = [_read(text, mentions, config.packs) for text in texts]
    own = {text.file: pack.name for text, pack in zip(texts, packs, strict=True) if text.own}
    named = [own.get(name, name) for name in config.packs]
    file = _told(config)
    rows = read_rows(config.vocabulary, file, "vocabulary", "project")
    try:
        return assemble(packs, rows, mentions, named)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None


def _read(pack: PackText, mentions: AbstractSet[str], named: Collection[str]) -> Pack:
    """A pack; of a shipped one that does not load the head alone, since most are of libraries that nobody mentions."""
    head, found, _ = pack.text.partition(ROWS)
    if pack.own or not found:
        return read_pack(pack.text, pack.file)
    told = read_pack(head, pack.file)
    loads = not told.loads_when or told.name in named or not told.loads_when.isdisjoint(mentions)
    return read_pack(pack.text, pack.file) if loads else told


def _own_text(config: Config, name: str) -> str:
    try:
        return (config.root / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{_told(config)}: packs: {name}: cannot be read: {fault}") from None


def _told(config: Config) -> str:
    return config.file.name if config.file else "configuration"
