class Journey:
    pass


class PaidJourney(Journey):
    pass
