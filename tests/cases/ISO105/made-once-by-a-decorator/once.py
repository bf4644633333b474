def once(cls):
    made = {}

    def make(*args):
        if cls not in made:
            made[cls] = cls(*args)
        return made[cls]

    return make
