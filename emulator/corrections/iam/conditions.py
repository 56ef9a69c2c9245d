"""Conditions of statements, by the operators of IAM."""
import base64
import re
from collections.abc import Callable
from datetime import datetime, timezone
from decimal import Decimal
from ipaddress import ip_address, ip_network
from operator import eq, ge, gt, le, lt

from moto.iam import access_control

from .request_keys import keys_of_request, remember_request
from .variables import pattern_of

_ORDERS = {"Equals": eq, "LessThan": lt, "LessThanEquals": le, "GreaterThan": gt, "GreaterThanEquals": ge}


def judge_conditions() -> None:
    """aws_iam_policy with a condition: an Allow is in effect whatever it asks for, and so is a Deny.

    IAM User Guide, IAM JSON policy elements: Condition: "The Condition element (or Condition block) lets you specify
    conditions for when a policy is in effect." Keys that the emulator doesn't fill in are absent.
    """
    remember_request()
    statement = access_control.IAMPolicyStatement
    original = statement.is_action_permitted

    def is_action_permitted(self, action: str, resource: str = "*", principal=None, values=None):
        # Trust policies are moto's own affair: it knows the external id.
        if principal is None and not hold(self._statement.get("Condition") or {}, keys_of_request()):
            return access_control.PermissionResult.NEUTRAL
        conditions = self._statement.get("Condition") if principal else None
        return original(statement({**self._statement, "Condition": conditions}), action, resource, principal, values)

    statement.is_action_permitted = is_action_permitted


def hold(conditions: dict, keys: dict[str, list[str]]) -> bool:
    """Whether all conditions are met by these keys, which are in lower case."""
    return all(
        _holds(operator, [str(one) for one in (expected if isinstance(expected, list) else [expected])], keys.get(key.lower()))
        for operator, lines in conditions.items()
        for key, expected in lines.items()
    )


def _holds(operator: str, expected: list[str], values: list[str] | None) -> bool:
    quantifier, _, name = operator.rpartition(":")
    name, is_optional = name.removesuffix("IfExists"), name.endswith("IfExists")
    if name == "Null":
        return str(values is None).lower() in (one.lower() for one in expected)
    plain = name.replace("Not", "", 1)
    is_negated = plain != name
    if values is None:
        return quantifier == "ForAllValues" or (quantifier == "" and (is_optional or is_negated))
    compare = _comparison(plain)
    met = [any(compare(value, one) for one in expected) != is_negated for value in values]
    return all(met) if quantifier == "ForAllValues" else any(met)


def _comparison(name: str) -> Callable[[str, str], bool]:
    """Whether a value of a request is what a value of a policy says."""
    kind = re.match("String|Numeric|Date|Bool|Binary|IpAddress|Arn", name)
    if kind is None:
        raise ValueError(f"IAM has no operator {name}")
    order = _ORDERS.get(name[kind.end() :])
    match kind.group():
        case "String":
            fold = re.IGNORECASE if name.endswith("IgnoreCase") else 0
            return lambda value, one: _is_like(one, value, name == "StringLike", fold)
        case "Arn":
            return _is_like_arn
        case "Numeric":
            return lambda value, one: order(Decimal(value), Decimal(one))
        case "Date":
            return lambda value, one: order(_instant(value), _instant(one))
        case "Bool":
            return lambda value, one: value.lower() == one.lower()
        case "Binary":
            return lambda value, one: base64.b64decode(value) == base64.b64decode(one)
        case _:
            return lambda value, one: ip_address(value) in ip_network(one, strict=False)


def _is_like(pattern: str, text: str, wild: bool, flags: int = 0) -> bool:
    expression = pattern_of(pattern, wild)
    return expression is not None and re.fullmatch(expression, text, re.DOTALL | flags) is not None


def _is_like_arn(value: str, expected: str) -> bool:
    """Part by part: of six, only the last may have colons in it."""
    parts, wanted = value.split(":", 5), expected.split(":", 5)
    return len(parts) == len(wanted) == 6 and all(_is_like(one, part, True) for one, part in zip(wanted, parts))


def _instant(text: str) -> datetime:
    if text.isdigit():
        return datetime.fromtimestamp(int(text), timezone.utc)
    found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
