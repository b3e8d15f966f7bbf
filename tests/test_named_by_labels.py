"""Whatever the two UK antacid labels that were read name is spoken of here, with the label as a source."""

import pytest

from magadvisor.engine.meet import met_by_name
from magadvisor.knowledge.load import data_folder, load

KNOWN = load(data_folder())

# Interaction sections of magnesium hydroxide (emc medicine 25343) and of an antacid (emc product 4880);
# of a class one member stands for it.
NAMED = {
    "emc-magnesium-hydroxide-25343": (
        *("captopril", "enalapril", "fosinopril", "azithromycin", "cefaclor", "cefpodoxime", "isoniazid"),
        *("itraconazole", "nitrofurantoin", "rifampicin", "tetracycline", "doxycycline", "ketoconazole"),
        *("ciprofloxacin", "atazanavir", "fosamprenavir", "tipranavir", "fexofenadine", "alendronic acid"),
        *("risedronic acid", "ibandronic acid", "etidronic acid", "deflazacort", "digoxin", "dipyridamole"),
        *("diflunisal", "gabapentin", "phenytoin", "lansoprazole", "levothyroxine", "mycophenolic acid"),
        *("ferrous sulfate", "rosuvastatin", "sulpiride", "chlorpromazine", "chloroquine", "nilotinib"),
        *(
            "hydroxychloroquine",
            "proguanil",
            "penicillamine",
            "polystyrene sulfonate",
            "acetylsalicylic acid",
        ),
        "ursodeoxycholic acid",
    ),
    "emc-antacid-4880": (
        *(
            "phenobarbital",
            "eltrombopag",
            "erlotinib",
            "lansoprazole",
            "levothyroxine",
            "lithium",
            "methenamine",
        ),
        *("polystyrene sulfonate", "ulipristal"),
    ),
}
EACH = [(source, name) for source, names in NAMED.items() for name in names]


@pytest.mark.parametrize(("source", "name"), EACH)
def test_a_medicine_that_a_label_names_is_spoken_of_and_the_label_is_cited(source: str, name: str) -> None:
    met = met_by_name(KNOWN.medicines[name], KNOWN.medicines, KNOWN.interactions.values())
    rules = [rule.sources for rule in KNOWN.rules.values() if name in (rule.when.takes or ())]
    assert source in {cited.id for sources in (*(one.sources for one in met), *rules) for cited in sources}
