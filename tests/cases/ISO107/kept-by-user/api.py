from fastapi import FastAPI

app = FastAPI()


class Presence:
    seen = {}
    _ready = False

    @classmethod
    def see(cls, user_id, page):
        cls._ready = True
        cls.seen[user_id] = page

    def last(self, user_id):
        self.seen.setdefault(user_id, "/")
        return self.seen[user_id], self._ready


@app.get("/page/{user_id}")
def page(user_id: str, path: str):
    Presence.see(user_id, path)
    return Presence().last(user_id)
