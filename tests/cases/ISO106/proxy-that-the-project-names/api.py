from fastapi import FastAPI
from proxies import bound, loose

app = FastAPI()


@app.post("/hello")
def hello(user_id: str):
    bound.user = user_id
    loose.user = user_id  # expect: ISO106
    return bound.user, loose.user
