import vendor.client
from flask import Flask, request
from vendor.client import Client as VendorClient

app = Flask(__name__)


@app.post("/send")
def send():
    setattr(VendorClient, "region", request.form["region"])  # expect: ISO111
    vendor.client.Client.address = request.form["address"]  # expect: ISO111
    return VendorClient().send(VendorClient.region, VendorClient.address)
