import streamlit as st

import shared

words = st.text_input("words").split()
words = [word.lower() for word in words]
answer = ""
for word in words:
    answer += word
shared.HISTORY.append(words)  # expect: ISO103
st.session_state.answer = answer
st.write(shared.HISTORY)
