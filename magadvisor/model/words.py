"""The closed words everything shares; from least to most careful where an order exists."""

from magadvisor.model.closed import StrEnum

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Certainty(StrEnum):
    """How sure a statement is, in the words of GRADE; `none` means no usable human trial."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NONE = "none"


class Outcome(StrEnum):
    """What may be suggested, from least to most careful."""

    SUGGEST = "suggest"
    ASK_FIRST = "ask-first"
    WITHHOLD = "withhold"
    URGENT = "urgent"

    @property
    def care(self) -> int:
        """Rank the outcome: a higher number is more careful."""
        return _OUTCOMES.index(self)

    @property
    def closed(self) -> bool:
        """Say whether no supplement may be suggested."""
        return self in (Outcome.WITHHOLD, Outcome.URGENT)


_OUTCOMES = tuple(Outcome)


class Urgency(StrEnum):
    """How soon an action is due, from least to most urgent."""

    ROUTINE = "routine"
    BEFORE_USE = "before-use"
    SAME_DAY = "same-day"
    EMERGENCY = "emergency"


class Who(StrEnum):
    """Whom to ask or to call."""

    EMERGENCY_SERVICES = "emergency-services"
    CRISIS_LINE = "crisis-line"
    POISON_CENTRE = "poison-centre"
    DOCTOR = "doctor"
    PRESCRIBER = "prescriber"
    PHARMACIST = "pharmacist"
    SPECIALIST = "specialist"
    KIDNEY_TEAM = "kidney-team"
    TRANSPLANT_TEAM = "transplant-team"
    MIDWIFE = "midwife"
    ANAESTHETIST = "anaesthetist"
    DIETITIAN = "dietitian"


class Gut(StrEnum):
    """How strongly a form loosens stools at the same elemental dose; of a range the stronger."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    VERY_HIGH = "very-high"


class Use(StrEnum):
    """What a form is used as."""

    SUPPLEMENT = "supplement"
    SHORT_TERM_MEDICINE = "short-term-medicine"
    SKIN = "skin"


class Severity(StrEnum):
    """How serious an interaction is, from least to most."""

    MINOR = "minor"
    MODERATE = "moderate"
    MAJOR = "major"
    CONTRAINDICATED = "contraindicated"


class Action(StrEnum):
    """What to do about an interaction, from least to most strict."""

    INFORM = "inform"
    MONITOR = "monitor"
    SEPARATE = "separate"
    ASK = "ask"
    AVOID = "avoid"


class Salts(StrEnum):
    """Which magnesium an interaction is about; alkaline means acid-neutralising."""

    ALL = "all"
    ALKALINE = "alkaline"


class Route(StrEnum):
    """How a medicine enters the body."""

    ORAL = "oral"
    SUBLINGUAL = "sublingual"
    INJECTION = "injection"
    INHALED = "inhaled"
    EYE = "eye"
    EAR = "ear"
    NOSE = "nose"
    SKIN = "skin"
    VAGINAL = "vaginal"
    RECTAL = "rectal"


class Level(StrEnum):
    """How much of something a food holds."""

    LOW = "low"
    MODERATE = "moderate"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"


class Region(StrEnum):
    """Whose limits count."""

    US = "us"
    EU = "eu"
    UK = "uk"
    CA = "ca"
    JP = "jp"
    ANZ = "anz"


class Kidney(StrEnum):
    """What is known of the kidneys; the G words are KDIGO's GFR categories."""

    NONE = "none"
    UNKNOWN = "unknown"
    DIAGNOSED = "diagnosed"
    G1 = "g1"
    G2 = "g2"
    G3A = "g3a"
    G3B = "g3b"
    G4 = "g4"
    G5 = "g5"
    DIALYSIS = "dialysis"
    TRANSPLANT = "transplant"
    ACUTE = "acute"


HEALTHY_STAGES = (Kidney.G1, Kidney.G2)
"""The stages whose eGFR alone, without a diagnosis, is no kidney disease."""


class Digestion(StrEnum):
    """How the bowels usually behave."""

    NORMAL = "normal"
    SENSITIVE = "sensitive"
    LOOSE = "loose"
    CONSTIPATED = "constipated"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """Sex at birth, which the intake tables use."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class LifeStage(StrEnum):
    """Pregnancy and breastfeeding."""

    NONE = "none"
    PREGNANT = "pregnant"
    BREASTFEEDING = "breastfeeding"
    UNKNOWN = "unknown"


CAREFUL_STAGES = (LifeStage.PREGNANT, LifeStage.BREASTFEEDING)
"""The life stages that make an advice more careful, pregnancy before breastfeeding."""


class AgeBand(StrEnum):
    """Age in the words that rules read; the cut points stand in questions.yaml."""

    INFANT = "infant"
    CHILD = "child"
    ADULT = "adult"
    OLDER = "older"
    UNKNOWN = "unknown"


class Diet(StrEnum):
    """What a person does not eat."""

    VEGAN = "vegan"
    VEGETARIAN = "vegetarian"
    PESCATARIAN = "pescatarian"
    GLUTEN_FREE = "gluten-free"
    DAIRY_FREE = "dairy-free"
    LOW_FODMAP = "low-fodmap"


MEATLESS = (Diet.VEGAN, Diet.VEGETARIAN, Diet.PESCATARIAN)
"""Each eats nothing that those behind it do not."""


class VitaminB6Taken(StrEnum):
    """What is known beside magnesium of what is taken already: vitamin B6, and more of it than a limit."""

    SOME = "vitamin-b6"
    MUCH = "much-vitamin-b6"


class Listed(StrEnum):
    """Whether a list was answered: nothing, something, or not asked."""

    NONE = "none"
    SOME = "some"
    UNKNOWN = "unknown"
