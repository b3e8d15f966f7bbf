"""How closed words are said: findings, regions, and limits with both."""

from collections.abc import Iterable

from magadvisor.model.advice import AppliedLimit

_FINDING = {
    "helps": "that it helps",
    "may-help": "that it may help",
    "no-benefit-shown": "and no benefit was shown",
    "not-studied": "because it has not been studied for this",
}
_FOUND = {
    "helps": "Helps",
    "may-help": "May help",
    "no-benefit-shown": "No benefit shown",
    "not-studied": "Not studied for this",
}
_REGION = {"us": "US", "eu": "EU", "uk": "UK", "ca": "Canada", "jp": "Japan", "anz": "Australia/NZ"}


_ANSWER = {
    "vitamin-b6": "vitamin B6",
    "much-vitamin-b6": "vitamin B6 above the lowest limit, or how much is not known",
    **{f"g{stage}": f"stage {stage}" for stage in ("1", "2", "3a", "3b", "4", "5")},
}


def answer(word: str) -> str:
    """Say the word of an answer as people write it."""
    return _ANSWER.get(word, word.replace("-", " "))


def finding(certainty: str, found: str) -> str:
    """Say a finding behind how sure it is."""
    return f"{certainty.capitalize()} {_FINDING[found]}"


def found(word: str) -> str:
    """Say a finding in a few words."""
    return _FOUND[word]


def region(word: str) -> str:
    """Say a region as people write it."""
    return _REGION[word]


def _body_of(body: str, country: str | None) -> str:
    """Name a body, with its country where it is not that of the whole region."""
    return body if country is None else f"{body}, {country}"


def limits(told: Iterable[AppliedLimit]) -> str:
    """List limits with their regions and bodies, each once."""
    return "; ".join(
        f"{_REGION[one.region]} {one.at_most_mg:g} mg ({_body_of(one.body, one.country)})"
        for one in dict.fromkeys(told)
    )
