from boards import Board, Form, Search, Signed
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
    return Board.lines, form.errors, search.found, Form
