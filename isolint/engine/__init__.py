"""Engine: the journey from paths to a report."""

from isolint.engine.journey import Outcome, Request, check, opened

__all__ = ["Outcome", "Request", "check", "opened"]
