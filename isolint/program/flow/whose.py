"""Whose: does a key say by its words whose it is, as in `data["user_id"]`, `current_user().email` and `owner_user`?"""

from typing import Any, Final

from isolint.facts import Body
from isolint.program.unit import last_name
from isolint.program.words import snake

ASKING: Final = ("get", "pop")  # how the names of methods begin that give what stands under a name
MOST: Final = 60  # parts of a key that are looked at


class Whose:
    """Answers by the names of identities; a name counts that ends with one of them: `owner_user`, not `user_agent`."""

    def __init__(self, people: frozenset[str]) -> None:
        self._ends = tuple(f"_{name.strip('_').lower()}_" for name in sorted(people))

    def told(self, body: Body, key: Any) -> bool:
        """Whether a key speaks of an identity, through what calls in it are given."""
        queue = [key]
        seen: set[int] = set()
        for part in queue:
            if len(queue) > MOST:
                return False
            match part:
                case str() if self._says(part.rpartition(".")[2]):
                    return True
                case int() if part not in seen and part < len(body.calls):
                    seen.add(part)
                    callee, arguments, keywords, *_ = body.calls[part]
                    name = last_name(callee)
                    if self._says(name) or (name.startswith(ASKING) and arguments and self._constant(arguments[0])):
                        return True
                    queue += [*arguments, *[v for _, v in keywords]]
                case (".", base, str(path)):
                    if self._says(path.rpartition(".")[2]):
                        return True
                    queue.append(base)
                case ("[]", base, inner):
                    if self._constant(inner):
                        return True
                    queue.append(base)
                case ("tuple" | "<-" | "|" | ":" | "with", *parts):
                    queue += parts
        return False

    def _constant(self, value: Any) -> bool:
        return type(value) is tuple and value[:1] == ("=",) and isinstance(value[1], str) and self._says(value[1])

    def _says(self, name: str) -> bool:
        return bool(name) and snake(name.lstrip("$")).endswith(self._ends)
