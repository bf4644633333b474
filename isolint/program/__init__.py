"""Program: all files of a project together, and what can be asked of them."""

from isolint.program.linking import link
from isolint.program.program import Program

__all__ = ["Program", "link"]
