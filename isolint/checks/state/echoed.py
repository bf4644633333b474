"""Echoed: is a record only told back to who asks, or logged, so that nothing is kept by what stands in it?"""

from collections.abc import Iterable
from typing import Any

from isolint.checks.parts import inside
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Fn, Site
from isolint.program.words import snake


def is_echoed(program: Program, site: Site, watching: frozenset[str], telling: frozenset[str]) -> bool:
    """Whether a call makes a record that an entry's function answers with, or gives to who is `watching`, alone.

    `telling` are the names of what makes text or plain data of a record.
    """
    return _answers(program, site) and _is_record(program, site) and _only_told(program, site, watching, telling)


def _answers(program: Program, site: Site) -> bool:
    """Whether what a function gives goes to who asked: it is an entry's, or stands in one."""
    at = site.scope
    while at > 0:
        if program.entries.row(site.file, at):
            return True
        at = program.units[site.file].header(at).parent
    return False


def _is_record(program: Program, site: Site) -> bool:
    """Whether a call makes an object of a class that keeps what it is given, and does nothing with it of its own."""
    callees = program.evaluator.calls.callees(site)
    return bool(callees) and all(type(o) is Cls and _keeps_only(program, o) for o in callees)


def _keeps_only(program: Program, cls: Cls) -> bool:
    bases = program.evaluator.members.mro(cls)
    known = [base for base in bases if isinstance(base, Cls)]
    declared = program.evaluator.meaning.has_kind(cls, "fields")
    return (declared or len(known) == len(bases)) and all(_is_idle(program, base) for base in known)


def _is_idle(program: Program, cls: Cls) -> bool:
    """Whether a class has no methods but validators, properties, and one that stores what an object is made of."""
    unit = program.units[cls.file]
    for method in program.evaluator.members.methods(cls):
        header, own = unit.header(method), f"${unit.own(method)}"
        made = header.name == "__init__" and all(s[:2] == ("attr", own) for s in unit.body(method).stores)
        if not (made or header.decorators):
            return False
    return True


def _only_told(program: Program, site: Site, watching: frozenset[str], telling: frozenset[str]) -> bool:
    """Whether the record goes nowhere in its function but into answers and logs."""
    body = program.units[site.file].body(site.scope)
    told = {site.call}
    for number, (callee, arguments, keywords, *_) in enumerate(body.calls):
        given = _holds((*arguments, *[v for _, v in keywords]), told)
        if number == site.call:
            continue
        if given and watching.isdisjoint(snake(_spelt(callee)).split("_")):
            name = last_name(callee)
            if name not in telling and not _makes(program, Site(site.file, site.scope, number), name):
                return False
            told.add(number)
        elif receiver(callee) in told:
            told.add(number)
    return not _holds([part for store in body.stores for part in (store[1], store[3])], told)


def _makes(program: Program, site: Site, name: str) -> bool:
    """Whether a call makes an object, such as an answer, of what it is given."""
    return name[:1].isupper() and not any(isinstance(o, Fn) for o in program.evaluator.calls.callees(site))


def _holds(values: Iterable[Any], told: set[int]) -> bool:
    """Whether one of the records is among the parts of values; what calls are given is asked of them."""
    return any(type(part) is int and part in told for part in inside(values, ()))


def _spelt(callee: Any) -> str:
    return callee if type(callee) is str else last_name(callee)
