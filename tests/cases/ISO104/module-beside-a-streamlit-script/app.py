import settings
import streamlit as st

model = st.text_input("Model")
settings.model = model  # expect: ISO104
settings.choose(st.text_input("Language"))
st.write(settings.shown())
