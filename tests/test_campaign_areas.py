"""Every file lies in one area, which may have an owner."""

from pathlib import Path

import pytest

from campaign_sample import CONFIG, Configure, configuring
from isolint.campaign.areas import Areas
from isolint.config import Area
from isolint.errors import UsageError
from isolint.program.testing.areas import Areas as KindsOfAreas


@pytest.fixture
def configure(tmp_path: Path) -> Configure:
    return configuring(tmp_path)


class TestAreas:
    @pytest.mark.parametrize(
        ("path", "area", "owner"),
        [
            ("app/web/login.py", "web", "platform"),
            ("app/web/deep/login.py", "web", "platform"),
            ("app/orders_view.py", "web", "platform"),
            ("app/orders.py", "app", "core"),
            ("tests/system/test_login.py", "system", ""),
            ("tests/unit/test_login.py", "tests", ""),
            ("lib/unit/names.py", "lib", ""),
            ("setup.py", ".", ""),
        ],
    )
    def test_the_first_named_area_wins_and_else_the_first_folder(
        self, configure: Configure, path: str, area: str, owner: str
    ) -> None:
        found = Areas(configure(CONFIG)).of(path)
        assert (found.name, found.owner) == (area, owner)

    def test_what_a_named_area_leaves_of_a_folder_of_its_name_is_another_one(self, configure: Configure) -> None:
        areas = Areas(configure(CONFIG))
        assert areas.of("app/deep/orders.py").name == "app/"
        assert areas.of("app/deep/orders.py").owner == ""

    def test_owners_are_those_that_are_named(self, configure: Configure) -> None:
        assert Areas(configure(CONFIG)).owners == {"web": "platform", "app": "core"}

    def test_an_area_without_a_kind_only_groups(self, configure: Configure) -> None:
        config = configure('[areas.web]\nowner = "platform"\npaths = ["unit/web/"]\n')
        assert config.areas[0] == Area("web", "", ("unit/web/",), owner="platform")
        assert KindsOfAreas(config.areas).of("unit/web/test_login.py") == {"unit"}

    def test_an_area_named_after_a_kind_may_have_an_owner_too(self, configure: Configure) -> None:
        config = configure('[areas.e2e]\nowner = "quality"\npaths = ["system/"]\n')
        assert config.areas[0] == Area("e2e", "e2e", ("system/",), owner="quality")

    @pytest.mark.parametrize(
        ("area", "said"),
        [
            ('owner = "core"', "areas.app: expected a key 'paths'"),
            ('owner = ""\npaths = ["app/"]', "areas.app.owner: expected a string, not an empty string"),
            ('owner = "core"\nmarkers = ["slow"]', "areas.app.markers: expected a key 'kind' beside it, one of unit, "),
            ('ownr = "core"', "areas.app.ownr: unknown key, did you mean 'owner'?"),
            ('paths = ["app/"]', "areas.app: expected a key 'owner', or 'kind', one of unit, "),
        ],
    )
    def test_what_is_wrong_is_told_in_one_line(self, configure: Configure, area: str, said: str) -> None:
        with pytest.raises(UsageError) as told:
            configure(f"[areas.app]\n{area}\n")
        assert str(told.value).startswith(f"isolint.toml: {said}")
        assert "\n" not in str(told.value)
