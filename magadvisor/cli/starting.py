"""Starting files for one's own knowledge; what is left to write is marked, and `kb check` finds it."""

import json

from magadvisor.knowledge.agreement import UNFILLED
from magadvisor.model.printable import printable

INTERACTION = f"""\
# yaml-language-server: $schema=../schema/interaction.json
id: {{id}}
name: {UNFILLED}, the medicines as a reader names them
applies_to:
  atc: []  # ATC codes or the beginning of codes, such as C01AA
  medicines: []  # names of medicines, for what no code covers
  except: []  # medicines that a code covers and that are not meant
routes: [oral]  # oral: spacing is about the gut; injection: for what a hospital gives
salts: {UNFILLED}  # all, or alkaline (oxide, hydroxide, carbonate, trisilicate)
mechanism: {UNFILLED}, such as adsorption
direction: {UNFILLED}  # such as magnesium-lowers-medicine
severity: {UNFILLED}  # minor, moderate, major, contraindicated
action: {UNFILLED}  # inform, monitor, separate, ask, avoid; leave the next two lines out without separate
magnesium_after_medicine_hours: {UNFILLED}  # how long to wait after the medicine
magnesium_before_medicine_hours: {UNFILLED}  # how long before the medicine the last magnesium may be
tell: {UNFILLED}, what the person is to do, in plain words
because: {UNFILLED}, what happens in the body
certainty: {UNFILLED}  # high, moderate, low, very-low, none
fit: {UNFILLED}  # label-exact, label-class, inferred: how near the source's medicine is
sources:
  - id: {UNFILLED}  # an id of sources/, shipped or your own
    at: {UNFILLED}, the section, table or page
    says: {UNFILLED}, in a few words
cases:  # medicines as people type them, and what must come of them
  - typed: {UNFILLED}@08:00
    fits: [["10:00", "06:00"]]  # when magnesium fits around that dose
  - typed: {UNFILLED}, a medicine that is not meant
    meets: false
"""

RULE = f"""\
# yaml-language-server: $schema=../schema/rule.json
- id: {{id}}
  says: {UNFILLED}, the rule in one sentence
  when: {{{{conditions: [{UNFILLED}]}}}}
  then:
    ask:
      who: pharmacist
      text: {UNFILLED}, what the person is to ask
  because: {UNFILLED}
  certainty: {UNFILLED}  # high, moderate, low, very-low, none
  sources: [{{{{id: {UNFILLED}, at: {UNFILLED}}}}}]
  fires_for: [{{{{conditions: [{UNFILLED}]}}}}]
  silent_for: [{{{{conditions: [none]}}}}]
"""

SOURCE = f"""\
# yaml-language-server: $schema=../schema/source.json
- id: {{id}}
  title: {UNFILLED}
  publisher: {UNFILLED}
  kind: {UNFILLED}  # agency, guideline, label, monograph, trial, review, case-report, reference, secondary
  url: {UNFILLED}
  read_on: {UNFILLED}  # the day it was read, such as "2026-11-24"; leave it out if it was not
"""

MEDICINE = """\
# yaml-language-server: $schema=../schema/medicine.json
- name: {id}
  routes: [oral]  # the usual one first
  atc: []  # full ATC codes
  brands: []
  also: []  # other names, also short ones
  ingredients: []  # of a fixed combination, by the names of medicines here
"""

STORY = f"""\
- story: {{id}}
  source: {UNFILLED}, where it is written that this must be so
  answers: {{{{goals: [sleep], kidney: none, medicines: ["{UNFILLED}"]}}}}
  expect: {{{{outcome: {UNFILLED}}}}}
"""

STARTS = {
    "interaction": INTERACTION,
    "rule": RULE,
    "source": SOURCE,
    "medicine": MEDICINE,
    "story": STORY,
}
"""What can be started, and how its file begins."""


NAMED_BY_ID = ("interaction", "rule", "source")
"""The kinds whose name is an id; the others carry a text."""


def starting_file(kind: str, name: str) -> str:
    """Write the file that a new entry starts from."""
    return STARTS[kind].format(
        id=name if kind in NAMED_BY_ID else printable(json.dumps(name, ensure_ascii=False))
    )
