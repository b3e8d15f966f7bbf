"""What a command imports: nothing that it does not use, since a query waits for every import."""

import json

import pytest

from tests.support.installed import Installed, install

YAML = {"yaml", "pydantic", "pydantic_core", "magadvisor.knowledge.strict_yaml", "magadvisor.knowledge.load"}
QUESTIONS = {"questionary", "prompt_toolkit"}
SPELLING = {"rapidfuzz"}
PAGES = {"jinja2", "rich", "rich.markdown", "rich.traceback"}
PHRASES = {"magadvisor.names.phrases", "magadvisor.names.phrase_index"}
PRODUCTS = {"magadvisor.names.taking", "magadvisor.names.quantity"}
EVERYTHING = YAML | QUESTIONS | SPELLING | PAGES | PHRASES | PRODUCTS
PLAIN = ("recommend", "--goal", "sleep", "--kidney", "none", "--med", "levothyroxine")
LOADED = (
    "import sys, json, io; from magadvisor.cli.main import run; "
    "out = sys.stdout; sys.stdout = io.StringIO(); "
    "run(sys.argv[1:]); json.dump(sorted(sys.modules), out)"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("start"))


@pytest.mark.parametrize(
    ("arguments", "used"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("recommend", "--help"), set()),
        ((*PLAIN, "--json"), set()),
        (PLAIN, set()),
        ((*PLAIN, "--why"), set()),
        ((*PLAIN, "-f", "screen", "--color", "always"), {"rich"}),
        (("interactions", "levothyroxine"), set()),
        (("recommend", "--goal", "sleep", "--no-meds", "--condition", "myasthenia gravis"), PHRASES),
        (("recommend", "--goal", "sleep", "--no-meds", "--taking", "glycinate 200 mg elemental"), PRODUCTS),
        (("recommend", "--goal", "sleep", "--med", "metformn"), SPELLING | PRODUCTS),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_imports_only_what_it_uses(
    installed: Installed, arguments: tuple[str, ...], used: set[str]
) -> None:
    ended = installed.python(LOADED, *arguments)
    loaded = set(json.loads(ended.out))
    assert loaded & (EVERYTHING - used) == set()
    assert used <= loaded


def test_a_query_from_options_defines_no_dataclass_the_slow_way(installed: Installed) -> None:
    """What the standard library writes and compiles for a class costs a query more than its answer."""
    slow = (
        "import dataclasses, typer, sys; made = []; whole = dataclasses._process_class; "
        "dataclasses._process_class = lambda cls, *rest: made.append(cls.__name__) or whole(cls, *rest); "
        "from magadvisor.cli.main import run; run(sys.argv[1:]); print(made, file=sys.stderr)"
    )
    assert installed.python(slow, *PLAIN, "--json").err.strip() == "[]"
