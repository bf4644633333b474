import threading

from fastapi import FastAPI
from keeping import Shelf, note, remember, shelve
from words import add_words

app = FastAPI()
history = []
notes = {}
words = {"all": []}
shelf = Shelf()
jobs = []


@app.post("/chat")
def chat(question: str):
    return remember(history, question)


@app.post("/notes")
def write(text: str):
    note(notes, text)
    return notes


@app.post("/words")
def count(text: str):
    add_words(words, text)
    return words


@app.post("/shelf")
def put(text: str):
    shelve(shelf, text)
    return shelf.books


@app.post("/jobs")
def start(text: str):
    threading.Thread(target=work, args=(jobs, text)).start()
    return jobs


def work(done, text):
    done.append(text.upper())  # expect: ISO103
