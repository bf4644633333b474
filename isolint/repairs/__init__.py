"""What would mend a match, worked out from the Program: one kind of repair a file."""

from typing import Final

from isolint.named import Named
from isolint.repairs.offer import Offer, Repair

# Each by the name that a rule has for it; its file is loaded when a rule asks.
REPAIRS: Final[Named[type[Repair]]] = Named(
    {
        "assured": "isolint.repairs.assured:Assured",
        "concrete": "isolint.repairs.concrete:Concrete",
        "ended": "isolint.repairs.ended:Ended",
        "entered": "isolint.repairs.entered:Entered",
        "failed": "isolint.repairs.failed:Failed",
        "for-user": "isolint.repairs.for_user:ForUser",
        "fresh": "isolint.repairs.fresh:Fresh",
        "from-factory": "isolint.repairs.from_factory:FromFactory",
        "guarded": "isolint.repairs.guarded:Guarded",
        "labelled": "isolint.repairs.labelled:Labelled",
        "limited": "isolint.repairs.limited:Limited",
        "narrowed": "isolint.repairs.narrowed:Narrowed",
        "owned": "isolint.repairs.owned:Owned",
        "passed": "isolint.repairs.passed:Passed",
        "prepared": "isolint.repairs.prepared:Prepared",
        "renewed": "isolint.repairs.renewed:Renewed",
        "reset": "isolint.repairs.reset:Reset",
        "restored": "isolint.repairs.restored:Restored",
        "run": "isolint.repairs.run:Run",
    }
)

__all__ = ["REPAIRS", "Offer", "Repair"]
