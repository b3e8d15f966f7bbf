"""Ways through the questions, without a terminal."""

from collections.abc import Callable, Iterator, Mapping

from magadvisor.ask.plan import END, Plan, State
from magadvisor.ask.step import Step

Choose = Callable[[Step], tuple[str, ...]]


def walk(plan: Plan, choose: Choose, state: State | None = None) -> Iterator[tuple[Step, State]]:
    """Answer step by step to the end; give each step with the state after its answer."""
    state = state or State()
    while state.at != END:
        step = plan.step(state)
        state = plan.answer(state, choose(step))
        yield step, state


def following(script: Mapping[str, tuple[str, ...]]) -> Choose:
    """Answer by the keys of a script; where it is silent say that it is not known."""

    def choose(step: Step) -> tuple[str, ...]:
        if step.key in script:
            return script[step.key]
        words = [option.word for option in step.options]
        if step.key == "summary":
            return ("show",)
        return ("unknown",) if "unknown" in words else ()

    return choose


def last(plan: Plan, choose: Choose, state: State | None = None) -> State:
    """Walk to the end."""
    return list(walk(plan, choose, state))[-1][1]


def until(plan: Plan, key: str, choose: Choose) -> State:
    """Walk until a step is asked."""
    state = State()
    while state.at != key:
        state = plan.answer(state, choose(plan.step(state)))
    return state
