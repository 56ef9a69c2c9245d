"""Users of IAM."""
from moto.core.responses import ActionResult, EmptyResult
from moto.iam import responses


def keep_user_boundaries() -> None:
    """aws_iam_user: permissions_boundary isn't kept, so every plan sets it again.

    IAM API Reference, User: "PermissionsBoundary", an AttachedPermissionsBoundary with its type and ARN.
    """
    iam = responses.IamResponse
    original = iam.create_user

    def boundary(self) -> dict[str, str]:
        return {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": self._get_param("PermissionsBoundary")}

    def create_user(self) -> ActionResult:
        answer = original(self)
        if self._get_param("PermissionsBoundary"):
            self.backend.get_user(self._get_param("UserName")).permissions_boundary = boundary(self)
        return answer

    def put_boundary(self) -> ActionResult:
        self.backend.get_user(self._get_param("UserName")).permissions_boundary = boundary(self)
        return EmptyResult()

    def delete_boundary(self) -> ActionResult:
        self.backend.get_user(self._get_param("UserName")).permissions_boundary = None
        return EmptyResult()

    iam.create_user = create_user
    iam.put_user_permissions_boundary = put_boundary
    iam.delete_user_permissions_boundary = delete_boundary


def list_user_credentials() -> None:
    """aws_iam_user with force_destroy: the lists of its service-specific credentials and of its devices' tags aren't
    implemented, so it can't be destroyed.

    IAM API Reference, ListServiceSpecificCredentials: "If none exists, the operation returns an empty list."
    """
    iam = responses.IamResponse
    iam.list_service_specific_credentials = lambda self: ActionResult({"ServiceSpecificCredentials": []})
    iam.list_mfa_device_tags = lambda self: ActionResult({"Tags": [], "IsTruncated": False})
