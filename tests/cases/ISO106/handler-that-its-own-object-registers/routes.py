from fastapi import APIRouter, FastAPI, Request


class Orders:
    """Says itself where its methods answer, when it is asked to."""

    def __init__(self):
        self.draft = None

    def register(self, router: APIRouter):
        router.add_api_route("/orders", self.create, methods=["POST"])

    async def create(self, request: Request):
        self.draft = await request.json()  # expect: ISO106
        await check(self.draft)
        return self.draft


async def check(draft): ...


app = FastAPI()
routes = APIRouter()
Orders().register(routes)
app.include_router(routes)
