said = []
seen = []
banner = []
_done = []
_lost = []


def echo(text):
    said.append(text)  # expect: ISO103
    return said


def look(text):
    seen.append(text)  # expect: ISO103
    return seen


def begin(text):
    banner.append(text)
    return banner


def lose(text):
    _lost.append(text)
    return _lost


def finish(text):
    _done.append(text)  # expect: ISO103
    return _done


COMMANDS = {"echo": echo, "begin": begin}
LISTENERS = [look]
ENDINGS: dict[str, object] = {"finish": finish}
FORGOTTEN = {"lose": lose}
COMMANDS["begin"]("welcome")
