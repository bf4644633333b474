"""Functions: their parameters, names, decorators, and whether they are coroutines."""

from typing import Any

import libcst as cst

from isolint.change import Decorate, Parameter, Rename, Sync
from isolint.fixes.awaiting import awaits
from isolint.fixes.listing import inserted
from isolint.fixes.tree import Tree, Unfixable


def given(tree: Tree, change: Parameter) -> None:
    """One more parameter, behind those without a default."""
    function = _function(tree, change.at)
    if change.name in _names(function.params):
        return
    opening = function.whitespace_before_params
    tree.turn(function.params, lambda params: _with_parameter(params, change.name, opening), touched=function.params)
    first = tree.place(function.name)[0]
    tree.touched.append((first, max(first, tree.lines(function.body)[0])))


def made_plain(tree: Tree, change: Sync) -> None:
    """A coroutine function without its `async`."""
    function = _function(tree, change.at)
    if awaits(function):
        raise Unfixable(f"`{function.name.value}` awaits something")
    tree.turn(function, lambda node: node.with_changes(asynchronous=None), touched=function.name)


def renamed(tree: Tree, change: Rename) -> None:
    """Another name, where it is defined."""
    defined = tree.defined(change.at)
    tree.turn(defined.name, lambda name: name.with_changes(value=change.name))


def decorated(tree: Tree, change: Decorate) -> None:
    """A decorator below those that are there, so that they get what it makes."""
    defined = tree.defined(change.at)
    made = cst.Decorator(tree.expression(change.text))

    def turn(node: Any) -> Any:
        if node.decorators:
            return node.with_changes(
                decorators=[*node.decorators, made.with_changes(leading_lines=node.lines_after_decorators)],
                lines_after_decorators=[],
            )
        return node.with_changes(decorators=[made])

    tree.turn(defined, turn, touched=defined.name)
    first = tree.place(defined.name)[0]
    tree.touched.append((tree.lines(defined)[0], first))


def _function(tree: Tree, at: Any) -> Any:
    function = tree.defined(at)
    if not isinstance(function, cst.FunctionDef):
        raise Unfixable(f"line {at[0]} defines no function")
    return function


def _with_parameter(params: Any, name: str, opening: Any) -> Any:
    made = cst.Param(cst.Name(name))
    own = list(params.params)
    if not own and params.posonly_params:
        raise Unfixable("the function takes its parameters by position alone")
    index = next((n for n, each in enumerate(own) if each.default is not None), len(own))
    follows = bool(params.kwonly_params or params.star_kwarg) or not isinstance(params.star_arg, cst.MaybeSentinel)
    if index == len(own) and own and follows:
        comma = own[-1].comma if isinstance(own[-1].comma, cst.Comma) else cst.MaybeSentinel.DEFAULT
        return params.with_changes(params=[*own, made.with_changes(comma=comma)])
    return params.with_changes(params=inserted(own, index, made, opening))


def _names(params: Any) -> set[str]:
    every = [*params.posonly_params, *params.params, *params.kwonly_params, params.star_arg, params.star_kwarg]
    return {each.name.value for each in every if isinstance(each, cst.Param)}
