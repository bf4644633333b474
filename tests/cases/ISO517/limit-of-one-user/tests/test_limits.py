def test_rate_limit_is_enforced(client):  # expect: ISO517
    for _ in range(11):
        answer = client.get("/orders")
    assert answer.status_code == 429
