from celery import shared_task


class Report:
    rows = []

    def add(self, row):
        self.rows.append(row)  # expect: ISO107


@shared_task
def build(rows):
    report = Report()
    for row in rows:
        report.add(row)
    return report.rows
