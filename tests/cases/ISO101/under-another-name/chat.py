import registry as directory

people = directory.registry


def answer(question):
    staff = people
    return staff.get_agent("helper").run(question)  # expect: ISO101
