"""Resolving: whether an access path of a pack leads somewhere in the library that is installed."""

import ast
import importlib
import inspect
import re
import typing
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from functools import cache, cached_property
from textwrap import dedent
from typing import Any, Final

WELL_FORMED: Final = re.compile(r"(\*\.)?\w+(\.\w+|\(\)|\[\])*")

_STEP: Final = re.compile(r"\w+|\(\)|\[\]")
_TRANSPARENT: Final = (AbstractContextManager, AbstractAsyncContextManager)


class UnresolvedPathError(Exception):
    """A path ends early; the argument is the step that the library does not have."""


@dataclass(frozen=True)
class Instance:
    """What calling a class gives, known by the class alone."""

    cls: type


class Unknown:
    """A value that neither a class nor an annotation describes: the path is followed no further."""


def resolve(path: str) -> None:
    """Follow a path as far as classes and annotations describe it; raises UnresolvedPathError where it ends early."""
    steps = _STEP.findall(path)
    value, done = _imported(steps)
    for step in steps[done:]:
        match step:
            case "()":
                value = _called(value)
            case "[]":
                value = Unknown()
            case _:
                value = _attribute(value, step)
        if isinstance(value, Unknown):
            return


def _imported(steps: list[str]) -> tuple[Any, int]:
    """The longest module that the path starts with, and how many steps it takes."""
    module, done = importlib.import_module(steps[0]), 1
    for step in steps[1:]:
        name = f"{module.__name__}.{step}"
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name != name:
                raise
            break
        done += 1
    return module, done


def _attribute(value: Any, name: str) -> Any:
    if isinstance(value, Instance):
        return _member(value.cls, name)
    try:
        return getattr(value, name)
    except AttributeError:
        raise UnresolvedPathError(name) from None
    except RuntimeError:  # a proxy outside of what it stands for
        return Unknown()


def _member(cls: type, name: str) -> Any:
    """An attribute of an instance: in its class, else in the annotations, else in what the methods assign."""
    found = next((vars(owner)[name] for owner in cls.__mro__ if name in vars(owner)), None)
    match found:
        case None:
            return _assigned(cls, name)
        case property(fget=getter) if getter:
            return _returned(getter)
        case cached_property():
            return _returned(found.func)
        case _ if callable(found) or isinstance(found, classmethod | staticmethod):
            return getattr(cls, name)
    return Unknown()


def _assigned(cls: type, name: str) -> Any:
    for owner in cls.__mro__[:-1]:
        if name in inspect.get_annotations(owner) or name in _stored(owner):
            return Unknown()
    raise UnresolvedPathError(name)


@cache
def _stored(cls: type) -> frozenset[str]:
    """The attributes that a class's methods assign on `self` or `cls`."""
    try:
        tree = ast.parse(dedent(inspect.getsource(cls)))
    except (OSError, TypeError):  # written in C
        return frozenset()
    return frozenset(
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    )  # fmt: skip


def _called(value: Any) -> Any:
    if isinstance(value, Instance):
        return _called(_member(value.cls, "__call__"))
    if isinstance(value, type):
        return Instance(value)
    if not callable(value):
        raise UnresolvedPathError(value)
    return _returned(value)


def _returned(function: Callable[..., Any]) -> Any:
    """What the annotation of a function says that it gives."""
    try:
        hint = typing.get_type_hints(function).get("return")
    except (NameError, TypeError):  # names that only a type checker imports
        return Unknown()
    kind = typing.get_origin(hint) or hint
    if not isinstance(kind, type) or kind in (Any, type(None)) or issubclass(kind, _TRANSPARENT):
        return Unknown()
    return Instance(kind)
