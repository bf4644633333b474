from fastapi import FastAPI, Request

from store import recall, remember, remember_page

app = FastAPI()


@app.post("/drafts")
def keep_draft(text: str, request: Request):
    remember(f"draft:{request.session['user_id']}", text)
    return recall(f"draft:{request.session['user_id']}")


@app.post("/pages/{number}")
def keep_page(number: int, text: str):
    remember_page(f"page:{number}", text)


@app.get("/pages/{number}")
def page(number: int):
    return recall(f"page:{number}")
