from collections import OrderedDict, UserList

from fastapi import FastAPI

app = FastAPI()


class History(list):
    def remember(self, text):
        self.append(text)

    def last(self):
        return self[-1]


class Log(list):
    def append(self, text):
        super().append(text.strip())


class Pages(UserList):
    def turn(self, text):
        self.data.append(text)


class Recent(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > 100:
            self.popitem(last=False)


class Form(dict):
    def fill(self, text):
        self["text"] = text


history = History()  # expect: ISO105
log = Log()  # expect: ISO105
pages = Pages()  # expect: ISO105
recent = Recent()


@app.post("/chat")
def chat(user_id: str, text: str):
    history.remember(text)
    log.append(text)
    pages.turn(text)
    recent[user_id] = text
    form = Form()
    form.fill(text)
    return history.last(), log[-1], pages[-1], recent[user_id], form
