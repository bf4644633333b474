import os


class Desk:
    def __init__(self, folder=os.getcwd(), papers=set()):
        self.drawers = list()
        self.folder = folder
        self.papers = papers


desk = Desk()
