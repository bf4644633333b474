import streamlit as st
from agents import AgentRegistry, registry

question = st.chat_input("Ask")
own = AgentRegistry()
st.write(registry.get_agent("helper").run(question))  # expect: ISO101
st.write(own.get_agent("helper").run(question))
