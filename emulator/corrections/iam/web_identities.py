"""Who comes by a token of an identity provider."""
import base64
import json

from moto import settings
from moto.core.authorization import ActionAuthenticatorMixin
from moto.core.exceptions import AccessDeniedError
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition

from .conditions import hold

_ACTION = "AssumeRoleWithWebIdentity"


def judge_web_identities() -> None:
    """aws_iam_role that trusts an aws_iam_openid_connect_provider: the call of whoever comes by a token isn't signed, and
    enforcement, which looks for a signature, raises.

    STS API Reference, AssumeRoleWithWebIdentity: "Calling AssumeRoleWithWebIdentity does not require the use of AWS
    security credentials." Who may is said by the role's trust policy, over claims of the token.
    """
    original = ActionAuthenticatorMixin._authenticate_and_authorize_action

    def authenticate(self, request_class: type, resource: str = "*") -> None:
        enforced = ActionAuthenticatorMixin.request_count >= settings.INITIAL_NO_AUTH_ACTION_COUNT
        if not enforced or self._get_action() != _ACTION:
            original(self, request_class, resource)
        elif not _is_trusted(self._get_param("RoleArn"), self._get_param("WebIdentityToken"), get_partition(self.region)):
            raise AccessDeniedError(user_arn="anonymous", action=f"sts:{_ACTION}")

    ActionAuthenticatorMixin._authenticate_and_authorize_action = authenticate


def _is_trusted(role_arn: str, token: str, partition: str) -> bool:
    account = role_arn.split(":")[4]
    backend = iam_backends[account][partition]
    claims = _claims(token)
    issuer = claims["iss"].removeprefix("https://")
    provider = backend.open_id_providers.get(f"arn:{partition}:iam::{account}:oidc-provider/{issuer}")
    if provider is None or claims["aud"] not in provider.client_id_list:
        return False
    keys = {f"{issuer}:{name}".lower(): [claims[name]] for name in ("aud", "sub")}
    trust = json.loads(backend.get_role_by_arn(role_arn).assume_role_policy_document)
    return any(
        one["Effect"] == "Allow"
        and one["Action"] == f"sts:{_ACTION}"
        and one["Principal"].get("Federated") == provider.arn
        and hold(one.get("Condition") or {}, keys)
        for one in trust["Statement"]
    )


def _claims(token: str) -> dict:
    """What a token says; nobody here has its issuer's key to see whether it is the issuer who does."""
    text = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
