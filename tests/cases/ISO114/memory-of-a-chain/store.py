retriever = None
