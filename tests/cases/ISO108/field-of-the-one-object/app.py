from functools import lru_cache

from fastapi import FastAPI

app = FastAPI()


class Reports:
    def __init__(self, folder):
        self.folder = folder
        self.user = None

    def speak_for(self, user):
        self.user = user  # expect: ISO106

    @lru_cache
    def totals(self, year):  # expect: ISO108
        return [self.user, year]

    @lru_cache
    def template(self, name):
        return self.folder + name


reports = Reports("/srv/reports")


@app.get("/totals")
def totals(user: str, year: int):
    reports.speak_for(user)
    return reports.totals(year), reports.template("totals")
