def collect(lines, text):
    lines.append(text)


def walk(node, found):
    found.append(node["name"])
    for child in node["children"]:
        walk(child, found)
    return found


def headers(given: dict, name: str):
    given["x-name"] = name
    return given


def remember(memory, owner, text):
    memory[owner].append(text)


def audit(trail, text):
    trail.append(text)


def send(channel, text):
    channel.put(text)


def enlist(kinds, name):
    kinds.append(name)
