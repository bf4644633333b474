class Condition:
    def __init__(self, *children):
        self.children = list(children)

    def add(self, child):
        self.children.append(child)

    def resolve(self, query):
        return [child for child in self.children if child in query]


class Relation:
    def __init__(self, name, condition=Condition()):
        self.name = name
        self.condition = condition

    def as_sql(self, query):
        return self.condition.resolve(query)
