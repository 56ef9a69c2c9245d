"""Wildcards and variables in the texts of policies."""
import re

from moto.iam import access_control

from .request_keys import keys_of_request, remember_request

_VARIABLE = re.compile(r"\$\{(?:([*?$])|([\w.-]+:[^},]+?)\s*(?:,\s*'([^']*)'\s*)?)\}")


def pattern_of(text: str, wild: bool = True) -> str | None:
    """A text of a policy as a regular expression; none where a variable of it has no value: nothing is like it."""
    pieces, start = [], 0
    for found in _VARIABLE.finditer(text):
        special, key, default = found.groups()
        value = special or keys_of_request().get(key.lower(), [default])[0]
        if value is None:
            return None
        pieces += [_literal(text[start : found.start()], wild), re.escape(value)]
        start = found.end()
    return "".join([*pieces, _literal(text[start:], wild)])


def _literal(text: str, wild: bool) -> str:
    escaped = re.escape(text)
    return escaped.replace(r"\*", ".*").replace(r"\?", ".") if wild else escaped


def expand_policy_variables() -> None:
    """aws_iam_policy with variables in its resources: `${aws:username}` stands for itself, and a dot for any character.

    IAM User Guide, IAM policy elements: Variables and tags: "the policy variables are replaced with values that come from
    the conditional context of the request itself". A policy of the old version, which has none, is refused as it comes.
    """
    remember_request()

    def match(pattern: str, text: str) -> re.Match[str] | None:
        expression = pattern_of(pattern)
        return None if expression is None else re.fullmatch(expression, text, re.DOTALL)

    access_control.IAMPolicyStatement._match = staticmethod(match)
