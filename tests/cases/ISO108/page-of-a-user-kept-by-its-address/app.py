from flask import Flask, g, render_template, request, session
from flask_caching import Cache
from flask_login import current_user

app = Flask(__name__)
cache = Cache(app)


@app.route("/profile")
@cache.cached(timeout=60)
def profile():  # expect: ISO108
    return render_template("profile.html", user=current_user)


@cache.memoize(60)
def basket():  # expect: ISO108
    return render_template("basket.html", lines=session.get("basket"))


@cache.memoize(60)
def orders(page):  # expect: ISO108
    return [g.user.id, page]


@app.route("/news")
@cache.cached(timeout=60)
def news():
    return render_template("news.html", page=request.args.get("page"), lines=g.db.execute("select 1"))


@app.route("/mine")
@cache.cached(timeout=60, make_cache_key=lambda: current_user.id)
def mine():
    return render_template("profile.html", user=current_user)


@app.route("/start")
@cache.cached(timeout=60, unless=lambda: current_user.is_authenticated)
def start():
    return render_template("start.html", user=current_user)


@app.route("/browser")
@cache.cached(timeout=60)
def browser():
    return render_template("browser.html", agent=request.headers.get("User-Agent"))


@app.route("/hello")
@cache.cached(timeout=60)
def hello():  # expect: ISO108
    return render_template("hello.html", user=request.headers.get("X-User"))
