"""What tells an item of a list, typed in one go, from more words about the item in front of it."""

MOST_WORDS = 3
"""Words beyond which it is a sentence."""

# An item that begins so says more of the one in front of it: when, how bad, how treated.
LEADING = frozenset(
    word
    for line in (
        "after all also always at because before both but by chronic controlled currently daily diagnosed",
        "diet during dx eg especially etc ever every first for from had have history hx ie if in is it just",
        "last left mainly mild mildly mostly never no none not now occasionally often ok old on once only",
        "past pmh pmhx possible possibly previous previously probably recently right severe since so",
        "sometimes stable still suspected takes taking then though to today treated type under untreated",
        "until very was well when which while who with without worse yesterday",
    )
    for word in line.split()
)

TIME = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "old"])
"""Words that with a number say only how long: "pregnant, 20 weeks"."""
