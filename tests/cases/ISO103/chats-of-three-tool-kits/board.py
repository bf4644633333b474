import dash
from dash import Input, Output

app = dash.Dash(__name__)
chosen = {"country": "all"}


@app.callback(Output("plot", "figure"), Input("country", "value"))
def choose(country):
    chosen["country"] = country  # expect: ISO103
    return {}


@app.callback(Output("table", "data"), Input("refresh", "n_clicks"))
def table(clicks):
    return [chosen["country"]]
