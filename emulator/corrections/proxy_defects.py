"""The proxy itself."""
import json
import re
import sys
import threading
import traceback
from xml.sax.saxutils import escape

from moto.moto_proxy import proxy3

CODE = "EmulatorDefect"


def answer_one_request_at_a_time() -> None:
    """Any resource, by chance: the proxy answers each request in a thread of its own, but moto's lists are walked over
    while a request beside it fills them, and a RuntimeError says that a dictionary changed its size.

    AWS Systems Manager API Reference, DescribeParameters, and IAM API Reference, ListPolicies and CreatePolicy: none is
    refused because another call comes at the same time.
    """
    handler, turn = proxy3.MotoRequestHandler, threading.RLock()
    parse = handler.parse_request

    def parse_request(self, *args, **kwargs):
        with turn:
            return parse(self, *args, **kwargs)

    handler.parse_request = parse_request


def report_defects_at_once() -> None:
    """Any resource on which moto raises: the proxy answers 502, which the provider tries again for minutes.

    AWS SDKs and Tools Reference Guide, Retry behavior: 500, 502, 503 and 504 are transient errors and retried; an
    error of the caller, as 400, isn't. So an exception inside moto becomes a 400 that carries its text.
    """
    handler = proxy3.ProxyRequestHandler
    original = handler.send_error

    def send_error(self, code, *args, **kwargs):
        if code != 502:
            return original(self, code, *args, **kwargs)
        traceback.print_exc(file=sys.stderr)
        content_type, body = _error(self.headers, repr(sys.exc_info()[1]))
        self.send_response(400)
        self.send_header("Content-Type", content_type)
        self.send_header("x-amzn-ErrorType", CODE)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    handler.send_error = send_error


def _error(headers, text: str) -> tuple[str, bytes]:
    """The error in the protocol of the service that was called: an SDK shows the text of no other."""
    host, content_type = headers.get("Host", ""), headers.get("Content-Type", "")
    error = f"<Error><Code>{CODE}</Code><Message>{escape(text)}</Message></Error>"
    if host.startswith("ec2."):
        body = f"<Response><Errors>{error}</Errors><RequestID>0</RequestID></Response>"
    elif "x-www-form-urlencoded" in content_type:
        body = f"<ErrorResponse>{error}<RequestId>0</RequestId></ErrorResponse>"
    elif re.search(r"(^|\.)s3[.-]", host):
        body = error
    else:
        body = json.dumps({"__type": CODE, "message": text})
    return "text/xml" if body.startswith("<") else "application/json", body.encode()
