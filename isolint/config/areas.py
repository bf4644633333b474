"""The areas that a project has without naming any: folders and markers called what they are."""

from typing import Final

from isolint.config.model import Area

KINDS: Final = ("unit", "integration", "e2e", "critical", "stress")

DEFAULT_AREAS: Final = (
    Area("unit", "unit", ("unit/",), ("unit",)),
    Area("integration", "integration", ("integration/",), ("integration",)),
    Area("e2e", "e2e", ("e2e/", "end_to_end/"), ("e2e", "end_to_end")),
    Area("critical", "critical", ("critical/", "mission_critical/"), ("critical", "mission_critical")),
    Area("stress", "stress", ("stress/", "load/"), ("stress", "load")),
)
