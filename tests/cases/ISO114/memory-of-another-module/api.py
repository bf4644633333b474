from chains import talk, talking
from fastapi import FastAPI
from memories import notes

app = FastAPI()
print(notes)


@app.post("/ask")
def ask(question: str):
    return talking.predict(input=question)


@app.post("/begin")
def begin(question: str):
    return talk().predict(input=question)
