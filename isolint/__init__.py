"""isolint finds code that lets one user's state reach another's."""

__version__ = "0.1.0"
