def report_of(user, number):
    return {"user": user.pk, "number": number}


def summary_of(whom):
    return {"of": whom}
