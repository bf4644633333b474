"""Attributes: of the class, made those of each of its objects."""

from typing import Any

import libcst as cst

from isolint.change import Bind
from isolint.fixes.binding import bound as names_bound
from isolint.fixes.blanks import parted
from isolint.fixes.loads import inside, loads
from isolint.fixes.statements import is_docstring, lines_of_suite
from isolint.fixes.tree import Tree, Unfixable


def bound(tree: Tree, change: Bind) -> None:
    """The attribute's statement, its comments with it, goes into `__init__`, in the order that the class had."""
    defined = tree.defined(change.at)
    if not isinstance(defined, cst.ClassDef) or not isinstance(defined.body, cst.IndentedBlock):
        raise Unfixable(f"line {change.at[0]} defines no class of several lines")
    statements = list(defined.body.body)
    order = [name for each in statements if (name := _target(each))]
    if order.count(change.attribute) != 1:
        raise Unfixable(f"`{change.attribute}` is not bound once in its class")
    index = next(n for n, each in enumerate(statements) if _target(each) == change.attribute)
    if index + 1 == len(statements):
        raise Unfixable(f"`{change.attribute}` is what its class ends with")
    _check(statements, index, change.attribute)
    _touch(tree, statements, index)
    bound_before = _bound_in_init(statements)
    earlier = [name for name in order[: order.index(change.attribute)] if name not in bound_before]
    typed = any(isinstance(each, cst.FunctionDef) and each.returns for each in statements)
    written = cst.parse_statement(
        f"def __init__(self){' -> None' if typed else ''}:\n    {'super().__init__()' if change.above else 'pass'}",
        config=tree.module.config_for_parsing,
    )
    tree.turn(defined, lambda node: _moved(node, change.attribute, earlier, written), touched=statements[index])


