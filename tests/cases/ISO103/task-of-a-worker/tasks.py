from celery import shared_task

batch = []


@shared_task
def collect(row):
    batch.append(row)  # expect: ISO103
    if len(batch) == 100:
        store(batch)


def store(rows):
    print(rows)
