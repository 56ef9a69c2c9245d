import threading
import unittest
from unittest import mock

from botocore.config import Config
from botocore.exceptions import ClientError
from moto.moto_proxy import proxy3
from moto.ssm.models import ParameterDict

from accounts import SESSION
from proxy import Server


class ParametersThatComeBetween(unittest.TestCase):
    correction = "list_parameters_while_others_come"

    def test_a_listing_has_those_that_were_there_when_it_began(self):
        parameters = ParameterDict("111111111111", "eu-west-1")
        parameters["/lz/a"], parameters["/lz/b"] = [], []
        listed = []
        for name in parameters:
            listed.append(name)
            parameters[f"{name}/more"] = []
        self.assertEqual(listed, ["/lz/a", "/lz/b"])


class DefectsOfTheEmulator(unittest.TestCase):
    correction = "report_defects_at_once"

    def setUp(self):
        handler = proxy3.ProxyRequestHandler
        self.server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        for patch in (
            mock.patch.object(proxy3.MotoRequestHandler, "parse_request", side_effect=KeyError("a <tag>")),
            mock.patch("traceback.print_exc"),
            mock.patch.object(handler, "log_message"),
            mock.patch.object(proxy3, "info"),
            mock.patch.object(proxy3, "error"),
        ):
            patch.start()
            self.addCleanup(patch.stop)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def failure(self, service: str, operation: str) -> tuple[int, str, str]:
        caller = SESSION.client(
            service,
            region_name="eu-west-1",
            endpoint_url=f"http://{service}.eu-west-1.amazonaws.com",
            config=Config(proxies={"http": f"http://127.0.0.1:{self.server.server_port}"}, retries={"total_max_attempts": 1}),
        )
        with self.assertRaises(ClientError) as failure:
            getattr(caller, operation)()
        answer = failure.exception.response
        return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"]["Message"]

    def test_the_text_of_an_exception_reaches_the_caller_in_the_protocol_of_each_service(self):
        expected = (400, "EmulatorDefect", "KeyError('a <tag>')")
        for service, operation in (
            ("ec2", "describe_vpcs"),
            ("iam", "list_roles"),
            ("ssm", "describe_parameters"),
            ("s3", "list_buckets"),
            ("lambda", "list_functions"),
        ):
            with self.subTest(service):
                self.assertEqual(self.failure(service, operation), expected)
