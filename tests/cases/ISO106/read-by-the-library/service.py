import sdk


class Service:
    def ask(self, text):
        return text.upper()


class Answers:
    def __init__(self):
        self._client = sdk.Client()

    def speak_for(self, user_id):
        self._client.user = user_id  # expect: ISO106

    def ask(self, text):
        return self._client.ask(text)


class Titles:
    def __init__(self):
        self._tool = sdk.Client()

    def name(self, title):
        self._tool.title = title
        return title


class Tools:
    def __init__(self):
        self._tool = sdk.Client()

    def ask(self, text):
        return self._tool.ask(text)
