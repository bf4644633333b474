class Once(type):
    _made = {}

    def __call__(cls, *arguments):
        if cls not in cls._made:
            cls._made[cls] = super().__call__(*arguments)
        return cls._made[cls]
