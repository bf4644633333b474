"""Markup: HTML that is made of tags, so that text from elsewhere can only ever be text."""

from html import escape

from isolint.report.terminal import printable


class Markup(str):
    """HTML; any other string is text, and is escaped where it is put into some."""

    __slots__ = ()


Content = str | float
Attribute = str | float | bool | None


def tag(name: str, /, *content: Content, **attributes: Attribute) -> Markup:
    """An element; `class_` is the attribute `class`, `data_key` is `data-key`, and None or False leaves one out.

    >>> tag("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    return Markup(f"<{name}{_attributes(attributes)}>{joined(*content)}</{name}>")


def void(name: str, /, **attributes: Attribute) -> Markup:
    """An element that has no content and no end tag."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def spoken(text: str) -> Markup:
    """A sentence, in which what stands between backticks is code.

    >>> spoken("run `pytest`")
    'run <code>pytest</code>'
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return joined(text)
    return joined(*(tag("code", part) if at % 2 else part for at, part in enumerate(parts)))


def joined(*content: Content) -> Markup:
    """Content side by side."""
    return Markup("".join(each if isinstance(each, Markup) else escape(_shown(each)) for each in content))


def _attributes(attributes: dict[str, Attribute]) -> str:
    told = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(_shown(value))}"'
        for name, value in told.items()
        if value is not None and value is not False
    )


def _shown(value: Content) -> str:
    """The text; what would reorder a line or is no character at all, as in some names of files, becomes an escape."""
    return printable(f"{value:g}" if isinstance(value, float) else str(value), "utf-8")
