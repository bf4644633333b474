from shop.desk import desk


def test_papers():
    desk.papers = set()
    assert not desk.papers


def test_folder():
    desk.folder = "attic"  # expect: ISO505
    assert desk.folder


def test_no_folder():
    desk.folder = []  # expect: ISO505
    assert not desk.folder
