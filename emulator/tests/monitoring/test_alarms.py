import unittest

from moto import mock_aws

from accounts import client


@mock_aws
class Alarms(unittest.TestCase):
    """An account with alarms."""

    def setUp(self) -> None:
        self.cloudwatch = client("cloudwatch")

    def given(self, *names: str) -> None:
        for name in names:
            self.cloudwatch.put_metric_alarm(
                AlarmName=name,
                Namespace="web",
                MetricName="errors",
                ComparisonOperator="GreaterThanThreshold",
                EvaluationPeriods=1,
                Period=60,
                Statistic="Sum",
                Threshold=0,
            )

    def become(self, name: str, state: str) -> None:
        self.cloudwatch.set_alarm_state(AlarmName=name, StateValue=state, StateReason=f"it is {state}")

    def names(self, **filters) -> list[str]:
        """By as many pages as there are."""
        pages = list(self.cloudwatch.get_paginator("describe_alarms").paginate(**filters))
        return [alarm["AlarmName"] for page in pages for kind in ("MetricAlarms", "CompositeAlarms") for alarm in page[kind]]


@mock_aws
class Transitions(Alarms):
    correction = "tell_alarm_transitions"

    def state(self) -> dict:
        return self.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]

    def test_a_state_that_is_found_again_stays_as_old_as_it_is(self):
        self.given("errors")
        self.become("errors", "ALARM")
        first = self.state()
        self.become("errors", "ALARM")
        again = self.state()
        self.assertEqual(again["StateTransitionedTimestamp"], first["StateTransitionedTimestamp"])
        self.assertGreater(again["StateUpdatedTimestamp"], first["StateUpdatedTimestamp"])

    def test_another_state_is_new(self):
        self.given("errors")
        made = self.state()["StateTransitionedTimestamp"]
        self.become("errors", "ALARM")
        self.assertGreater(self.state()["StateTransitionedTimestamp"], made)


@mock_aws
class CompositeAlarms(Alarms):
    correction = "make_composite_alarms"

    def test_one_is_there_once_it_is_made(self):
        self.cloudwatch.put_composite_alarm(AlarmName="all", AlarmRule="ALARM(web)")
        [alarm] = self.cloudwatch.describe_alarms(AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
        self.assertEqual([alarm["AlarmName"], alarm["AlarmRule"]], ["all", "ALARM(web)"])


@mock_aws
class Filters(Alarms):
    correction = "filter_and_page_alarms"

    def test_all_filters_hold_at_once(self):
        self.given("web-a", "web-b", "db-a")
        self.become("web-a", "ALARM")
        self.become("db-a", "ALARM")
        self.assertEqual(self.names(StateValue="ALARM", AlarmNamePrefix="web-"), ["web-a"])

    def test_composite_alarms_come_to_whom_asks_for_them(self):
        self.given("web")
        self.cloudwatch.put_composite_alarm(AlarmName="all", AlarmRule="ALARM(web)")
        self.assertEqual(self.names(), ["web"])
        self.assertEqual(self.names(AlarmTypes=["CompositeAlarm"]), ["all"])
        self.assertEqual(sorted(self.names(AlarmTypes=["CompositeAlarm", "MetricAlarm"])), ["all", "web"])

    def test_a_page_has_50_alarms_or_as_many_as_are_asked_for(self):
        self.given(*(f"alarm-{number:03}" for number in range(51)))
        answer = self.cloudwatch.describe_alarms()
        self.assertEqual(len(answer["MetricAlarms"]), 50)
        rest = self.cloudwatch.describe_alarms(NextToken=answer["NextToken"])
        self.assertEqual([alarm["AlarmName"] for alarm in rest["MetricAlarms"]], ["alarm-050"])
        self.assertNotIn("NextToken", rest)
        self.assertNotIn("NextToken", self.cloudwatch.describe_alarms(MaxRecords=100))
