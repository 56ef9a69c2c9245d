import threading
import unittest
from unittest import mock

from botocore.config import Config
from botocore.exceptions import ClientError
from moto.moto_proxy import proxy3

from accounts import SESSION
from proxy import Server


class RequestsThatComeTogether(unittest.TestCase):
    correction = "answer_one_request_at_a_time"

    def test_a_request_waits_until_the_one_before_it_is_answered(self):
        begun, second_begun, may_end = threading.Event(), threading.Event(), threading.Event()

        def answer(request, *_):
            if "first" in request.url:
                begun.set()
                may_end.wait(10)
            else:
                second_begun.set()
            return "answered"

        def ask(path: str) -> threading.Thread:
            handler = proxy3.MotoRequestHandler(port=0)
            asking = threading.Thread(target=handler.parse_request, args=("GET", "http://host", path, {}, b"", {}))
            asking.start()
            return asking

        with mock.patch.object(proxy3.MotoRequestHandler, "get_handler_for_host", return_value=answer):
            first = ask("/first")
            self.assertTrue(begun.wait(10))
            second = ask("/second")
            overlapping = second_begun.wait(0.5)
            may_end.set()
            first.join(10)
            second.join(10)
        self.assertFalse(overlapping)
        self.assertTrue(second_begun.is_set())


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
