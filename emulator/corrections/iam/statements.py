"""What a statement of a policy is about."""
from moto.iam import access_control


def ignore_case_of_actions() -> None:
    """aws_iam_policy with an action such as `S3:getobject`: it is taken for one that AWS doesn't have.

    IAM User Guide, IAM JSON policy elements: Action: "The prefix and the action name are case insensitive."
    """
    statement = access_control.IAMPolicyStatement
    original = statement._check_element_matches

    def matches(self, element: str, value: str) -> bool:
        if element not in ("Action", "NotAction"):
            return original(self, element, value)
        written = self._statement[element]
        folded = [one.lower() for one in ([written] if isinstance(written, str) else written)]
        return original(statement({element: folded}), element, value.lower())

    statement._check_element_matches = matches


def judge_not_resources() -> None:
    """aws_iam_policy with NotResource: whatever the statement spares, and be it a Deny, everything is allowed by it.

    IAM User Guide, IAM JSON policy elements: NotResource: "explicitly matches every resource except those specified".
    """
    statement = access_control.IAMPolicyStatement
    original = statement.is_action_permitted

    def is_action_permitted(self, action: str, resource: str = "*", *more):
        if "NotResource" not in self._statement:
            return original(self, action, resource, *more)
        if self._check_element_matches("NotResource", resource):
            return access_control.PermissionResult.NEUTRAL
        return original(statement({**self._statement, "Resource": "*"}), action, resource, *more)

    statement.is_action_permitted = is_action_permitted
