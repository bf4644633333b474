import streamlit as st
from langchain.chains import ConversationChain
from langchain.memory import ConversationBufferMemory
from langchain_openai import ChatOpenAI

if "memory" not in st.session_state:
    st.session_state.memory = ConversationBufferMemory()

chain = ConversationChain(llm=ChatOpenAI(), memory=st.session_state.memory)


def send():
    st.write(chain.predict(input=st.session_state.question))


st.text_input("question", key="question", on_change=send)
