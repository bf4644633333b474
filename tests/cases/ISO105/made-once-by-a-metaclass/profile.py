class Once(type):
    _made = {}

    def __call__(cls, *args):
        if cls not in cls._made:
            cls._made[cls] = super().__call__(*args)
        return cls._made[cls]


class Profile(metaclass=Once):  # expect: ISO105
    def __init__(self):
        self.facts = {"city": None}

    def set(self, city):
        self.facts["city"] = city
