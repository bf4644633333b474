def test_rate_limit_is_enforced(client, user_a, user_b):
    for _ in range(11):
        answer = client.get("/orders", headers=user_a)
    assert answer.status_code == 429
    assert client.get("/orders", headers=user_b).status_code == 200


def test_retry_after_rate_limit_of_provider(model):
    assert model.ask("tea")
