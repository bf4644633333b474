class Context:
    path = tenant = language = agent = None
    values = {}

    @classmethod
    def enter(cls, tenant):
        cls.tenant = tenant  # expect: ISO107
        cls.values["tenant"] = tenant  # expect: ISO107

    @classmethod
    def describe(cls):
        return cls.path, cls.tenant, cls.language, cls.agent, cls.values


def use(language):
    Context.language = language  # expect: ISO107
