"""Engine: the journey from paths to a report."""

from isolint.engine.journey import check, linked, opened
from isolint.engine.judging import Outcome
from isolint.engine.request import Request

__all__ = ["Outcome", "Request", "check", "linked", "opened"]
