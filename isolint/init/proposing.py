"""Proposing: every role is asked in turn."""

from collections.abc import Callable, Iterator
from typing import Final

from isolint.init import (
    bases,
    environments,
    events,
    factories,
    folders,
    helpers,
    managers,
    naming,
    registries,
    sessions,
)
from isolint.init.contexts import Contexts
from isolint.init.makers import Makers
from isolint.init.proposal import Proposal
from isolint.program import Program

Role = Callable[[Program, Contexts], Iterator[Proposal]]

ROLES: Final[tuple[tuple[str, Role], ...]] = (
    ("context", lambda _, contexts: contexts.proposals()),
    ("context-name", naming.propose),
    ("needs-context", lambda program, contexts: Makers(program, contexts).proposals()),
    ("registry", registries.propose),
    ("connection-manager", managers.propose),
    ("connection-manager-factory", factories.propose),
    ("database-session", sessions.propose),
    ("environment", environments.propose),
    ("auth-helper", helpers.propose),
    ("required-base", bases.propose),
    ("event-set", events.propose),
    ("areas", folders.propose),
)
"""The kinds of what is proposed, in the order that they are shown in, and what finds them."""


def proposals(program: Program) -> tuple[Proposal, ...]:
    """All that the project could name, and what of it is known already; each said once, by kind and place."""
    contexts = Contexts(program)
    found = [each for _, role in ROLES for each in role(program, contexts)]
    order = {kind: number for number, (kind, _) in enumerate(ROLES)}
    told = {(each.kind, each.names, each.path): each for each in reversed(found)}
    return tuple(sorted(told.values(), key=lambda each: (order[each.kind], each.path, each.line, each.names)))
