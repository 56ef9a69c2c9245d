"""The condition keys of the request that is being judged."""
import threading
from urllib.parse import parse_qs, urlparse

from moto.iam import access_control

_judged = threading.local()


def keys_of_request() -> dict[str, list[str]]:
    """The keys that AWS fills in, in lower case, as far as the emulator knows them; empty outside of a judgement."""
    request = getattr(_judged, "request", None)
    return {} if request is None else {key.lower(): values for key, values in _keys(request).items()}


def remember_request() -> None:
    """Have the request at hand while its policies are read. Asked for by several corrections, done once."""
    request = access_control.IAMRequestBase
    original = request.check_action_permitted
    if hasattr(original, "remembers"):
        return

    def check_action_permitted(self, resource: str) -> None:
        _judged.request = self
        try:
            original(self, resource)
        finally:
            _judged.request = None

    check_action_permitted.remembers = True
    request.check_action_permitted = check_action_permitted


def _keys(request) -> dict[str, list[str]]:
    keys = {
        "aws:PrincipalAccount": [request.account_id],
        "aws:PrincipalIsAWSService": ["false"],
        "aws:ResourceAccount": [request.account_id],
        "aws:SecureTransport": ["true"],
    }
    query = parse_qs(urlparse(request._path).query)
    if request._service == "s3" and "prefix" in query:
        keys["s3:prefix"] = query["prefix"]
    if request._service == "iam" and (boundary := _boundary_of_role(request)):
        keys["iam:PermissionsBoundary"] = [boundary]
    tagged = [value[0] for name, value in (request._data or {}).items() if name.startswith("Tags.") and name.endswith(".Key")]
    if tagged:
        keys["aws:TagKeys"] = tagged
    return {**keys, **_caller(request._access_key, request.backend)}


def _boundary_of_role(request) -> str | None:
    """Of a role that is made, the boundary that it is to have; of one that is there, the one that it has."""

    def parameter(name: str) -> str | None:
        value = (request._data or {}).get(name)
        return value[0] if isinstance(value, list) and value else value

    found = next((role for role in request.backend.roles.values() if role.name == parameter("RoleName")), None)
    return parameter("PermissionsBoundary") or (found.permissions_boundary_arn if found else None)


def _caller(key, backend) -> dict[str, list[str]]:
    if isinstance(key, access_control.IAMUserAccessKey):
        one = backend.get_user(key._owner_user_name)
        kind = {"aws:PrincipalType": ["User"], "aws:username": [one.name]}
    else:
        one = backend.get_role(key._owner_role_name)
        kind = {"aws:PrincipalType": ["AssumedRole"]}
    tags = {f"aws:PrincipalTag/{tag['Key']}": [tag["Value"]] for tag in one.tags or []}
    return {"aws:PrincipalArn": [one.arn], **kind, **tags}
