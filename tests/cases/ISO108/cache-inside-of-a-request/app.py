from functools import lru_cache

import cachetools
from fastapi import FastAPI

app = FastAPI()
TOTALS = cachetools.TTLCache(100, 60)


@app.get("/totals")
def totals(user_id: str):
    @lru_cache
    def of(year):
        return [user_id, year]

    return [of(2023), of(2024)]


@app.get("/sums")
def sums(user_id: str):
    @cachetools.cached(TOTALS)
    def of(year):  # expect: ISO108
        return [user_id, year]

    return [of(2023), of(2024)]
