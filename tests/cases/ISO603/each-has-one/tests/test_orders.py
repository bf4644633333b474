import httpx


def sign_in(name):
    answer = httpx.post("http://localhost/login", json={"name": name})
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def test_two_users():
    alice, bob = sign_in("user_1"), sign_in("user_2")
    httpx.post("http://localhost/orders", json={"user_id": "user_1"}, headers=alice)
    httpx.post("http://localhost/orders", json={"user_id": "user_2"}, headers=bob)


def test_many_users():
    for user_id in ("user_1", "user_2", "user_3"):
        httpx.post("http://localhost/orders", json={"user_id": user_id}, headers=sign_in(user_id))


def test_several_calls_of_one_user(user_1, user_2):
    headers = sign_in("user_1")
    httpx.post("http://localhost/orders", json={"user_id": "user_1", "session_id": "a"}, headers=headers)
    httpx.post("http://localhost/orders", json={"user_id": "user_1", "session_id": "b"}, headers=headers)
