from contextvars import ContextVar
from typing import Any


class Current:
    """Gives each attribute a context variable of its own."""

    def __init__(self) -> None:
        object.__setattr__(self, "_variables", {})

    def _variable(self, name: str) -> ContextVar:
        if name not in self._variables:
            self._variables[name] = ContextVar(name, default=None)
        return self._variables[name]

    def __getattr__(self, name: str) -> Any:
        return self._variable(name).get()

    def __setattr__(self, name: str, value: Any) -> None:
        self._variable(name).set(value)


class Checked:
    """Looks at names, and keeps the values itself."""

    allowed = {"user"}

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self.allowed:
            super().__setattr__(name, value)


current = Current()
checked = Checked()
