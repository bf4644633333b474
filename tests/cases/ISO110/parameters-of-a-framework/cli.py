import typer

app = typer.Typer()


class Run:
    def __init__(self, folder=typer.Option("."), files=typer.Argument(None)):
        self.folder = folder
        self.files = files
