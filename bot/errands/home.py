"""What there is to do for a person who has nothing under way."""

from dataclasses import replace

from bot.errands import confirmations, corrections, holders, privacy, reports, reviews
from bot.scene import Begin, Granted, Scene, refused, told
from dialogs.header import Header
from dialogs.reading.names.named import names_post
from dialogs.steps import Tell
from locales.text import text
from storage import departments, people, plans, runs


def home(scene: Scene, argument: str) -> Granted:
    """What waits: a plan to take note of, figures to report or confirm, plans to review; else an interview.

    An interview only where it is the first one or was asked for (by "start"); else HR sees who asks to be erased, and
    everybody what could be done.
    """
    return _waiting(scene, argument) or _idle(scene)


def unread(scene: Scene, words: str) -> Granted:
    """What waits for a person whose words nothing takes; where nothing does, that nothing came of them."""
    if waiting := _waiting(scene, ""):
        if isinstance(waiting.go, Begin) and waiting.go.interview == "post" and names_post(words):
            waiting.go = replace(waiting.go, said=words)
        return waiting
    return corrections.unread(scene, words) or Granted([Tell(text("home.unread")), *_idle(scene).replies])


def _waiting(scene: Scene, argument: str) -> Granted | None:
    if waiting := holders.to_acknowledge(scene):
        return Granted(go=waiting)
    if waiting := reports.to_report(scene) or confirmations.to_confirm(scene):
        return Granted(go=waiting)
    if "hr" in scene.roles and plans.waiting(scene.c, scene.person.organisation_id, scene.scope):
        return reviews.review(scene, "")
    if "manager" in scene.roles and (argument == "start" or not runs.statuses_of(scene.c, scene.person.id)):
        return Granted(go=interview(scene))
    asked = privacy.requests(scene)
    return Granted([*asked]) if asked else None


def _idle(scene: Scene) -> Granted:
    for role in ("manager", "hr", "employee"):
        if role in scene.roles:
            return told("idle" if role == "manager" else f"idle.{role}")
    return told("idle.nobody")


def begin(scene: Scene, _: str) -> Granted:
    """Another interview about a post, at once."""
    return Granted(go=interview(scene)) if "manager" in scene.roles else refused("only.manager")


def interview(scene: Scene) -> Begin:
    """A new interview about a post, for a manager."""
    department = departments.led_by(scene.c, scene.person.id)
    fiscal_start = people.organisation_of(scene.c, scene.person.organisation_id).fiscal_start
    return Begin("post", Header(scene.person.name, scene.today, department, fiscal_start))
