from shop.mail import on_send, send

sent = []  # expect: ISO503


def remember(letter):
    sent.append(letter)


def test_welcome():
    on_send(remember)
    send("welcome")
    assert sent[0] == "welcome"


def test_farewell():
    send("farewell")
    assert len(sent) == 1
