CARTS = {}


class Shift:
    def end(self):
        self.leave()


class Quiet(Shift):
    def leave(self):
        return None


class Tidy(Shift):
    def leave(self):
        CARTS.clear()


def put(name, thing):
    CARTS[name] = thing


def cart(name):
    return CARTS.get(name)


def put_bag(name, thing):
    BAGS[name] = thing


def bag(name):
    return BAGS.get(name)


BAGS = {}


class TidyBags(Shift):
    def leave(self):
        BAGS.clear()
