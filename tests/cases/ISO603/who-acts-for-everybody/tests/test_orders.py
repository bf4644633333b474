import httpx


def test_two_users(admin_headers):
    httpx.post("http://localhost/orders", json={"user_id": "user_1"}, headers=admin_headers)
    httpx.post("http://localhost/orders", json={"user_id": "user_2"}, headers=admin_headers)


def test_one_users_headers_are_refused_for_another(headers):
    httpx.post("http://localhost/orders", json={"user_id": "user_1"}, headers=headers)
    answer = httpx.post("http://localhost/orders", json={"user_id": "user_2"}, headers=headers)
    assert answer.status_code == 403
