import streamlit as st
from notes import add, everything

visits = []

text = st.text_input("A note")
if text:
    add(text)
    visits.append(text)
st.write(everything(), visits)
