"""An AWS on this machine: moto's proxy with the corrections of corrections/.

    python emulator.py proxy --port 0     # answers for AWS's own host names: HTTPS_PROXY and AWS_CA_BUNDLE
    python emulator.py corrections        # one name a line

Needs an environment made from requirements.txt, and openssl on the PATH.
"""
import argparse
import sys

import corrections
import proxy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("proxy", help="serve on 127.0.0.1 until stopped")
    serve.add_argument("--port", type=int, default=0, help="0 takes a free one")
    serve.add_argument("--tied", action="store_true", help="end when standard input closes, so with the parent")
    serve.add_argument("--without", action="append", default=[], metavar="CORRECTION", help="leave one out")
    commands.add_parser("corrections", help="list the corrections")
    options = parser.parse_args()
    if options.command == "corrections":
        print("\n".join(corrections.names()))
        return
    unknown = sorted(set(options.without) - set(corrections.names()))
    if unknown:
        sys.exit(f"emulator: no such correction, got {', '.join(unknown)}; see `emulator.py corrections`")
    proxy.serve(options.port, options.tied, corrections.apply_all(without=options.without))


if __name__ == "__main__":
    main()
