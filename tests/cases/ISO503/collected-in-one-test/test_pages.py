from shop.pages import walk

SEEN = []
EXPECTED = ["home", "basket"]


def test_walk():
    walk(SEEN.append)
    SEEN.append("end")
    assert SEEN[:2] == EXPECTED


def test_expected_pages_exist():
    for page in EXPECTED:
        assert walk(page)


def test_own_list():
    SEEN = []
    SEEN.append("home")
    assert SEEN == ["home"]
