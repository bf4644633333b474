"""Rewriting: the changes of fixes carried out in the text of one file; the only place that knows libcst."""

from isolint.fixes.editing import edited
from isolint.fixes.tree import Unfixable

__all__ = ["Unfixable", "edited"]
