"""One answer of a rule as a person reads it."""

from magadvisor.model.knowledge import Knowledge

_LISTED = {
    "none": "you say none",
    "some": "you name at least one",
    "unknown": "you do not say",
    "vitamin-b6": "you name vitamin B6 too",
    "much-vitamin-b6": "you name more vitamin B6 than the lowest limit, or how much is not known",
}


def answer(question: str, word: str, known: Knowledge) -> str:
    """Say one answer as a person would read it."""
    if question == "goals":
        return known.goals[word].name
    if question == "interactions":
        return known.interactions[word].name
    if question == "takes":
        return word
    if question in ("medicines", "taking"):
        return _LISTED[word]
    if question in ("conditions", "symptoms", "avoid"):
        return _entry(question, word, known)
    if question == "age":
        return _age(word, known)
    asked = known.questions.get(question)
    says = next((one.says for one in asked.words if one.word == word), None) if asked else None
    return f'"{says}"' if says else word.replace("-", " ")


def _entry(question: str, word: str, known: Knowledge) -> str:
    words = known.vocabulary
    entries = {"conditions": words.conditions, "symptoms": words.symptoms, "avoid": words.allergens}[question]
    nothing = {"none": "none", "unknown": "not known"}
    return next((one.name for one in entries if one.id == word), nothing.get(word, word))


def _age(word: str, known: Knowledge) -> str:
    bands = known.questions["age"].bands
    place = next((number for number, band in enumerate(bands) if band.word == word), None)
    if place is None:
        return "not said"
    until = f" and under {bands[place + 1].at_least:g}" if place + 1 < len(bands) else ""
    told = f"from {bands[place].at_least:g}{until} years" if bands[place].at_least else f"{until} years"
    return told.removeprefix(" and ").replace("under 1 years", "under 1 year")
