"""Run the program, as `magadvisor` or as `python -m magadvisor`."""

import gc
import sys


def main() -> None:
    """Run the program and leave with its exit code; no answer is ever in an error."""
    # A start makes much and throws nothing away: looking for garbage would cost it a tenth of its time.
    gc.disable()
    from magadvisor.cli.main import run

    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
