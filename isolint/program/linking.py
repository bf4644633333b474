"""Linking: from the facts of single files to a program; nothing is followed before a check asks."""

from collections.abc import Sequence
from typing import Final

from isolint.program.entry.callers import Callers
from isolint.program.entry.closures import Closures
from isolint.program.entry.contexts import Contexts
from isolint.program.entry.entries import Entries
from isolint.program.entry.registered import Registered
from isolint.program.entry.roles import roles
from isolint.program.entry.sessions import sessions
from isolint.program.entry.ways import Ways
from isolint.program.flow.candidates import Candidates
from isolint.program.flow.carriers import Carriers
from isolint.program.flow.escapes import Escapes
from isolint.program.flow.handed import Handed
from isolint.program.flow.instances import Instances
from isolint.program.flow.keepers import Keepers
from isolint.program.flow.keys import Keys
from isolint.program.flow.passing import Passing
from isolint.program.flow.places import Places
from isolint.program.flow.reads import Reads
from isolint.program.flow.requests import Requests
from isolint.program.flow.restoring import Restoring
from isolint.program.flow.swapped import Swapped
from isolint.program.flow.unseen import Unseen
from isolint.program.flow.walks import Walks
from isolint.program.flow.wrapping import Wrapping
from isolint.program.flow.writes import Writes
from isolint.program.lifetimes import Lifetimes
from isolint.program.program import Program
from isolint.program.testing.areas import Areas
from isolint.program.testing.reach import Reach
from isolint.program.testing.suites import Suites
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.surface import Surface
from isolint.program.words import Words
from isolint.source.options import Runner
from isolint.vocabulary import Vocabulary

_NO_SETTINGS: Final = Runner()


def link(
    surface: Surface, asked: Sequence[int], vocabulary: Vocabulary, areas: Areas, options: Runner = _NO_SETTINGS
) -> Program:
    """All files together."""
    files = surface.units
    modules = surface.imports.modules
    named = {n for p in vocabulary.packs if p.framework for n in p.loads_when}
    frameworks = frozenset(n for n in named if modules.find("", n) is None)
    hosts = frozenset(path for path in vocabulary.names("host") if "." in path)
    handlers = frozenset(r.path for r in vocabulary.kinds.get("entry", ()) if r.by == "base")
    role_of = roles(files, frameworks | hosts, vocabulary.lasts("asks-command-line"), handlers)
    evaluator = Evaluator(files, modules, vocabulary, role_of, surface)
    callers = Callers(evaluator, role_of)
    scripts = sessions(files, modules, vocabulary)
    entries = Entries(evaluator, callers, role_of, scripts)
    suites = Suites(evaluator, role_of, options)
    ways = Ways(evaluator, callers, entries, role_of)
    closures = Closures(entries, ways)
    lifetimes = Lifetimes(evaluator, callers, closures, role_of, frozenset(scripts))
    places, requests, writes = Places(evaluator, closures, scripts), Requests(evaluator, entries), Writes(evaluator)
    keys = Keys(evaluator, requests)
    handed = Handed(evaluator, callers, places, keys)
    registered, unseen = Registered(entries, ways), Unseen(entries, callers)
    keepers = Keepers(evaluator, entries, lifetimes, role_of, handed, registered, unseen)
    restoring = Restoring(evaluator)
    swapped = Swapped(evaluator, restoring)
    passing = Passing(swapped, Wrapping(evaluator, requests))
    candidates = Candidates(evaluator, writes, requests, keepers, places, handed, swapped)
    walks = Walks(callers, entries, ways, places, requests, keepers, keys)
    return Program(
        files, tuple(asked), vocabulary, role_of, areas, options, modules, evaluator, callers,
        entries, ways, lifetimes, suites, Reach(evaluator, suites, role_of), Words(evaluator), places,
        requests, writes, Reads(evaluator, places, writes, entries),
        Escapes(evaluator, places, requests, keepers, keys, walks, candidates, passing),
        Carriers(evaluator, role_of), Instances(evaluator, lifetimes, role_of),
        keepers, keys, walks, restoring, Contexts(entries, callers),
    )  # fmt: skip
