"""Prove every correction: its tests pass with it and fail without it.

    python tests/run.py [CORRECTION…]     # one line each; exit 1 when a proof fails
"""
import importlib
import multiprocessing
import os
import sys
import unittest
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

# No test needs them, and every account's first call would load a thousand.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "false"

import corrections  # noqa: E402


def main() -> None:
    wanted = sys.argv[1:] or corrections.names()
    cases = _cases_by_correction()
    astray = sorted(set(cases) - set(corrections.names()))
    failures = [f"{name}: tests of no correction" for name in astray]
    for name in wanted:
        problem = _disprove(name, cases.get(name))
        print(f"{name}: {problem or 'passes with it, fails without it'}", flush=True)
        failures += [problem] if problem else []
    sys.exit(1 if failures else 0)


def _cases_by_correction() -> dict[str, unittest.TestSuite]:
    found: dict[str, unittest.TestSuite] = {}
    for path in sorted(Path(HERE).rglob("test_*.py")):
        module = importlib.import_module(".".join(path.relative_to(HERE).with_suffix("").parts))
        for case in vars(module).values():
            if isinstance(case, type) and issubclass(case, unittest.TestCase) and hasattr(case, "correction"):
                tests = unittest.defaultTestLoader.loadTestsFromTestCase(case)
                found.setdefault(case.correction, unittest.TestSuite()).addTests(tests)
    return found


def _disprove(name: str, suite: unittest.TestSuite | None) -> str | None:
    if suite is None:
        return "has no test"
    if not _passes(suite, without=[]):
        return "fails with it"
    if _passes(suite, without=[name]):
        return "passes without it"
    return None


def _passes(suite: unittest.TestSuite, without: list[str]) -> bool:
    """In a process of its own, since a correction can't be taken back."""
    child = multiprocessing.get_context("fork").Process(target=_run, args=(suite, without))
    child.start()
    child.join()
    return child.exitcode == 0


def _run(suite: unittest.TestSuite, without: list[str]) -> None:
    corrections.apply_all(without)
    # Failures are expected without the correction and to be read with it.
    stream = open(os.devnull, "w") if without else sys.stderr
    result = unittest.TextTestRunner(stream=stream, verbosity=0).run(suite)
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
