import copy
from types import MappingProxyType


class Basket:
    def __init__(self, items=[], labels={}, options={}, roles=set(), extra=[]):
        self.items = list(items)
        self.labels = labels or {}
        self.options = copy.deepcopy(options)
        self.roles = frozenset(roles)
        self.extra = [*extra, "gift"]

    def total(self, prices=[]):
        return sum(price for price in prices)


def names(people=[], seen=(), fixed=frozenset(), view=MappingProxyType({})):
    seen = [*seen, view]
    return [p.name for p in people if len(people) > 1] + list(fixed) + seen


def merged(extra={}):
    extra = dict(extra)
    extra["merged"] = True
    return extra
