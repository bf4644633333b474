import requests

session = requests.Session()


def invoices(user_id, api_token):
    session.headers.update({"Authorization": api_token, "Accept": "application/json"})  # expect: ISO207
    return session.get(f"https://billing.example/{user_id}/invoices").json()


def rename(name):
    session.headers["X-Name"] = name
