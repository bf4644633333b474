from documents.chunking import RowChunking
from documents.readers import Reader


class TableReader(Reader):
    def __init__(self, chunking=RowChunking(), **kwargs):  # expect: ISO110
        super().__init__(chunking=chunking, **kwargs)
