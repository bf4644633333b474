from fastapi import FastAPI, Request


class Recent:
    def __init__(self):
        self.words = []


def create_app():
    app = FastAPI()
    last = {}
    recent = Recent()
    drafts = {}

    def remember(form):
        last["form"] = form  # expect: ISO103

    @app.post("/form")
    async def form(request: Request):
        remember(await request.json())
        return last

    @app.post("/words")
    async def words(request: Request):
        recent.words.append(await request.body())  # expect: ISO103
        return recent.words

    @app.post("/draft")
    async def draft(request: Request, user_id: str):
        drafts[user_id] = await request.json()
        lines = []

        def line(text):
            lines.append(text)

        for text in drafts[user_id]:
            line(text)
        return lines

    return app
