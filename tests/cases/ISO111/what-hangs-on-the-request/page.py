import streamlit as st
from agents import Agent

if "agent" not in st.session_state:
    st.session_state.agent = Agent()
st.session_state.agent.name = st.text_input("Name")
agent = st.session_state.agent
agent.tone = st.text_input("Tone")
st.write(agent.name, agent.tone)
