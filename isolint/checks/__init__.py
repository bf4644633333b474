"""Questions asked of a Program, one a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from isolint.checks.context.abstract import Abstract
from isolint.checks.context.cleaned import Cleaned
from isolint.checks.context.contextless import Contextless
from isolint.checks.context.impersonal import Impersonal
from isolint.checks.context.lingering import Lingering
from isolint.checks.context.locked import Locked
from isolint.checks.context.mingled import Mingled
from isolint.checks.context.pinned import Pinned
from isolint.checks.context.unguarded import Unguarded
from isolint.checks.crowd.few import Few
from isolint.checks.crowd.lonely import Lonely
from isolint.checks.crowd.mixed import Mixed
from isolint.checks.crowd.nominal import Nominal
from isolint.checks.crowd.unclaimed import Unclaimed
from isolint.checks.crowd.unmeasured import Unmeasured
from isolint.checks.e2e.based import Based
from isolint.checks.e2e.bypassed import Bypassed
from isolint.checks.e2e.lent import Lent
from isolint.checks.e2e.marked import Marked
from isolint.checks.e2e.mocked import Mocked
from isolint.checks.e2e.retried import Retried
from isolint.checks.e2e.signed_in import SignedIn
from isolint.checks.e2e.skipped import Skipped
from isolint.checks.e2e.timed import Timed
from isolint.checks.events.partial import Partial
from isolint.checks.events.redefined import Redefined
from isolint.checks.events.unaddressed import Unaddressed
from isolint.checks.events.unordered import Unordered
from isolint.checks.match import Check, Match
from isolint.checks.outcome.swallowed import Swallowed
from isolint.checks.outcome.tidied import Tidied
from isolint.checks.outcome.unchecked import Unchecked
from isolint.checks.pollution.carried import Carried
from isolint.checks.pollution.left_set import LeftSet
from isolint.checks.pollution.patched import Patched
from isolint.checks.pollution.wide import Wide
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
from isolint.checks.state.recreated import Recreated
from isolint.checks.state.stateful import Stateful
from isolint.checks.state.switched import Switched
from isolint.checks.testing.equipped import Equipped
from isolint.checks.testing.uncollected import Uncollected
from isolint.checks.testing.unrun import Unrun
from isolint.checks.testing.unset import Unset
from isolint.checks.websocket.broadcast import Broadcast
from isolint.checks.websocket.built import Built
from isolint.checks.websocket.forgotten import Forgotten
from isolint.checks.websocket.singleton import Singleton
from isolint.checks.websocket.taken import Taken

CHECKS: Final[Mapping[str, type[Check]]] = MappingProxyType(
    {
        "redefined": Redefined,
        "unaddressed": Unaddressed,
        "unmeasured": Unmeasured,
        "unclaimed": Unclaimed,
        "tidied": Tidied,
        "nominal": Nominal,
        "mixed": Mixed,
        "lonely": Lonely,
        "few": Few,
        "abstract": Abstract,
        "based": Based,
        "broadcast": Broadcast,
        "built": Built,
        "carried": Carried,
        "bypassed": Bypassed,
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
        "impersonal": Impersonal,
        "kept": Kept,
        "left-set": LeftSet,
        "lent": Lent,
        "lingering": Lingering,
        "locked": Locked,
        "marked": Marked,
        "mingled": Mingled,
        "mocked": Mocked,
        "outlived": Outlived,
        "partial": Partial,
        "patched": Patched,
        "personalised": Personalised,
        "pinned": Pinned,
        "placed": Placed,
        "placeheld": Placeheld,
        "pooled": Pooled,
        "protocol": Protocol,
        "recreated": Recreated,
        "released": Released,
        "retried": Retried,
        "signed-in": SignedIn,
        "singleton": Singleton,
        "skipped": Skipped,
        "stateful": Stateful,
        "swallowed": Swallowed,
        "switched": Switched,
        "taken": Taken,
        "threaded": Threaded,
        "timed": Timed,
        "together": Together,
        "unguarded": Unguarded,
        "unchecked": Unchecked,
        "uncollected": Uncollected,
        "unordered": Unordered,
        "unrun": Unrun,
        "unset": Unset,
        "wide": Wide,
    }
)

__all__ = ["CHECKS", "Check", "Match"]
