import copy
from dataclasses import dataclass, field

BASE = {"item": "tea", "address": {"city": "Rome"}}


@dataclass
class Report:
    errors: list = field(default_factory=list)
    name: str = ""

    def fail(self, error):
        self.errors.append(error)


def test_shallow():
    order = {**BASE, "count": 2}
    order["item"] = "coffee"
    assert BASE["item"] == "tea"


def test_deep():
    order = copy.deepcopy(BASE)
    order["address"]["city"] = "Paris"
    assert BASE["address"]["city"] == "Rome"


def test_report():
    report = Report()
    report.fail("late")
    assert report.errors == ["late"]


def test_no_report():
    assert Report().errors == []
