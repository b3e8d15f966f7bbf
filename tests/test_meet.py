"""Which interactions each medicine meets, compared row by row with the facts."""

import csv
from dataclasses import replace
from pathlib import Path

from magadvisor.engine.meet import applies, met_by_name
from magadvisor.model.knowledge import Knowledge

FACTS = Path(__file__).parent / "names" / "interacts.csv"
# Entries of ours: the facts tell low doses apart in words, join two pairs of ingredients under one code,
# and leave out medicines of single countries. What those meet follows from their ingredients.
ADDED = {
    "acetylsalicylic acid, low dose",
    "albendazole and ivermectin",
    "beclometasone and clotrimazole",
    "dexamethasone, neomycin and acetic acid",
    "dienogest and ethinylestradiol",
    "etifoxine",
    "fusidic acid and hydrocortisone",
    "gabapentin and nortriptyline",
    "hyoscine butylbromide and paracetamol",
    "levodopa and benserazide",
    "melperone",
    "metformin and teneligliptin",
    "methocarbamol and acetylsalicylic acid",
    "methocarbamol and ibuprofen",
    "methocarbamol and paracetamol",
    "molsidomine",
    "opipramol",
    "paracetamol, codeine and doxylamine",
    "phloroglucinol",
    "pirenzepine",
    "prazepam",
    "pregabalin and nortriptyline",
    "pristinamycin",
    "spironolactone and altizide",
    "tilidine",
    "tolperisone",
    "urapidil",
}
ADDED_MEET = {
    "gabapentin and nortriptyline": {"gabapentin"},
    "methocarbamol and acetylsalicylic acid": {"salicylates-high-dose"},
    "spironolactone and altizide": {"potassium-sparing-diuretics", "thiazide-diuretics"},
}


def expected() -> dict[str, set[str]]:
    with FACTS.open(encoding="utf-8", newline="") as rows:
        told = {row["name"]: set(row["interactions"].split(";")) for row in csv.DictReader(rows)}
    return {**told, **ADDED_MEET, "levodopa and benserazide": told["levodopa and decarboxylase inhibitor"]}


def test_every_medicine_meets_exactly_the_interactions_of_the_facts(knowledge: Knowledge) -> None:
    facts = expected()
    wrong = {}
    for name, medicine in knowledge.medicines.items():
        met = {one.id for one in met_by_name(medicine, knowledge.medicines, knowledge.interactions.values())}
        if met != facts.get(name, set()):
            wrong[name] = (met, facts.get(name, set()))
    assert not wrong
    assert set(facts) <= set(knowledge.medicines)
    assert len(knowledge.medicines) == 2002 + len(ADDED)


def test_every_interaction_is_met_by_some_medicine_by_one_of_its_routes(knowledge: Knowledge) -> None:
    routes: dict[str, set[str]] = {name: set() for name in knowledge.interactions}
    for medicine in knowledge.medicines.values():
        for one in met_by_name(medicine, knowledge.medicines, knowledge.interactions.values()):
            routes[one.id].update(medicine.routes)
    for one in knowledge.interactions.values():
        assert routes[one.id].intersection(one.routes), one.id


def test_an_ingredient_that_is_no_medicine_here_takes_nothing_away(knowledge: Knowledge) -> None:
    medicine = replace(knowledge.medicines["levothyroxine"], ingredients=("no-such-medicine", "iron"))
    met = met_by_name(medicine, knowledge.medicines, knowledge.interactions.values())
    assert "thyroid-hormones" in {one.id for one in met}


def test_what_an_interaction_excepts_it_does_not_name_nor_what_has_none_of_its_codes(
    knowledge: Knowledge,
) -> None:
    """Interactions: moxifloxacin has hours of its own among the fluoroquinolones."""
    quinolones = knowledge.interactions["quinolone-antibiotics"]
    tried = ("ciprofloxacin", "moxifloxacin", "levothyroxine")
    assert {name for name in tried if applies(quinolones, knowledge.medicines[name])} == {"ciprofloxacin"}
