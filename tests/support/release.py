"""Record the digest of a version of the knowledge: python -m tests.support.release

A version that was recorded stands for one set of bytes. While knowledge is being written its version may be
recorded again and again; once it is released, a change needs a new `version` in data/knowledge.yaml.
"""

import csv
import sys
from pathlib import Path

from magadvisor.knowledge.load import data_folder, load
from magadvisor.knowledge.place import digest

RECORD = Path(__file__).parent.parent / "released-knowledge.csv"
_HEAD = ("version", "date", "digest", "released")


def recorded() -> dict[str, dict[str, str]]:
    """Read what is recorded of each version."""
    with RECORD.open(encoding="utf-8", newline="") as stream:
        return {row["version"]: row for row in csv.DictReader(stream)}


def main(arguments: list[str]) -> int:
    """Record the knowledge as it is; `--released` closes its version for good."""
    meta, now = load(data_folder()).meta, digest(data_folder())
    rows = recorded() if RECORD.is_file() else {}
    before = rows.get(meta.version)
    if before is not None and before["released"] == "yes" and before["digest"] != now:
        print(f"{meta.version} was released with other knowledge; give data/knowledge.yaml a new version")
        return 1
    closed = "yes" if "--released" in arguments or (before or {}).get("released") == "yes" else "no"
    rows[meta.version] = {"version": meta.version, "date": meta.date, "digest": now, "released": closed}
    with RECORD.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, _HEAD, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows.values())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
