"""The README says what the program does."""

from tests.support.readme import README, filled


def test_every_block_of_output_is_what_the_program_prints() -> None:
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_the_readme_names_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert "recommend --goal nerve-pain --kidney none --no-meds" in text
    assert "-m pytest" in text
