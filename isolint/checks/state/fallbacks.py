"""Fallbacks: values that are an identity, or else a constant that everybody without one shares."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from isolint.facts import Body
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Fn, Site
from isolint.program.words import snake

FAR: Final = 4
OF: Final = frozenset({"id", "pk", "uuid", "sub", "key", "name", "email"})  # `user.id`, `claims.sub`
# principals that stand for the program itself, and scopes that are everybody's on purpose
SHARED: Final = re.compile(
    r"(^|[^a-z])(system|service|internal|global|shared|public|all|bot|cron|scheduler|worker|admin|root|self|"
    r"none|null|n/a|main|test)([^a-z]|$)",
    re.IGNORECASE,
)
PLAIN: Final = re.compile(r"[A-Za-z0-9_.@:/ -]+")


@dataclass(frozen=True, slots=True)
class Fallbacks:
    """Answers for one program; `people` are the names of identities."""

    program: Program
    people: frozenset[str]
    spoken: re.Pattern[str] = field(compare=False)

    def of(self, file: int, scope: int, value: Any, depth: int = 0) -> str:
        """The constant that a value falls back to where an identity is missing, or an empty string."""
        if depth > FAR:
            return ""
        match value:
            case ("|", *members):
                return self._either(file, scope, members, depth)
            case (":", inner, _):
                return self.of(file, scope, inner, depth + 1)
            case ("<-" | "tuple", *parts):
                return self.among(file, scope, parts, depth)
            case int():
                return self._called(file, scope, value, depth)
            case str() if value.startswith("$") and "." not in value:
                return self._default(file, scope, value[1:])
        return ""

    def among(self, file: int, scope: int, values: list[Any], depth: int = 0) -> str:
        """The fallback among values that say together who it is, none where one of them is an identity for sure."""
        body = self.program.units[file].body(scope)
        texts = [self.of(file, scope, v, depth + 1) for v in values]
        sure = any(not text and self._personal(v, body) for v, text in zip(values, texts, strict=True))
        return "" if sure else next(filter(None, texts), "")

    def _either(self, file: int, scope: int, members: list[Any], depth: int) -> str:
        body = self.program.units[file].body(scope)
        constants = [m[1] for m in members if type(m) is tuple and m[0] == "="]
        texts = [c for c in constants if isinstance(c, str) and placeholder(c)]
        if texts and len(constants) == 1 and any(self._personal(m, body) for m in members):
            return texts[0]
        return next((f for m in members if (f := self.of(file, scope, m, depth + 1))), "")

    def _personal(self, value: Any, body: Body) -> bool:
        """Whether a value is called an identity: `user_id`, `user.id`, `data["user_id"]`, `headers.get("X-User")`."""
        match value:
            case str() | (".", _, _):
                text: str = value if isinstance(value, str) else value[2]
                *before, name = text.lstrip("$").split(".")
                return name in self.people or (name in OF and bool(before) and before[-1] in self.people)
            case ("[]", _, ("=", str(key))):
                return self._says(key)
            case ("|", *members):
                return any(self._personal(m, body) for m in members)
            case int() if value < len(body.calls):
                callee, arguments, *_ = body.calls[value]
                if last_name(callee) == "str" and arguments:
                    return self._personal(arguments[0], body)
                if last_name(callee) in ("get", "pop") and arguments:
                    asked = arguments[0]
                    return type(asked) is tuple and asked[0] == "=" and self._says(str(asked[1]))
        return False

    def _says(self, key: str) -> bool:
        return key in self.people or bool(self.spoken.search(snake(key)))

    def _called(self, file: int, scope: int, number: int, depth: int) -> str:
        """`x.get("user_id", "default")`, `str(..)`, and what a function of the program gives."""
        body = self.program.units[file].body(scope)
        if number >= len(body.calls):
            return ""
        callee, arguments, *_ = body.calls[number]
        name = last_name(callee)
        if name in ("get", "pop") and len(arguments) == 2:  # noqa: PLR2004  # a key and what is given without it
            text = arguments[1][1] if type(arguments[1]) is tuple and arguments[1][0] == "=" else None
            personal = self._personal(number, body)
            return text if personal and isinstance(text, str) and placeholder(text) else ""
        if name == "str" and arguments:
            return self.of(file, scope, arguments[0], depth + 1)
        if not self._says(name):
            return ""
        for origin in self.program.evaluator.calls.callees(Site(file, scope, number)):
            if isinstance(origin, Fn):
                for value, _ in self.program.units[origin.file].body(origin.scope).returns:
                    if type(value) is tuple and value[0] == "|":
                        found = self._either(origin.file, origin.scope, list(value[1:]), depth + 1)
                        if found:
                            return found
        return ""

    def _default(self, file: int, scope: int, name: str) -> str:
        """What a parameter is where it is not given, if the framework or some caller leaves it out."""
        if name not in self.people:
            return ""
        for number, (param, _, default, _) in enumerate(self.program.units[file].header(scope).params):
            if param == name and type(default) is tuple and default and default[0] == "=":
                text = default[1] if isinstance(default[1], str) and placeholder(default[1]) else ""
                return text if text and self._left_out(file, scope, number, name) else ""
        return ""

    def _left_out(self, file: int, scope: int, number: int, name: str) -> bool:
        if self.program.entries.row(file, scope):
            return True
        unit = self.program.units[file]
        bound = unit.owner(scope) >= 0 and "staticmethod" not in unit.header(scope).decorators
        for site, _, calls in self.program.callers.of(file, scope):
            _, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
            if not calls:
                callees = self.program.evaluator.calls.callees(site)
                if any(self.program.evaluator.meaning.has_kind(o, "injector") for o in callees):
                    return True
                continue
            spread = any(type(a) is tuple and a and a[0] == "*" for a in arguments)
            if not spread and len(arguments) <= number - bound and all(k and k != name for k, _ in keywords):
                return True
        return False


def placeholder(text: str) -> bool:
    """Whether a text stands for nobody in particular, and not for the program itself."""
    return bool(PLAIN.fullmatch(text)) and not SHARED.search(text)
