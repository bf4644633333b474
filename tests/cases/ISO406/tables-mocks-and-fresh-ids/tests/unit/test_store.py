from agents import UserExecutionContext


def test_kept(store):
    store.put(UserExecutionContext(user_id="ann"), "note")
