def of(language):
    return {"Accept": "application/json", "Accept-Language": language}
