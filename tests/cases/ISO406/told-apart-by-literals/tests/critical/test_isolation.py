from agents import UserExecutionContext


def test_users_are_kept_apart(store):
    ann = UserExecutionContext(user_id="ann")
    bob = UserExecutionContext(user_id="bob")
    store.put(ann, "note")
    assert store.get(bob) is None


def test_every_user_has_a_place(store):
    def put(context):
        store.put(context, "note")

    put(UserExecutionContext(user_id="ann"))
    put(UserExecutionContext(user_id="bob"))
