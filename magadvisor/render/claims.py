"""Claims as a page: all of them by verdict, or the few that a text comes close to."""

from collections.abc import Iterator

from magadvisor.model.claim import ClaimVerdict
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.told import CitedPlace, ClaimsTold, ToldClaim
from magadvisor.render.lists import cited, numbered
from magadvisor.render.parts import Line, Page, Part, actions, plain_page, source_line
from magadvisor.render.phrases import sureness

VERDICTS = {
    ClaimVerdict.SUPPORTED: "Supported",
    ClaimVerdict.PARTLY: "Partly",
    ClaimVerdict.NOT_SUPPORTED: "Not supported",
    ClaimVerdict.CONTRADICTED: "Contradicted",
    ClaimVerdict.UNKNOWN: "Not known",
}
_SEEN_IN = {
    "people": "in people",
    "animals": "in animals",
    "laboratory": "in the laboratory",
    "definition": "by definition",
    "nothing": "in no usable study",
}
_READING = (
    "Not supported: proof is missing. Contradicted: evidence or chemistry points the other way. "
    "The certainty is that of the verdict."
)


def page_of_claims(told: ClaimsTold, known: Knowledge) -> Page:
    """Lay claims out: a list by verdict, or what is known of the ones that are close."""
    listed = told.typed is None
    parts = _list(told) if listed else _answer(told, known)
    subtitle = "" if listed else f'You typed: "{told.typed}"'
    return plain_page(_headline(told), subtitle, parts, known)


def _verdict_lines(one: ToldClaim, marks: str = "") -> Iterator[Line]:
    """Tell a verdict: for what it holds, how sure it is, where it was seen, why, and what can be said."""
    seen = " and ".join(_SEEN_IN[place] for place in one.seen_in)
    yield Line(f'People say: "{one.claim}"', "label")
    yield Line(f"The evidence says: {_verdict(one)}. {_how_sure(one)}. Seen {seen}: {one.evidence}.")
    yield Line(f"Why: {one.because}{marks}")
    yield Line(f"Say instead: {one.say}")
    if one.article is not None:
        yield Line(f"Statement {one.article} of the article that this program started from.", "muted")


def _how_sure(one: ToldClaim) -> str:
    """Say how sure a verdict is, and of what where that differs."""
    holds = f" ({one.certainty_holds})" if one.certainty_holds else ""
    return sureness(one.certainty) + holds


def _verdict(one: ToldClaim) -> str:
    word = VERDICTS[ClaimVerdict(one.verdict)].lower()
    return f"{word}, {one.verdict_holds}" if one.verdict_holds else word


def _headline(told: ClaimsTold) -> str:
    if told.typed is None:
        return f"What people say of magnesium: {len(told.claims)} of {told.known} claims"
    if not told.assessed:
        return "Not assessed: none of the claims we know comes close"
    if not told.claims:
        return "Claims come close, but none with that verdict"
    return "What the evidence says"


def _list(told: ClaimsTold) -> Iterator[Part]:
    for verdict, label in VERDICTS.items():
        rows = (one for one in told.claims if one.verdict == verdict)
        yield Part(
            label,
            tuple(Line(f'"{one.claim}" ({sureness(one.certainty).lower()}; {one.id})') for one in rows),
        )
    yield Part("Read it so", (Line(_READING), Line("More: `magadvisor explain` with the word in brackets.")))


def _answer(told: ClaimsTold, known: Knowledge) -> Iterator[Part]:
    numbers = numbered(source.id for source in told.sources)
    urgent = actions(told.actions, known)
    yield Part("Danger sign", (Line(known.sentences["claim-danger"], "careful"), *urgent) if urgent else ())
    if not told.assessed:
        yield Part("Not assessed", _not_assessed(told, known))
    for one in told.claims:
        heard = (
            Line(f"Said for example here, which proves nothing:{_marks(one.heard_at, numbers)}", "muted"),
        )
        lines = tuple(_verdict_lines(one, _marks(one.sources, numbers)))
        more = Line(f"More: `magadvisor explain claim:{one.id}`", "muted")
        label = VERDICTS[ClaimVerdict(one.verdict)]
        yield Part(label, (*lines, *(heard if one.heard_at else ()), more))
    if told.not_read:
        words = ", ".join(f'"{word}"' for word in told.not_read)
        yield Part("Not assessed", (Line(known.sentences["claim-not-read"].format(words=words), "careful"),))
    if told.claims:
        yield Part(
            "Read it so", (Line(f"Each verdict is about the claim as it is printed here. {_READING}"),)
        )
    yield Part("Sources", source_line(told.sources))


def _not_assessed(told: ClaimsTold, known: Knowledge) -> tuple[Line, ...]:
    unknown = known.sentences["claim-not-assessed"].format(claims=told.known)
    return Line(unknown, "careful"), Line("Try other words, or see them all: `magadvisor claims`.")


def _marks(places: tuple[CitedPlace, ...], numbers: dict[str, int]) -> str:
    return cited((one.id for one in places), numbers)
