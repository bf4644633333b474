history = []
log = []


def answer(user_id, question):
    history.append(question)  # expect: ISO103
    return history


def trim(lines):
    log.append(lines)
    return log


def _collect(user_id, line):
    log.append(line)
