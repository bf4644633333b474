def localized(todo: list = [], labels: dict = {}, zone="UTC"):
    if todo:
        for number, moment in enumerate(todo):
            todo[number] = moment.replace(tzinfo=zone)
    for key, value in labels.items():
        labels[key] = str(value)
    return len(todo) + len(labels)


def marked(tools: list = []):
    if tools:
        tools[-1]["cache"] = True
        tools.append({})
    return len(tools)
