from fastapi import Depends, FastAPI, Request


class Authenticated:
    def __init__(self, role):
        self.role = role
        self.user = None

    def __call__(self, request: Request):
        self.user = request.headers["X-User"]  # expect: ISO106
        return self

    def allows(self):
        return self.user == self.role


app = FastAPI()
admin = Authenticated("admin")


@app.get("/")
def home(who: Authenticated = Depends(admin)):
    return who.allows()
