"""The conversation: one step after another until the answers are complete or help is needed."""

from collections.abc import Callable

from magadvisor.ask.plan import END, SAVE, Plan, State
from magadvisor.ask.step import Front, Turn
from magadvisor.model.answers import Answers, BadAnswer

Keep = Callable[[str, Answers], None]
"""Writes the answers to a file; raises BadAnswer where that is not possible."""


def converse(plan: Plan, front: Front, keep: Keep) -> State:
    """Ask until the end; an answer that cannot be used is asked for again, saying why."""
    state, problem = State(), ""
    while state.at != END:
        reply = front.ask(plan.step(state), state.given.get(state.at), problem)
        try:
            problem = ""
            state = plan.back(state) if isinstance(reply, Turn) else _go_on(plan, state, reply, keep)
        except BadAnswer as bad:
            problem = f"{bad.message[:1].upper()}{bad.message[1:]}. {bad.hint}".strip()
    return state


def _go_on(plan: Plan, state: State, reply: tuple[str, ...], keep: Keep) -> State:
    if state.at == SAVE and reply:
        keep(reply[0], plan.answers(state))
    return plan.answer(state, reply)
