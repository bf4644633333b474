import requests
import streamlit as st
from clients import shop

own = requests.Session()
own.headers["Authorization"] = st.session_state.token
shop.headers["Authorization"] = st.session_state.token  # expect: ISO207
shop.headers["Accept"] = st.session_state.kind
st.write(shop.get("https://shop.example/orders").json(), own.get("https://shop.example/cart").json())
