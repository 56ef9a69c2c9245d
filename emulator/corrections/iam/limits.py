"""What limits somebody besides the own policies."""
from collections.abc import Callable

from moto.iam import access_control
from moto.sts.models import sts_backends
from moto.utilities.utils import get_partition


def enforce_boundaries() -> None:
    """aws_iam_user and aws_iam_role with permissions_boundary: it limits nothing.

    IAM User Guide, Permissions boundaries: the entity may "perform only the actions that are allowed by both its
    identity-based policies and its permissions boundaries".
    """

    def boundary(request):
        key, backend = request._access_key, request.backend
        is_user = isinstance(key, access_control.IAMUserAccessKey)
        one = backend.get_user(key._owner_user_name) if is_user else backend.get_role(key._owner_role_name)
        found = getattr(one, "permissions_boundary", None)
        return backend.get_policy(found["PermissionsBoundaryArn"]) if found else None

    _limit_by(boundary)


def enforce_session_policies() -> None:
    """aws_iam_role that is assumed with a session policy: it limits nothing.

    IAM User Guide, Session policies: "The permissions for a session are the intersection of the identity-based policies
    for the IAM entity (user or role) used to create the session and the session policies."
    """

    def session_policy(request):
        sessions = sts_backends[request.account_id][get_partition(request._region)].assumed_roles
        key = request._access_key._access_key_id
        return next((session.policy for session in sessions if session.access_key_id == key), None)

    _limit_by(session_policy)


def _limit_by(find_policy: Callable) -> None:
    request = access_control.IAMRequestBase
    original = request.check_action_permitted

    def check_action_permitted(self, resource: str) -> None:
        original(self, resource)
        policy = find_policy(self)
        # Who one is, everybody may ask.
        if not policy or self._action == "sts:GetCallerIdentity":
            return
        answer = access_control.IAMPolicy(policy).is_action_permitted(self._action, resource)
        if answer != access_control.PermissionResult.PERMITTED:
            self._raise_access_denied()

    request.check_action_permitted = check_action_permitted
