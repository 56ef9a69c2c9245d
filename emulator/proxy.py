"""moto's proxy, served so that a parent process can rely on it."""
import functools
import json
import logging
import os
import shutil
import signal
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
# moto logs to standard output, which belongs to the one line that announces the proxy.
logging.basicConfig(stream=sys.stderr, level=logging.WARNING)

from moto import settings  # noqa: E402
from moto.core import responses  # noqa: E402
from moto.core.authorization import ActionAuthenticatorMixin  # noqa: E402
from moto.moto_proxy import logger  # noqa: E402
from moto.moto_proxy.certificate_creator import CertificateCreator  # noqa: E402
from moto.moto_proxy.proxy3 import ProxyRequestHandler  # noqa: E402

# moto walks over all that a service's class has at every call, of EC2 a third of the call.
responses.method_names_from_class = functools.cache(responses.method_names_from_class)


class Handler(ProxyRequestHandler):
    """
    Keeps connections, each of which costs a handshake, and which moto's proxy closes after one answer; and takes
    /moto-api/reset-auth, which that takes for /moto-api/reset and forgets everything.
    """

    # Who has kept a connection for a minute without a word has gone.
    timeout = 60
    # Head and body are written one after the other: the second would wait until the first is acknowledged.
    disable_nagle_algorithm = True

    def setup(self) -> None:
        self._told: set[str] = set()
        super().setup()

    def do_GET(self) -> None:
        self._told.clear()
        super().do_GET()
        # Another answer may only follow one whose end is told; moto gives some a body that HEAD has none of.
        is_told = "content-length" in self._told and self.command != "HEAD"
        self.close_connection = not is_told or self.headers.get("Connection", "").lower() == "close"

    do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET

    def send_header(self, keyword: str, value: str) -> None:
        self._told.add(keyword.lower())
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        # moto tells the length of every body, and nothing where there is none.
        if self.command not in ("CONNECT", "HEAD") and not self._told & {"content-length", "transfer-encoding"}:
            self.send_header("Content-Length", "0")
        super().end_headers()

    def do_POST(self) -> None:
        if (self.headers["Host"], self.path) != (f"localhost:{self.server.server_port}", "/moto-api/reset-auth"):
            self.do_GET()
            return
        # How many calls are still answered to anybody: 0 enforces IAM policies from now on, inf never.
        settings.INITIAL_NO_AUTH_ACTION_COUNT = float(self.rfile.read(int(self.headers["Content-Length"])))
        ActionAuthenticatorMixin.request_count = 0
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.close_connection = True


class Server(ThreadingHTTPServer):
    # Python's default of 5 waiting connections makes Linux drop what three Terraform processes open at once, and a
    # dropped connection is tried again only after a second.
    request_queue_size = 256
    daemon_threads = True


def serve(port: int, tied: bool, corrections: list[str]) -> None:
    """Serve until SIGINT, SIGTERM or, when tied, the end of standard input."""
    logger.setLevel(logging.WARNING)
    certificates = tempfile.mkdtemp(prefix="plinth-emulator-")
    try:
        _keep_certificates_in(certificates)
        server = Server(("127.0.0.1", port), Handler)
        _stop_on_every_way_out(server, tied)
        os.environ["MOTO_PORT"] = str(server.server_port)
        os.environ["TEST_PROXY_MODE"] = "true"
        announcement = {
            "port": server.server_port,
            "certificateAuthority": CertificateCreator.cacert,
            "corrections": corrections,
        }
        print(json.dumps(announcement), flush=True)
        server.serve_forever()
    finally:
        shutil.rmtree(certificates, ignore_errors=True)


def _keep_certificates_in(directory: str) -> None:
    """Two emulators of one environment would otherwise write the same certificate files at the same time."""
    shutil.copy(os.path.join(CertificateCreator.certdir, "req.conf.tmpl"), directory)
    CertificateCreator.certdir = directory + os.sep
    ProxyRequestHandler.validate()


def _stop_on_every_way_out(server: Server, tied: bool) -> None:
    def stop(*_: object) -> None:
        threading.Thread(target=server.shutdown, daemon=True).start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if tied:
        # A parent killed by SIGKILL can't end its child, but the pipe it held closes.
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), stop()), daemon=True).start()
