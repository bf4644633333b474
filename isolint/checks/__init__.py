"""Questions asked of a Program, one a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from isolint.checks.context.abstract import Abstract
from isolint.checks.context.cleaned import Cleaned
from isolint.checks.context.contextless import Contextless
from isolint.checks.context.lingering import Lingering
from isolint.checks.context.locked import Locked
from isolint.checks.context.mingled import Mingled
from isolint.checks.match import Check, Match
from isolint.checks.session.kept import Kept
from isolint.checks.session.outlived import Outlived
from isolint.checks.session.personalised import Personalised
from isolint.checks.session.placed import Placed
from isolint.checks.session.pooled import Pooled
from isolint.checks.session.protocol import Protocol
from isolint.checks.session.released import Released
from isolint.checks.session.threaded import Threaded
from isolint.checks.session.together import Together
from isolint.checks.state.cached import Cached
from isolint.checks.state.conversing import Conversing
from isolint.checks.state.defaulted import Defaulted
from isolint.checks.state.escaping import Escaping
from isolint.checks.state.fetched import Fetched
from isolint.checks.state.hooked import Hooked
from isolint.checks.state.placeheld import Placeheld
from isolint.checks.state.stateful import Stateful
from isolint.checks.state.switched import Switched
from isolint.checks.testing.equipped import Equipped
from isolint.checks.testing.signed_in import SignedIn
from isolint.checks.websocket.broadcast import Broadcast
from isolint.checks.websocket.built import Built
from isolint.checks.websocket.forgotten import Forgotten
from isolint.checks.websocket.singleton import Singleton
from isolint.checks.websocket.taken import Taken

CHECKS: Final[Mapping[str, type[Check]]] = MappingProxyType(
    {
        "abstract": Abstract,
        "broadcast": Broadcast,
        "built": Built,
        "cached": Cached,
        "cleaned": Cleaned,
        "contextless": Contextless,
        "conversing": Conversing,
        "defaulted": Defaulted,
        "equipped": Equipped,
        "escaping": Escaping,
        "fetched": Fetched,
        "forgotten": Forgotten,
        "hooked": Hooked,
        "kept": Kept,
        "lingering": Lingering,
        "locked": Locked,
        "mingled": Mingled,
        "outlived": Outlived,
        "personalised": Personalised,
        "placed": Placed,
        "placeheld": Placeheld,
        "pooled": Pooled,
        "protocol": Protocol,
        "released": Released,
        "signed-in": SignedIn,
        "singleton": Singleton,
        "stateful": Stateful,
        "switched": Switched,
        "taken": Taken,
        "threaded": Threaded,
        "together": Together,
    }
)

__all__ = ["CHECKS", "Check", "Match"]