def _target(statement: Any) -> str:
    """The name that a statement alone on its line binds, and nothing else."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return ""
    match statement.body[0]:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=str(name)))]):
            return name
        case cst.AnnAssign(target=cst.Name(value=str(name)), value=value) if value is not None:
            return name
    return ""


def _check(statements: list[Any], index: int, attribute: str) -> None:
    """Raises Unfixable where the class itself uses the attribute, or the value is made of what the class binds."""
    made = names_bound(statements) & {*loads(statements[index].body[0].value)}
    if made:
        raise Unfixable(f"`{attribute}` is made of `{min(made)}`, which its class binds")
    if any(attribute in loads(each) for each in statements):
        raise Unfixable(f"the class itself uses `{attribute}`")


def _bound_in_init(statements: list[Any]) -> set[str]:
    """The attributes that `__init__` binds, before anything is moved there."""
    method = _method(statements)
    lines = method.body.body if _is_init(method) else ()
    return {
        getattr(each.target.attr, "value", "")
        for line in lines
        for each in inside(line, cst.AssignTarget)
        if isinstance(each.target, cst.Attribute)
    }


def _touch(tree: Tree, statements: list[Any], index: int) -> None:
    """What may change: the statement, the blank lines below it, the beginning of `__init__` or what comes before it."""
    below = statements[index + 1]
    tree.touched.append((tree.lines(below)[0], tree.lines(below)[0] + len(below.leading_lines) - 1))
    method = _method(statements)
    if method is None:
        raise Unfixable("the class has no method")
    if not _is_init(method):
        first = tree.lines(method)[0]
        tree.touched.append((first, first + len(method.leading_lines) - 1))
        return
    if isinstance(method.body, cst.IndentedBlock):
        for statement in method.body.body[:2]:
            if is_docstring(statement) or _is_super(statement) or _is_pass(statement):
                tree.touched.append(tree.lines(statement))
        head = _head(list(method.body.body))
        if head < len(method.body.body):
            following: Any = method.body.body[head]
            tree.touched.append((tree.lines(following)[0], tree.lines(following)[0] + len(following.leading_lines) - 1))
    else:
        tree.touched.append(tree.lines(method.body))


def _method(statements: list[Any]) -> Any:
    """`__init__`, or else the first method."""
    methods = [each for each in statements if isinstance(each, cst.FunctionDef)]
    return next((each for each in methods if _is_init(each)), methods[0] if methods else None)


def _is_init(statement: Any) -> bool:
    return isinstance(statement, cst.FunctionDef) and statement.name.value == "__init__"


def _moved(node: Any, attribute: str, earlier: list[str], written: Any) -> Any:
    """The class with one of its attributes bound in `__init__`."""
    statements = list(node.body.body)
    index = next(n for n, each in enumerate(statements) if _target(each) == attribute)
    statement = statements.pop(index)
    statements[index] = _closed_up(
        statements[index], statement, first=index == 0, documented=is_docstring(statements[0])
    )
    method = _method(statements)
    if not _is_init(method):
        place = statements.index(method)
        statements[place : place + 1] = _with_init(method, written, first=place == 0)
        method = statements[place]
    place = statements.index(method)
    statements[place] = _with_line(method, statement, attribute, earlier)
    return node.with_changes(body=node.body.with_changes(body=statements))


def _closed_up(following: Any, gone: Any, *, first: bool, documented: bool) -> Any:
    """What follows a statement that is gone, with what stood above that and does not belong to it.

    That are comments apart from it, and its blank lines where it had more; at the beginning of a class stand none.
    """
    blank, bare = parted(following)
    above = list(gone.leading_lines[: len(gone.leading_lines) - len(_comments(gone))])
    if first or len(above) > len(blank) or (above and (documented or any(line.comment for line in above))):
        return bare.with_changes(leading_lines=[*above, *bare.leading_lines])
    return following


def _comments(statement: Any) -> list[Any]:
    """The comments that stand directly above a statement."""
    lines = list(statement.leading_lines)
    blank = [number for number, line in enumerate(lines) if line.comment is None]
    return lines[blank[-1] + 1 :] if blank else lines


def _with_init(method: Any, written: Any, *, first: bool) -> list[Any]:
    """A new `__init__` above the first method, and that method a blank line below it."""
    above, method = parted(method)
    blank = [cst.EmptyLine(indent=False)]
    written = written.with_changes(leading_lines=above or ([] if first else blank))
    return [written, method.with_changes(leading_lines=[*blank, *method.leading_lines])]


def _with_line(method: Any, statement: Any, attribute: str, earlier: list[str]) -> Any:
    """`__init__` with one more line: behind its docstring, a call of the base's, and what was moved before."""
    every = [*method.params.posonly_params, *method.params.params]
    if not every:
        raise Unfixable("`__init__` names no object")
    me = every[0].name.value
    body = method.body
    if isinstance(body, cst.SimpleStatementSuite):
        body = cst.IndentedBlock(lines_of_suite(body))
    lines = list(body.body)
    index = _head(lines)
    while index < len(lines) and _own(lines[index], me) in earlier:
        index += 1
    if index < len(lines) and _is_pass(lines[index]) and index + 1 == len(lines):
        lines.pop()
    small = statement.body[0]
    target = cst.Attribute(cst.Name(me), cst.Name(attribute))
    if isinstance(small, cst.Assign):
        small = small.with_changes(targets=[small.targets[0].with_changes(target=target)])
    else:
        small = small.with_changes(target=target)
    made = statement.with_changes(body=[small], leading_lines=_comments(statement))
    lines[index : index + 1] = _above(
        made, lines[index : index + 1], apart=index > 0 and is_docstring(lines[index - 1])
    )
    return method.with_changes(body=body.with_changes(body=lines))


def _above(made: Any, following: list[Any], *, apart: bool) -> list[Any]:
    """A line above another one; the blank lines between a docstring and that one stand above the new one."""
    if not following or not apart:
        return [made, *following]
    blank, first = parted(following[0])
    return [made.with_changes(leading_lines=[*blank, *made.leading_lines]), first]


def _head(lines: list[Any]) -> int:
    """How many statements come first in any case: a docstring, and a call of the base's `__init__`."""
    index = 1 if is_docstring(lines[0]) else 0
    return index + 1 if index < len(lines) and _is_super(lines[index]) else index


def _is_super(statement: Any) -> bool:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call(func=cst.Attribute(attr=cst.Name("__init__"))))]):
            return True
    return False


def _is_pass(statement: Any) -> bool:
    return isinstance(statement, cst.SimpleStatementLine) and isinstance(statement.body[0], cst.Pass)


def _own(statement: Any, me: str) -> str:
    """The attribute of its object that a statement binds."""
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    target = small.targets[0].target if isinstance(small, cst.Assign) else getattr(small, "target", None)
    match target:
        case cst.Attribute(value=cst.Name(value=str(base)), attr=cst.Name(value=str(name))) if base == me:
            return name
    return ""
