def remember(message, history=[]):  # expect: ISO110
    history.append(message)
    return history


def excluded(field, fields=[]):  # expect: ISO110
    fields += ["min", "max"]
    return field in fields


def complete(model, options={}):  # expect: ISO110
    options["model"] = model
    return len(options)


def sorted_names(names=["zoe", "ann"]):  # expect: ISO110
    names.sort()
    return ", ".join(names)
