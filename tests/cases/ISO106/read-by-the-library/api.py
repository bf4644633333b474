import sdk
from fastapi import Depends, FastAPI
from sdk.memory import Window
from sdk.web import Handler
from service import Answers, Service, Titles, Tools

app = FastAPI()
client = sdk.Client()
chat = sdk.Client()
window = Window(size=5)
bot = sdk.App()
counted = sdk.Client()
tagged = sdk.Client()
notes = sdk.Client()
service = Service()
answers = Answers()
titles = Titles()
tools = Tools()
histories = {}
speaking = sdk.Client()


@app.post("/ask")
def ask(user_id: str, text: str):
    client.user = user_id  # expect: ISO106
    return client.ask(text)


@app.post("/chat")
def talk(token: str, text: str):
    chat.token = token  # expect: ISO106
    return chat.messages.create(text)


@app.post("/window")
def say(user_id: str):
    window.memory = histories[user_id]  # expect: ISO106
    return window.load()


@app.post("/events")
def event(organization: str, text: str):
    bot.organization = organization  # expect: ISO106
    return Handler(bot).handle(text)


def speaker(user_id: str):
    speaking.user = user_id  # expect: ISO106


@app.post("/speak", dependencies=[Depends(speaker)])
def speak(text: str):
    return speaking.ask(text)


@app.post("/answers")
def answer(user_id: str, text: str):
    answers.speak_for(user_id)
    return answers.ask(text)


@app.post("/own")
def own(user_id: str, text: str):
    made = sdk.Client()
    made.user = user_id
    return made.ask(text)


@app.post("/counted")
def count(text: str):
    found = counted.ask(text)
    counted.last = found
    return found


@app.post("/tagged")
def tag(text: str):
    tagged.label = text
    return tagged.name


@app.post("/notes")
def note(text: str):
    notes.ready = True
    return notes.ask(text)


@app.post("/titles")
def entitle(text: str):
    return titles.name(text), tools.ask(text)


@app.post("/service")
def serve(text: str):
    service.last = text
    app.state.last = text
    return service.ask(text), app.state.model.ask(text)
