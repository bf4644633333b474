from boards import Board, Form, Poll, Search, Signed
from fastapi import FastAPI

app = FastAPI()


@app.post("/boards")
def write(text: str):
    board = Board()
    board.write(text)
    form = Signed(text)
    form.fail(text)
    search = Search()
    search.find(text)
    poll = Poll()
    poll.vote(text)
    return Board.lines, form.errors, search.found, poll.votes, Form
