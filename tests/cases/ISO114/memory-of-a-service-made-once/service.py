from langchain.chains import LLMChain
from langchain.memory import ConversationBufferMemory
from langchain_core.prompts import PromptTemplate
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import StateGraph


class Assistant:
    def __init__(self):
        self.memory = ConversationBufferMemory(memory_key="history")  # expect: ISO114
        self.prompt = PromptTemplate.from_template("{history} {input}")
        self.chain = LLMChain(llm=ChatOpenAI(), prompt=self.prompt, memory=self.memory)
        self.graph = StateGraph(dict).compile(InMemorySaver())

    def answer(self, question):
        return self.chain.invoke({"input": question})

    async def plan(self, question):
        config: dict = {"configurable": {"thread_id": "1"}}
        return await self.graph.ainvoke({"messages": [question]}, config)  # expect: ISO114
