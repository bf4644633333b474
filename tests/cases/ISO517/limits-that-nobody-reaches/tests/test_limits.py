from shop.jobs import Job, RateLimiter, pages_of


def test_rate_limit_is_saved():
    job = Job.create("hello")
    job.rate_limit_key = "mails"
    job.save()
    assert Job.fetch(job.id).rate_limit_key == "mails"


def test_rate_limit_blocks_the_fourth():
    limiter = RateLimiter(attempts=3, seconds=60)
    assert all(limiter.allow("10.0.0.1") for _ in range(3))
    assert not limiter.allow("10.0.0.1")


def test_rate_limited_page_keeps_earlier_pages(monkeypatch):
    monkeypatch.setattr("shop.jobs.load", lambda page: None)
    assert pages_of("ann") == []


def test_login_is_throttled(client):  # expect: ISO517
    client.post("/login", json={"user": "ann"})
    client.post("/login", json={"user": "ann"})
    assert client.post("/login", json={"user": "ann"}).status_code == 429


def orders(client):
    return [client.get("/orders").status_code for _ in range(11)]


def test_orders_are_throttled(client):  # expect: ISO517
    assert orders(client)[-1] == 429
