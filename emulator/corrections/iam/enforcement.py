"""IAM policies, where the emulator is told to enforce them: POST /moto-api/reset-auth, body 0 (inf: no more)."""
from moto.core.exceptions import JsonRESTError
from moto.core.utils import get_service_model
from moto.iam import access_control
from moto.iam.exceptions import NoSuchEntity, NotFoundException
from requests.structures import CaseInsensitiveDict


def evaluate_iam_resources() -> None:
    """aws_iam_policy with resources of IAM: every call of IAM is judged against "*", so that nobody may do anything to the
    own user.

    IAM User Guide, IAM identifiers: "arn:aws:iam::account:user/user-name-with-path".
    """
    request = access_control.IAMRequestBase
    original = request.check_action_permitted

    def check_action_permitted(self, resource: str) -> None:
        user = getattr(self._access_key, "_owner_user_name", None)
        original(self, _resource(self, user) if self._service == "iam" and resource == "*" else resource)

    request.check_action_permitted = check_action_permitted


def _resource(request, user: str | None) -> str:
    """What a call is about: the group, role or user that it names, else the caller where it may leave the user out."""
    data, account = request._data or {}, f"arn:aws:iam::{request.account_id}"

    def parameter(name: str) -> str | None:
        value = data.get(name)
        return value[0] if isinstance(value, list) and value else value

    backend = request.backend
    for name, kind, find in (
        ("GroupName", "group", backend.get_group),
        ("RoleName", "role", backend.get_role),
        ("UserName", "user", backend.get_user),
    ):
        named = parameter(name)
        if named:
            try:
                return find(named).arn
            except (NoSuchEntity, NotFoundException):
                return f"{account}:{kind}{parameter('Path') or '/'}{named}"
    action = request._action.split(":")[1]
    takes_user = "UserName" in get_service_model("iam").operation_model(action).input_shape.members
    if user and (takes_user or action == "ChangePassword"):
        return backend.get_user(user).arn
    key = parameter("AccessKeyId")
    # GetAccessKeyLastUsed names a key alone, and is about its owner.
    owner = next((found for found in backend.users.values() if key and found.has_access_key(key)), None)
    return owner.arn if owner else parameter("PolicyArn") or "*"


def refuse_inactive_keys() -> None:
    """aws_iam_access_key with the status Inactive: calls with it are answered as ever.

    IAM API Reference, UpdateAccessKey: "Active means that the key can be used for programmatic calls to AWS,
    while Inactive means that the key cannot be used."
    """
    key = access_control.IAMUserAccessKey
    original = key.__init__

    def init(self, *args, **options) -> None:
        original(self, *args, **options)
        user = self.backend.get_user(self._owner_user_name)
        if user.get_access_key_by_id(self._access_key_id).status != "Active":
            raise access_control.CreateAccessKeyFailure(reason="InvalidId")

    key.__init__ = init


def read_signed_headers_in_any_case() -> None:
    """Any resource that a client asks for whose headers are in lower case, as those of the SDK for JavaScript: enforcement
    finds no date in its signature and raises.

    IAM User Guide, Create a signed AWS API request: "convert all header names to lowercase" says how they are signed,
    so their case in the request means nothing.
    """
    request = access_control.IAMRequestBase
    original = request._create_headers_for_aws_request

    def create(signed_headers: list[str], original_headers) -> CaseInsensitiveDict:
        return CaseInsensitiveDict(original(signed_headers, original_headers))

    request._create_headers_for_aws_request = staticmethod(create)


def name_actions_as_policies_do() -> None:
    """aws_iam_policy over alarms of CloudWatch: their calls are signed for "monitoring", and enforcement looks for that in
    policies, which say "cloudwatch".

    Service Authorization Reference Guide, Amazon CloudWatch: "service prefix: cloudwatch".
    """
    request = access_control.IAMRequestBase
    original = request.__init__

    def init(self, *args, **options) -> None:
        original(self, *args, **options)
        self._action = self._action.replace("monitoring:", "cloudwatch:")

    request.__init__ = init


def refuse_in_json() -> None:
    """aws_kms_key, aws_ssm_parameter and whatever else is asked for in JSON: a refusal comes in the XML of IAM, which no
    client of theirs can read.

    IAM User Guide, Troubleshoot access denied error messages: the error is an AccessDeniedException; its shape is that of
    the service's other errors.
    """
    request = access_control.IAMRequest
    original = request._raise_access_denied

    def raise_access_denied(self) -> None:
        if self._headers.get("X-Amz-Target") is None:
            original(self)
        message = f"User: {self._access_key.arn} is not authorized to perform: {self._action}"
        raise JsonRESTError("AccessDeniedException", message)

    request._raise_access_denied = raise_access_denied
