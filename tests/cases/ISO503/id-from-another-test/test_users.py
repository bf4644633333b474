from shop.users import create, find

user_id = None  # expect: ISO503


def test_create():
    global user_id
    user_id = create("alice")
    assert user_id


def test_find():
    assert find(user_id) == "alice"
