"""Run the program, as `magadvisor` or as `python -m magadvisor`."""

import gc
import sys


def main() -> None:
    """Run the program and leave with its exit code; no answer is ever in an error."""
    # A start makes much and throws nothing away, and what is there at the end goes with the process:
    # looking for garbage at either time costs a query a fifth of its time and finds none.
    gc.disable()
    from magadvisor.cli.main import run

    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_LOOKS)
    gc.enable()
    code = run(sys.argv[1:])
    gc.disable()
    gc.freeze()
    sys.exit(code)


_MADE_BETWEEN_LOOKS = 50_000

if __name__ == "__main__":
    main()
