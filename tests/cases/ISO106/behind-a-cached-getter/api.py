from clients import get_client
from fastapi import Depends, FastAPI, Header

app = FastAPI()


@app.get("/weather")
def weather(city: str, authorization: str = Header(), client=Depends(get_client)):
    client.authorize(authorization)
    get_client().city = city  # expect: ISO106
    return client.call()
