import os

import pytest


@pytest.fixture(scope="session")
def celery_config():
    os.environ["SHOP_BROKER"] = "memory"  # expect: ISO504
    return {"broker_url": "memory://"}
