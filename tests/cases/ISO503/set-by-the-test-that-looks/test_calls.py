from shop.hooks import run

calls = []
flag = False


def note(name):
    global flag
    flag = True
    calls.append(name)


def start():
    calls.clear()


def test_before():
    global flag
    flag = False
    calls.clear()
    run(note)
    assert calls == ["before"]
    assert flag


def test_after():
    global flag
    flag = False
    start()
    run(note, last=True)
    assert calls == ["after"]
    assert flag
