import requests

shop = requests.Session()
