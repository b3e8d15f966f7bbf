"""A real pseudo-terminal in which the program asks."""

import os
import re
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

import pexpect

ROOT = Path(__file__).parent.parent.parent

DOWN, UP, END, BACK_TAB, ENTER = "\x1b[B", "\x1b[A", "\x1b[F", "\x1b[Z", "\r"
_LOCAL = 3
"""Where the local modes stand in what termios gives."""

CONTROL_B, CONTROL_C, CONTROL_D = "\x02", "\x03", "\x04"


class Terminal:
    """Runs the program in a pseudo-terminal of a size."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "magadvisor"),
    ) -> None:
        """Start the program."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        # No answer comes to a question for the place of the cursor: nothing draws here.
        also = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self._program = pexpect.spawn(
            program[0],
            [*program[1:], *arguments],
            dimensions=(rows, columns),
            cwd=str(ROOT),
            env={**kept, **also, **(environment or {})},
            encoding="utf-8",
            timeout=30,
        )
        self._program.delaybeforesend = None
        self.told = ""

    def sees(self, *texts: str) -> None:
        """Wait until each text has been drawn, one after the other."""
        for text in texts:
            words = r"(\s|\x1b\[[0-9;?]*[A-Za-z])+".join(re.escape(word) for word in text.split())
            self._program.expect(words)
            self.told += self._program.before + self._program.after

    def types(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self._program.send(key)

    def answers(self, question: str, *keys: str) -> None:
        """Wait for a question, and press keys."""
        self.sees(question)
        self.sees("saved")  # the last line is drawn
        self.types(*keys)

    def hears(self, number: int) -> None:
        """Send the program a signal."""
        self._program.kill(number)

    def goes_away(self) -> int:
        """Close the terminal under the program, and give the exit code."""
        self._program.close(force=False)
        return int(self._program.exitstatus)

    def echoes(self) -> bool:
        """Say whether what is typed is shown and read line by line, as a shell wants to find a terminal."""
        modes = termios.tcgetattr(self._program.child_fd)[_LOCAL]
        return bool(modes & termios.ECHO and modes & termios.ICANON)

    def stops(self) -> int:
        """Wait for the end and give the exit code; the terminal stays open."""
        self._program.expect(pexpect.EOF)
        self.told += self._program.before
        self._program.wait()
        return int(self._program.exitstatus)

    def ends(self) -> int:
        """Wait for the end, and give the exit code."""
        self._program.expect(pexpect.EOF)
        self.told += self._program.before
        self._program.close()
        return int(self._program.exitstatus)

    def kill(self) -> None:
        """End the program whatever it does."""
        self._program.close(force=True)
