"""The conversation: one step after another until the answers are complete or help is needed."""

from collections.abc import Callable

from magadvisor.ask.plan import END, SAVE, Plan, State
from magadvisor.ask.step import Front, Said, Turn
from magadvisor.model.answers import Answers, BadAnswer

Keep = Callable[[str, Answers], None]
"""Writes the answers to a file; raises BadAnswer where that is not possible."""


def converse(plan: Plan, front: Front, keep: Keep) -> State:
    """Ask until the end; an answer that cannot be used is asked for again, saying why."""
    state = State()
    while state.at != END:
        state = _asked(plan, state, front, keep)
    return state


def _asked(plan: Plan, state: State, front: Front, keep: Keep) -> State:
    step, now, problem = plan.step(state), state.given.get(state.at), ""
    while True:
        reply = front.ask(step, now, problem)
        if isinstance(reply, Turn):
            return plan.back(state)
        try:
            if isinstance(reply, Said):
                return plan.said(state, reply.words)
            return _go_on(plan, state, reply, keep)
        except BadAnswer as bad:
            now, problem = now if isinstance(reply, Said) else reply, _sentence(bad)


def _go_on(plan: Plan, state: State, reply: tuple[str, ...], keep: Keep) -> State:
    if state.at == SAVE and reply:
        keep(reply[0], plan.answers(state))
    return plan.answer(state, reply)


def _sentence(bad: BadAnswer) -> str:
    told = f"{bad.message}: {bad.hint}" if bad.hint else bad.message
    return f"{told[:1].upper()}{told[1:]}."
