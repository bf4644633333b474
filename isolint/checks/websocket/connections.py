"""Connections: every container of the program that connections are added to, and whether it outlives them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.websocket.containers import MADE, Held, Place, attributes, globals_of, makes, split
from isolint.checks.websocket.sockets import Added, added
from isolint.facts import CLASS, FUNCTION
from isolint.program import Program
from isolint.program.values.origins import Cls


@dataclass(frozen=True, slots=True)
class Kept:
    """A connection that a function of `file` adds to a container."""

    file: int
    scope: int
    added: Added


def near(program: Program, socket: str) -> tuple[int, ...]:
    """The application's files that speak of connections."""
    heads = program.vocabulary.heads(socket) | program.vocabulary.names("websocket-name")
    files = program.evaluator.surface.mentioning(*heads)
    return tuple(file for file in files if program.roles[file] == "application")


def reached(program: Program, file: int, scope: int) -> Iterator[Held]:
    """The containers that a function reaches: attributes of its class, and names of modules."""
    unit = program.units[file]
    owner = unit.owner(scope)
    if owner >= 0:
        params = unit.header(scope).params
        first = f"${params[0][0]}" if params else "$"
        yield attributes(file, owner, (first, unit.header(owner).name))
    yield globals_of(program, file, scope)


def kept(program: Program, socket: str) -> dict[Place, list[Kept]]:
    """The connections of kind `socket` that functions add to containers, by container."""
    found: dict[Place, list[Kept]] = {}
    for file in program.once(near, socket):
        for scope, header in enumerate(program.units[file].interface.scopes):
            if header[0] != FUNCTION:
                continue
            for held in reached(program, file, scope):
                for each in added(program, file, scope, held, socket):
                    found.setdefault(each.place, []).append(Kept(file, scope, each))
    return found


def made(program: Program, place: Place) -> Iterator[tuple[int, Any]]:
    """What a container is made as: the scope, and the value; of an attribute all that its class says."""
    unit = program.units[place.file]
    bound = unit.header(place.scope).bindings.get(place.name)
    if bound is not None:
        yield place.scope, bound
    if place.scope:
        yield from program.evaluator.members.attributes(Cls(place.file, place.scope)).get(place.name, ())


def lasting(program: Program, place: Place) -> bool:
    """Whether a container outlives the connections in it: a module's, a class's, or a long-lived object's."""
    unit = program.units[place.file]
    if unit.header(place.scope).kind != CLASS:
        return True
    if makes(program, place.file, place.scope, unit.header(place.scope).bindings.get(place.name)):
        return True
    return program.lifetimes.instance(Cls(place.file, place.scope)) is not None


def grows(program: Program, place: Place) -> bool:
    """Whether a container is one that keeps what is added until somebody takes it out."""
    weak = program.vocabulary.heads("weak-container")
    known = False
    for scope, value in made(program, place):
        inner = value[1] if type(value) is tuple and value[:1] == (":",) else value
        if type(inner) is int:
            callee, _, keywords, *_ = program.units[place.file].body(scope).calls[inner]
            name = split(callee)[1]
            if name in weak or any(key == "maxlen" for key, _ in keywords):
                return False
            fields = [split(value)[1] for key, value in keywords if key == "default_factory"]
            known = known or name in MADE or any(f in MADE for f in fields)
        else:
            known = known or bool(makes(program, place.file, scope, value))
    return known


def title(program: Program, place: Place) -> str:
    """The dotted name of a container."""
    return f"{program.symbol(place.file, place.scope)}.{place.name}"
