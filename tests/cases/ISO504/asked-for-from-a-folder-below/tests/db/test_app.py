def test_app(app, walk):
    assert (app, walk)
