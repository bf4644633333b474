from unittest.mock import patch

import launcher


def test_order_of_services():
    with patch.object(launcher, "start_auth_service", return_value=True):
        assert launcher.run()


def test_nobody_is_let_in():
    with patch("app.verify_token", return_value=None):
        assert launcher.run()
