"""The areas that a project has without naming any: folders and markers called what they are."""

from typing import Final

from isolint.config.model import Area

KINDS: Final = ("unit", "integration", "e2e", "critical", "stress")

# `acceptance`, `functional`, `smoke`, `system` and `live` stand for too much to be known without being named
DEFAULT_AREAS: Final = (
    Area("unit", "unit", ("unit/", "unit_tests/", "unit-tests/"), ("unit",)),
    Area("integration", "integration", ("integration/", "integration_tests/", "integration-tests/"), ("integration",)),
    Area(
        "e2e",
        "e2e",
        ("e2e/", "e2e_tests/", "e2e-tests/", "end_to_end/", "end-to-end/", "endtoend/"),
        ("e2e", "end_to_end"),
    ),
    Area(
        "critical",
        "critical",
        ("critical/", "mission_critical/", "mission-critical/"),
        ("critical", "mission_critical"),
    ),
    Area(
        "stress",
        "stress",
        ("stress/", "stress_tests/", "stress-tests/", "load/", "load_tests/", "load-tests/"),
        ("stress", "load"),
    ),
)
