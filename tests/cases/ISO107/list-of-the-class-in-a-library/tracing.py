from collections import defaultdict, deque
from html.parser import HTMLParser


class Trace:
    spans: list = []
    labels = defaultdict(list)
    last = {}

    def __init__(self, sender):
        self.sender = sender

    def push(self, name, parent=None):
        span = {"name": name, "parent": parent or self.spans[-1]}
        self.sender.send(span)
        self.spans.append(span)  # expect: ISO107
        return span

    def pop(self):
        return self.spans.pop()

    def label(self, text):
        self.labels["text"].append(text)  # expect: ISO107
        self.last["label"] = text  # expect: ISO107

    def extend(self, others):
        spans = self.spans
        for other in others:
            spans.append(other)  # expect: ISO107


class Buffer:
    lines = deque(maxlen=100)

    def write(self, line):
        self.lines.append(line)  # expect: ISO107


class Printer(Buffer):
    def print(self, text, *more):
        for line in more:
            getattr(self, "lines").appendleft(line)  # expect: ISO107
        return list(self.lines)


class Log:
    __lines = []

    def write(self, line):
        self.__lines.append(line)  # expect: ISO107


class Headings(HTMLParser):
    found = []

    def handle_data(self, data):
        self.found.append(data.strip())  # expect: ISO107


class Request:
    headers = {"Accept": "text/plain"}

    def __init__(self, url, headers=None):
        self.url = url
        self.headers.update(headers or {})  # expect: ISO107
