"""What is wished of a report that was made and did not close yet: a note more, its note taken back, all once more."""

from collections.abc import Sequence
from dataclasses import replace

from bot.errands.corrections import together
from bot.errands.reports import begin, reported
from bot.scene import Granted, Scene, told
from dialogs.reading.figures.afterthoughts import Kind, read_afterthought
from dialogs.report import Reported
from dialogs.steps import Tell
from locales.text import Text, text
from storage import reports
from storage.reports import Due


def said(scene: Scene, words: str) -> Granted | None:
    """Do what a text wishes of the newest report; None where it is about something else, or nothing stands."""
    thought = read_afterthought(words)
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    newest = next(together(one for one in mine if one.report), None)
    if thought is None or newest is None:
        return None
    match thought.kind:
        case Kind.NOTE:
            return _kept(scene, newest, Reported((), (), thought.words), text("note.added", note=thought.words))
        case Kind.FORGET:
            return _forgotten(scene, newest)
        case Kind.AGAIN:
            return Granted([Tell(text("report.again"))], begin(scene, newest))


def _forgotten(scene: Scene, newest: Sequence[Due]) -> Granted:
    """Take the notes of a report back; what was reported stays."""
    noted = [one for one in newest if one.report and one.report.note]
    if not noted:
        return told("note.none")
    notes = dict.fromkeys(one.report.note for one in noted if one.report)
    return _kept(
        scene, noted, Reported((), (), None, forgets=True), text("note.forgotten", note="\n".join(filter(None, notes)))
    )


def _kept(scene: Scene, dues: Sequence[Due], done: Reported, said: Text) -> Granted:
    """Keep what stands with another note, and go on with what the person was at."""
    granted = reported(scene, replace(done, asked=tuple(one.id for one in dues), keeps=True), scene.now)
    granted.replies.insert(0, Tell(said))
    granted.go = None
    return granted
