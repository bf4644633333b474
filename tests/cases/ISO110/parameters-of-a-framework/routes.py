from fastapi import APIRouter, Depends

router = APIRouter()


class Tags:
    def __init__(self, tags: list[str] = []):
        self.tags = tags


def words(text: list[str] = []):
    text.append("all")
    return text


@router.get("/tagged")
def tagged(extra: list[str] = [], tags=Depends(Tags), found=Depends(words)):
    extra.append("new")
    return extra
