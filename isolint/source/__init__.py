"""Source: from paths to the bytes and the text of the files that a run sees."""

from isolint.source.discovery import Discovery, discover
from isolint.source.file import Source, Stamp, read
from isolint.source.text import Unreadable, decode

__all__ = ["Discovery", "Source", "Stamp", "Unreadable", "decode", "discover", "read"]
