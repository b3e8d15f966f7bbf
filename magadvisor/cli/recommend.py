"""`magadvisor recommend`: one shot, from options and a profile document."""

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit


def recommend(
    goal: flags.Goal = None,
    digestion: flags.Digestion = None,
    kidney: flags.Kidney = None,
    egfr: flags.Egfr = None,
    med: flags.Medicine = None,
    no_meds: flags.NoMedicines = False,
    age: flags.Age = None,
    sex: flags.Sex = None,
    life_stage: flags.LifeStage = None,
    pregnant: flags.Pregnant = False,
    breastfeeding: flags.Breastfeeding = False,
    condition: flags.Condition = None,
    symptom: flags.Symptom = None,
    taking: flags.Taking = None,
    diet: flags.Diet = None,
    avoid: flags.Avoid = None,
    region: flags.Region = None,
    profile: flags.Profile = None,
    why: flags.Why = False,
    format_: flags.Format = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    knowledge: flags.Knowledge = None,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Give one advice for the answers on the command line."""
    from magadvisor.advisor import advise
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.options import Typed, answers
    from magadvisor.cli.show import View, exit_code, show

    view = View.chosen(format_, json_, color, why=why, quiet=quiet)
    known = knowledge_for(knowledge)
    typed = Typed(
        goals=goal,
        digestion=digestion,
        kidney=kidney,
        egfr=egfr,
        medicines=med,
        no_medicines=no_meds,
        age=age,
        sex=sex,
        life_stage=life_stage,
        pregnant=pregnant,
        breastfeeding=breastfeeding,
        conditions=condition,
        symptoms=symptom,
        taking=taking,
        diet=diet,
        avoid=avoid,
        region=region,
    )
    advice = advise(answers(typed, profile, known), known, why)
    show(advice, known, view, output, force)
    return Exit.ANSWERED if exit_zero else exit_code(advice)
