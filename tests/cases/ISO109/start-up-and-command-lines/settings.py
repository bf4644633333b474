from functools import lru_cache


class Settings:
    models = "/models"


@lru_cache
def get_settings() -> Settings:
    return Settings()
