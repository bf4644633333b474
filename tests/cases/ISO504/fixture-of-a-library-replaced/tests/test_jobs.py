import celery


def test_ships(celery_app: celery.Celery):
    assert celery_app.send_task("ship")
