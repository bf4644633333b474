from fastapi import FastAPI, Request


class Parcel:
    """One for each request: the object that registers makes it."""

    def __init__(self, request):
        self.request = request
        self.weight = None

    def weigh(self, body):
        self.weight = body["weight"]
        return self.weight


class Parcels:
    def __init__(self, tariff):
        self.tariff = tariff
        self.app = FastAPI()
        self.app.add_api_route("/weigh", self.weigh)
        self.by_user = {}

        @self.app.post("/weights")
        async def weights(request: Request, user_id: str):
            self.by_user[user_id] = await request.json()
            return self.by_user[user_id]

    async def weigh(self, request: Request):
        parcel = Parcel(request)
        return self.tariff * parcel.weigh(await request.json())


class Settings:
    """Sets what the parts of the system are told, on purpose for all."""

    def __init__(self, system):
        self.system = system
        self.app = FastAPI()
        self.app.add_api_route("/settings", self.change)

    async def change(self, request: Request):
        body = await request.json()
        self.system.country = body["country"]
        self.system.clock.zone = body["zone"]
        return self.system.country
