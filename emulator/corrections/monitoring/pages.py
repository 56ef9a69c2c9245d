"""Lists that come in pages."""
from collections.abc import Callable


def page_of(items: list, size: int, token: str | None, refuse: Callable[[], Exception]) -> tuple[list, str | None]:
    """The items from the token on, and the token of the page after them if there is one."""
    if token and not token.isdigit():
        raise refuse()
    start = int(token or 0)
    after = start + size
    return items[start:after], str(after) if after < len(items) else None
