"""What would mend a match, worked out from the Program: one kind of repair a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from isolint.repairs.assured import Assured
from isolint.repairs.concrete import Concrete
from isolint.repairs.ended import Ended
from isolint.repairs.entered import Entered
from isolint.repairs.failed import Failed
from isolint.repairs.for_user import ForUser
from isolint.repairs.fresh import Fresh
from isolint.repairs.from_factory import FromFactory
from isolint.repairs.guarded import Guarded
from isolint.repairs.labelled import Labelled
from isolint.repairs.limited import Limited
from isolint.repairs.narrowed import Narrowed
from isolint.repairs.offer import Offer, Repair
from isolint.repairs.owned import Owned
from isolint.repairs.passed import Passed
from isolint.repairs.prepared import Prepared
from isolint.repairs.renewed import Renewed
from isolint.repairs.reset import Reset
from isolint.repairs.restored import Restored
from isolint.repairs.run import Run

REPAIRS: Final[Mapping[str, Any]] = MappingProxyType({
    "concrete": Concrete,
    "for-user": ForUser,
    "from-factory": FromFactory,
    "passed": Passed,
    "assured": Assured,
    "ended": Ended,
    "entered": Entered,
    "reset": Reset,
    "failed": Failed,
    "labelled": Labelled,
    "limited": Limited,
    "prepared": Prepared,
    "renewed": Renewed,
    "restored": Restored,
    "guarded": Guarded,
    "narrowed": Narrowed,
    "fresh": Fresh,
    "owned": Owned,
    "run": Run,
})  # fmt: skip

__all__ = ["REPAIRS", "Offer", "Repair"]
