from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

app = FastAPI()


class Repository:
    def __init__(self):
        self.Session = scoped_session(sessionmaker(create_engine("postgresql://shop")))  # expect: ISO206

    async def parcels(self):
        with self.Session() as session:
            found = session.query("parcels").all()
            await tell(found)
            return found


repository = Repository()


@app.get("/parcels")
async def parcels():
    return await repository.parcels()


async def tell(found):
    print(found)
