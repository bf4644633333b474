from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header
from seen import paths, remembered

router = APIRouter(dependencies=[Depends(remembered)])
languages = []


def language(accept_language: Annotated[str, Header()]):
    languages.append(accept_language)  # expect: ISO103
    return languages[-1]


Language = Annotated[str, Depends(language)]


@router.get("/")
def home(language: Language):
    return language, paths


app = FastAPI()
app.include_router(router)
