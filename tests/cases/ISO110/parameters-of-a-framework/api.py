from fastapi import Body, Depends, FastAPI, Query

app = FastAPI()


def pages():
    return [1]


class Filter:
    def __init__(self, words: list = Query([]), text=Query(None), page=Depends(pages)):
        self.words = words
        self.text = text
        self.page = page


@app.post("/search")
def search(terms=Body([]), found=Depends(Filter)):
    terms.append("x")
    return terms
