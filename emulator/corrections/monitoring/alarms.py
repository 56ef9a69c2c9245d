"""Alarms of CloudWatch."""
from moto.cloudwatch import models, responses
from moto.cloudwatch.exceptions import InvalidParameterValue
from moto.core.responses import ActionResult

from .pages import page_of

_DEFAULT_PAGE, _LARGEST_PAGE = 50, 100


def tell_alarm_transitions() -> None:
    """aws_cloudwatch_metric_alarm: nothing says since when it rings, only when its state was last looked at.

    CloudWatch API Reference, MetricAlarm: "StateTransitionedTimestamp: The date and time that the alarm's StateValue most
    recently changed."; StateUpdatedTimestamp tells of any update "even if StateValue doesn't change".
    """
    alarm = models.Alarm
    init, update = alarm.__init__, alarm.update_state

    def new(self, *args, **options) -> None:
        init(self, *args, **options)
        self.state_transitioned_timestamp = self.state_updated_timestamp

    def update_state(self, reason: str, reason_data: str, state_value: str) -> None:
        before = self.state_value
        update(self, reason, reason_data, state_value)
        if state_value != before:
            self.state_transitioned_timestamp = self.state_updated_timestamp

    alarm.__init__ = new
    alarm.update_state = update_state


def make_composite_alarms() -> None:
    """aws_cloudwatch_composite_alarm: it can't be made, though moto keeps the rule of an alarm that has one.

    CloudWatch API Reference, PutCompositeAlarm: "Creates or updates a composite alarm." Its state isn't worked out from its
    rule here; SetAlarmState says it.
    """
    responses.CloudWatchResponse.put_composite_alarm = responses.CloudWatchResponse.put_metric_alarm


def filter_and_page_alarms() -> None:
    """aws_cloudwatch_metric_alarm, where many are listed: of several filters only one is looked at, composite alarms come
    without being asked for, and everything is one page.

    CloudWatch API Reference, DescribeAlarms: MaxRecords is at most 100; NextToken is "the token that marks the start of the
    next batch"; without AlarmTypes "only metric alarms are returned".
    """

    def describe_alarms(self) -> ActionResult:
        name = self._get_param
        prefix, action, state = name("AlarmNamePrefix") or "", name("ActionPrefix") or "", name("StateValue")
        names, types = name("AlarmNames") or [], name("AlarmTypes") or ["MetricAlarm"]
        found = [
            alarm
            for alarm in sorted(self.cloudwatch_backend.describe_alarms(), key=lambda one: one.name)
            if alarm.name.startswith(prefix)
            and (not names or alarm.name in names)
            and (not action or any(one.startswith(action) for one in alarm.alarm_actions))
            and (not state or alarm.state_value == state)
            and ("MetricAlarm" if alarm.rule is None else "CompositeAlarm") in types
        ]
        size = min(int(name("MaxRecords") or _DEFAULT_PAGE), _LARGEST_PAGE)
        page, token = page_of(found, size, name("NextToken"), lambda: InvalidParameterValue("NextToken is invalid"))
        answer = {
            "MetricAlarms": [alarm for alarm in page if alarm.rule is None],
            "CompositeAlarms": [alarm for alarm in page if alarm.rule is not None],
        }
        return ActionResult({**answer, "NextToken": token} if token else answer)

    responses.CloudWatchResponse.describe_alarms = describe_alarms
