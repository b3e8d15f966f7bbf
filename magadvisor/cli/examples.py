"""Examples that end the help of each command: what is wanted in plain words, and the line to write."""

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "ask": (
        ("Be asked one question after the other", "magadvisor ask"),
        ("Keep your answers in a file for next time", "magadvisor ask --save me.yaml"),
    ),
    "recommend": (
        (
            "You sleep badly, your kidneys are well, you take nothing",
            "magadvisor recommend -g sleep --kidney none --no-meds",
        ),
        (
            "You take medicines at fixed times",
            'magadvisor recommend -g cramps -m Synthroid@07:00 -m "cipro 500@08:00,20:00"',
        ),
        ("You want to know why, and what would change the answer", "magadvisor recommend -g migraine --why"),
        ("A program is to read the answer", "magadvisor recommend -g bone --egfr 72 --json"),
    ),
    "compare": (
        ("Two forms side by side", "magadvisor compare glycinate citrate"),
        (
            "How they fit a goal and a medicine",
            "magadvisor compare glycinate oxide --goal sleep --med doxycycline",
        ),
    ),
    "forms": (("Every form", "magadvisor forms"), ("One form in full", "magadvisor forms citrate")),
    "foods": (
        ("Foods rich in magnesium", "magadvisor foods"),
        ("Portions that close a gap of 150 mg", "magadvisor foods --target 150"),
    ),
    "interactions": (
        ("What your medicines do with magnesium", "magadvisor interactions levothyroxine ciprofloxacin"),
        ("With a form you have in mind", "magadvisor interactions gabapentin --form oxide"),
    ),
    "plan": (
        (
            "When magnesium fits between two medicines, and with which meal",
            "magadvisor plan -m cipro@08:00,20:00 -m Synthroid@07:00 --meal 13:00",
        ),
        (
            "A medicine once a week, and one dose of magnesium",
            'magadvisor plan -m "alendronate@sun 07:00" --doses 1',
        ),
    ),
    "convert": (("How much magnesium is in 1000 mg of citrate", "magadvisor convert 1000 --form citrate"),),
    "label": (
        (
            "What a line on a label means",
            'magadvisor label "Magnesium bisglycinate 1000 mg (100 mg magnesium)"',
        ),
    ),
    "claims": (
        ("Every claim", "magadvisor claims"),
        ("What the evidence says of one", 'magadvisor claims "magnesium oil"'),
    ),
    "explain": (("One rule in plain words, with its sources", "magadvisor explain kidney-g4-g5-withholds"),),
    "handout": (
        (
            "A page to print and take along",
            "magadvisor handout -g sleep --kidney none --no-meds -o page.html",
        ),
    ),
    "screen": (("One answer a line for many people", "magadvisor screen people.jsonl"),),
    "kb": (
        ("Which knowledge answers", "magadvisor kb info"),
        ("Check your own folder of knowledge", "magadvisor kb check my-folder"),
    ),
}


def epilog(command: str) -> str:
    """Write the examples of a command as the end of its help; lines stay as they are."""
    told = [f"  {words}:\n    {line}" for words, line in EXAMPLES.get(command, ())]
    return "\n".join(["\b", "Examples:", *told]) if told else ""
