from fastapi import Request

paths = []


def remembered(request: Request):
    paths.append(request.url.path)  # expect: ISO103
