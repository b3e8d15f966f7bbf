"""What a run came to, in numbers that stay small however long it is."""

from collections import Counter

from magadvisor.screening.rows import Noted

MOST_NAMES = 4_096
"""How many different names are counted at a time; beyond, the rarest are forgotten."""

_LONGEST_NAME = 60


class Tally:
    """Counts answered and bad records, outcomes, severities, and names that were not recognised."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.bad = 0
        self.outcomes: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.not_checked = 0
        self.names: Counter[str] = Counter()
        self.forgot = False

    @property
    def answered(self) -> int:
        """Count the records that were answered."""
        return self.outcomes.total()

    @property
    def complete(self) -> bool:
        """Say whether every record was answered and everything in it was checked."""
        return not self.bad and not self.not_checked

    def note(self, noted: Noted | None) -> None:
        """Count one record; nothing is known of one that was refused."""
        if noted is None:
            self.bad += 1
            return
        self.outcomes[noted.outcome] += 1
        if noted.severities:
            self.severities.update(noted.severities)
        for name in noted.not_checked:
            self.not_checked += 1
            self.names[name[:_LONGEST_NAME].casefold()] += 1

    def add(self, other: "Tally") -> None:
        """Add what another part of the run came to."""
        self.bad += other.bad
        self.outcomes += other.outcomes
        self.severities += other.severities
        self.not_checked += other.not_checked
        self.names += other.names
        self.forgot = self.forgot or other.forgot
        if len(self.names) > MOST_NAMES:
            self.forgot = True
            self.names = Counter(dict(self.names.most_common(MOST_NAMES // 2)))
