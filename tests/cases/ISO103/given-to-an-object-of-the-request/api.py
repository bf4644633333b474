from chats import Chat, Copy, Draft, Notes, Room
from fastapi import FastAPI

app = FastAPI()
history = []
notes = {}
rooms = {}


@app.post("/chat")
def chat(question: str):
    return Chat(history).say(question)


@app.post("/notes")
def note(text: str):
    kept = Notes(notes)
    kept.write(text)
    return notes


@app.post("/drafts")
def draft(text: str):
    lines = []
    made = Draft(lines)
    made.add(text)
    return lines


@app.post("/copies")
def copy(text: str):
    made = Copy(history)
    made.add(text)
    return made.lines


@app.post("/rooms")
def room(user_id: str, text: str):
    made = Room(rooms.setdefault(user_id, []))
    made.add(text)
    return made.lines
