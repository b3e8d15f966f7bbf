"""What should a day hold in all, food included? The highest figure that the answers leave."""

from collections.abc import Iterator, Sequence

from magadvisor.model.advice import RecommendedIntake
from magadvisor.model.limit import IntakeTable, Limits
from magadvisor.model.profile import Profile
from magadvisor.model.words import LifeStage, Sex

ADULT_AGE = 19.0
"""The age, in years, at which the tables are an adult's; they count when the age is not known.

The choice of this project, from the tables themselves: bodies begin their adults at 18 or at 19.
"""


def intake(profile: Profile, limits: Limits, counts: str) -> RecommendedIntake | None:
    """Find the mg that a day should hold in all; where answers leave a choice, the highest figure.

    The figure of a life stage counts whatever sex was answered: of male and pregnant, pregnant counts.
    Of two bodies with the same figure the first by its name is told, so that no order of entries counts.
    """
    here = [table for table in limits.intake_tables if profile.region in (None, table.region)]
    fitting = [
        (row.recommended_mg, table.body)
        for table, stage in _stages(here, profile.life_stage)
        for row in table.rows
        if row.life_stage is stage
        and of_age(row.from_age, row.to_age, profile.age)
        and (stage is not None or row.sex in (None, profile.sex) or profile.sex is Sex.UNKNOWN)
    ]
    if not fitting:
        return None
    highest_mg, body = min(fitting, key=lambda one: (-one[0], one[1]))
    return RecommendedIntake(highest_mg, body, counts)


def of_age(from_age: float, to_age: float | None, age: float | None) -> bool:
    """Say whether an age in years lies in a span; one that is not known may be any adult's."""
    if age is None:
        return to_age is None or to_age > ADULT_AGE
    return from_age <= age and (to_age is None or age < to_age)


def _stages(
    tables: Sequence[IntakeTable], answered: LifeStage
) -> Iterator[tuple[IntakeTable, LifeStage | None]]:
    """Say whose rows count in a table: those of the life stage where its body has any for the region."""
    asked = None if answered in (LifeStage.NONE, LifeStage.UNKNOWN) else answered
    own = {
        (table.body, table.region) for table in tables if any(row.life_stage is asked for row in table.rows)
    }
    for table in tables:
        yield table, asked if (table.body, table.region) in own else None
