def test_put(table, shelf):
    table.append("tea")
    assert shelf["rows"]


def test_empty(table):
    assert table == []


def test_kind(store):
    store["kind"] = "none"


def test_kind_is_known(store):
    assert store["kind"] in ("memory", "disk")
