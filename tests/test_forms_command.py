"""Every form as a list and in full: nothing of its file is left out, and every source has its place."""

import csv
import io
import json

import pytest

from magadvisor.cli.main import run
from magadvisor.knowledge.load import data_folder, load

KNOWN = load(data_folder())
Streams = pytest.CaptureFixture[str]


def text_of(capsys: Streams, *arguments: str) -> str:
    assert run(["forms", *arguments]) == 0
    return capsys.readouterr().out


def test_the_list_names_every_form_with_its_share(capsys: Streams) -> None:
    rows = list(csv.reader(io.StringIO(text_of(capsys, "-f", "csv"))))
    shares = {row[0]: row[1] for row in rows[1:21]}
    assert set(shares) == set(KNOWN.forms)
    # The usual compound of each, from the facts.
    assert (shares["glycinate"], shares["citrate"], shares["oxide"]) == ("14.10", "16.16", "60.30")
    assert (shares["threonate"], shares["sulfate-bath"], shares["chloride"]) == ("8.25", "9.86", "11.96")


@pytest.mark.parametrize("form", list(KNOWN.forms))
def test_a_form_in_full_tells_everything_of_its_file(capsys: Streams, form: str) -> None:
    told = text_of(capsys, form, "-f", "csv")
    known = KNOWN.forms[form]
    statements = [one.text for one in known.absorption]
    statements += [one.text for one in known.cautions] + [one.text for one in known.status]
    for text in statements:
        assert text.replace('"', '""') in told
    for compound in known.compounds:
        assert compound.formula in told
    for citation in (*known.sources, *(one for each in known.absorption for one in each.sources)):
        assert KNOWN.sources[citation.id].title.replace('"', '""') in told
        assert citation.at is not None
        assert citation.at.replace('"', '""') in told
    if known.not_offered_because:
        assert known.not_offered_because in told


def test_a_form_is_found_by_a_name_on_labels(capsys: Streams) -> None:
    assert text_of(capsys, "Magtein").startswith("Magnesium L-threonate")
    assert text_of(capsys, "TRAACS").startswith("Magnesium glycinate")


def test_people_and_animals_are_told_apart(capsys: Streams) -> None:
    told = " ".join(text_of(capsys, "threonate").split())
    assert "was seen in rats only" in told
    assert "(seen in animals; low certainty)" in told
    assert "(seen in people; low certainty)" in told


def test_forms_that_are_never_offered_say_why(capsys: Streams) -> None:
    for form in ("sulfate", "orotate"):
        told = " ".join(text_of(capsys, form).split())
        assert "Described and compared, never offered" in told
        assert "Never offered" in told


def test_as_json_the_shares_are_computed(capsys: Streams) -> None:
    document = json.loads(text_of(capsys, "citrate", "--json"))
    assert document["schema"] == "magadvisor.forms/1"
    percents = [one["percent"] for one in document["forms"][0]["computed"]]
    assert percents == [16.16, 11.89, 10.93, 11.34, 5.98]
    assert document["caveat"].startswith("This is general information.")


def test_an_unknown_form_is_not_guessed(capsys: Streams) -> None:
    assert run(["forms", "citrat3"]) == 2
    assert "did you mean citrate?" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["xyz", "magnesium", "chloryde", "glycerophosfate", "oxate"])
def test_a_form_that_is_not_known_brings_at_most_five_and_how_to_list_all(
    capsys: Streams, typed: str
) -> None:
    assert run(["forms", typed]) == 2
    hint = capsys.readouterr().err.splitlines()[1]
    assert hint.endswith("list them all: magadvisor forms")
    assert sum(f" {form}" in hint.replace(",", " ").replace("?", " ") for form in KNOWN.forms) <= 6


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("magnesium sulphate", "Magnesium sulfate by mouth (Epsom salt)"),
        ("Magnesium-L-Threonate", "Magnesium L-threonate"),
        ("chloride topical", "Magnesium oil or spray"),
        ("MAGNESIUM CITRATE", "Magnesium citrate"),
    ],
)
def test_a_form_is_found_in_british_spelling_and_behind_the_word_magnesium(
    capsys: Streams, typed: str, name: str
) -> None:
    assert text_of(capsys, typed).startswith(name)


def test_forms_stand_in_the_order_of_the_alphabet(capsys: Streams) -> None:
    rows = list(csv.reader(io.StringIO(text_of(capsys, "-f", "csv"))))
    assert [row[0] for row in rows[1:21]] == sorted(KNOWN.forms)


@pytest.mark.parametrize("width", ["40", "80"])
def test_no_row_is_wider_than_the_screen(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in ([], ["malate"], ["hydroxide"]):
        assert max(map(len, text_of(capsys, *arguments).splitlines())) <= int(width)
