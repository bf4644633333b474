class Settings:
    region = "eu"
    names = []
