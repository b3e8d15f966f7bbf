"""Popular claims and what the evidence says: all of them, or those that a text comes closest to."""

from collections.abc import Iterable
from functools import cached_property

from magadvisor.door import Door
from magadvisor.engine.examine import examine
from magadvisor.engine.facts import facts_of
from magadvisor.engine.gate import from_rules, gate
from magadvisor.engine.tell import cite
from magadvisor.model.advice import Action
from magadvisor.model.claim import Claim, ClaimVerdict
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.source import Citation
from magadvisor.model.told import CitedPlace, ClaimsTold, ToldClaim
from magadvisor.names.nearest import NearIndex, near_index, nearest, unread

MOST_SHOWN = 3
NEARLY_AS_CLOSE = 0.75
"""A claim is shown beside the closest one where it is at least this share as close."""


def all_claims(known: Knowledge, verdict: ClaimVerdict | None = None) -> ClaimsTold:
    """List every claim, or those with one verdict."""
    kept = [one for one in known.claims.values() if verdict in (None, one.verdict)]
    return _told(None, True, (), kept, known, ())


class ClaimFinder:
    """Finds claims for many texts from one knowledge base; its indexes are built once."""

    def __init__(self, known: Knowledge) -> None:
        """Keep the knowledge, and the door that hears signs of danger."""
        self._known = known
        self._door = Door(known)

    def near(self, text: str, verdict: ClaimVerdict | None = None) -> ClaimsTold:
        """Find the claims that a text comes closest to; where none is close, none is told."""
        found = nearest(text, self.index)[:MOST_SHOWN]
        close = [one for one in found if one.score >= NEARLY_AS_CLOSE * found[0].score]
        claims = [self._known.claims[one.id] for one in close]
        shown = [claim for claim in claims if verdict in (None, claim.verdict)]
        left = unread(text, [one.id for one in shown], self.index) if shown else ()
        return _told(text, bool(claims), self._actions(text), shown, self._known, left)

    @cached_property
    def index(self) -> NearIndex:
        """Make every wording of every claim ready to be compared."""
        known = self._known
        sentences = {one.id: (one.claim, *one.also_said) for one in known.claims.values()}
        return near_index(sentences, known.claim_words)

    def _actions(self, text: str) -> tuple[Action, ...]:
        """Find what must be done now about a sign of danger that the text names."""
        heard = self._door.words(text)
        profile = Profile(goals=(), symptoms=(heard.item,), symptom_ids=heard.symptoms)
        held = examine(self._known, facts_of(profile))
        urgent = [rule for rule in held if rule.then.urgent and heard.symptoms]
        return gate(from_rules(urgent)).actions


def claims_near(text: str, known: Knowledge, verdict: ClaimVerdict | None = None) -> ClaimsTold:
    """Find claims for one text; many texts go through a ClaimFinder."""
    return ClaimFinder(known).near(text, verdict)


def told_claim(claim: Claim) -> ToldClaim:
    """Tell one claim."""
    return ToldClaim(
        id=claim.id,
        claim=claim.claim,
        verdict=claim.verdict,
        verdict_holds=claim.verdict_holds,
        certainty=claim.certainty,
        certainty_holds=claim.certainty_holds,
        seen_in=claim.seen_in,
        evidence=claim.evidence,
        because=claim.because,
        say=claim.say,
        sources=places(claim.sources),
        heard_at=places(claim.heard_at),
        article=claim.article,
    )


def places(citations: Iterable[Citation]) -> tuple[CitedPlace, ...]:
    """Keep of citations the source and the place."""
    return tuple(CitedPlace(one.id, one.at) for one in citations)


def _told(
    typed: str | None,
    assessed: bool,
    actions: tuple[Action, ...],
    shown: list[Claim],
    known: Knowledge,
    not_read: tuple[str, ...],
) -> ClaimsTold:
    cited = dict.fromkeys(one.id for claim in shown for one in (*claim.sources, *claim.heard_at))
    told = tuple(told_claim(claim) for claim in shown)
    return ClaimsTold(typed, assessed, actions, told, len(known.claims), cite(cited, known), not_read)
