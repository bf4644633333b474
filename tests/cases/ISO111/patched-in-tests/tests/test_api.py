from unittest.mock import patch

from vendor import Client


def test_region(monkeypatch, user_id="alice"):
    monkeypatch.setattr(Client, "region", user_id)
    with patch.object(Client, "address", user_id):
        assert Client().region == user_id
    Client.region = user_id
