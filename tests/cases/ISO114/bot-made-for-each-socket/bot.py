from langchain.chains import ConversationChain
from langchain_openai import ChatOpenAI


class Bot:
    def __init__(self):
        self.chain = ConversationChain(llm=ChatOpenAI())

    def ask(self, question):
        return self.chain.predict(input=question)
