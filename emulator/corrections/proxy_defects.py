"""The proxy itself."""
import sys
import traceback
from xml.sax.saxutils import escape

from moto.moto_proxy import proxy3


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
        text = escape(repr(sys.exc_info()[1]))
        body = f"<Error><Code>EmulatorDefect</Code><Message>{text}</Message></Error>".encode()
        self.send_response(400)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    handler.send_error = send_error
