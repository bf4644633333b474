import state


def test_environment(user_id="alice"):
    state.configure(user_id)
    state.environment = user_id  # expect: ISO505
    assert state.environment == user_id
