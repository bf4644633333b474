from fastapi import APIRouter, FastAPI, Request


class Items:
    def __init__(self, settings):
        self.settings = settings
        self.router = APIRouter()
        self.router.add_api_route("/items", self.items, methods=["GET"])
        self.router.add_api_route("/settings", self.change, methods=["POST"])

    async def items(self, request: Request):
        self.request = request  # expect: ISO106
        return await self.load()

    async def load(self):
        return self.request.headers["x-user"], self.settings.colour

    async def change(self, colour: str):
        self.settings.colour = colour


def serve(settings):
    app = FastAPI()
    app.include_router(Items(settings).router)
    return app
