from models import Session, options

session = Session()  # expect: ISO202


def run(job):
    session.add(job)
    return options()
