def test_names(names):
    names.append("ann")
    assert names


def test_no_names(names):
    assert not names


def test_counted(counts):
    counts["calls"] = 1
    assert counts


def test_not_counted(counts):
    assert "calls" not in counts


def test_1_account_is_opened(account):
    account["state"] = "open"


def test_2_account_is_closed(account):
    assert account["state"] == "open"
