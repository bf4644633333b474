def test_code(request, app):
    def reset():
        app.ask_code = False

    request.addfinalizer(reset)
    app.ask_code = True
    assert app.ask_code


def test_rows(request, app):
    request.addfinalizer(lambda: setattr(app, "rows", []))
    app.rows.append("tea")
    assert app.rows == ["tea"]


def test_asking(asking):
    assert asking.ask_code


def test_no_code(app):
    assert not app.ask_code
    assert not app.rows


def test_closed(request, closed):
    def tell():
        print(closed.open)

    request.addfinalizer(tell)
    closed.open = False
    assert not closed.open


def test_closed_again(closed):
    closed.open = False
    assert not closed.open


def test_open(closed):
    assert closed.open
