from fastapi import Depends, FastAPI, Request

app = FastAPI()
opened = []
titles = []


def tracked(request: Request):
    opened.append(request.url.path)  # expect: ISO103
    yield opened


class Page:
    def __init__(self, title):
        self._title = title

    @property
    def title(self):
        return self._title

    @title.setter
    def title(self, text):
        self._title = text

    @classmethod
    def load(cls, text):
        titles.append(text)  # expect: ISO103
        return cls(text)


@app.get("/page")
async def page(text: str, paths: list = Depends(tracked)):
    shown = [word for word in Page.load(text).title]
    return shown, titles, paths
