"""Complete interviews as the program holds them, for people to read: `python -m tests.transcripts` writes them anew."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from tests.manager import SCRIPTS, Line, Manager, last_question
from tests.program import JsonLines

FOLDER = Path(__file__).parent / "transcripts"
NAMES = {"en": "Li Ming", "zh_Hans": "李明", "zh_Hant": "李明"}


def transcript(folder: Path, language: str) -> str:
    """The whole interview of a scripted manager, as Markdown; its files stay in the folder."""
    boss = Manager(SCRIPTS[language])
    lines = [f"# kpibot · {language}", ""]
    with JsonLines(folder, NAMES[language], language) as program:
        said = program.send({"command": "start"})
        while True:
            lines += [block for line in said for block in _spoken(line)]
            question = last_question(said)
            if question is None:
                return "\n".join(lines)
            answer = boss.answer(question)
            lines += [f"> **{NAMES[language]}:** {_answered(answer, question)}", ""]
            said = program.send(answer)


def _spoken(line: Line) -> Iterator[str]:
    if "path" in line:
        yield f"*{line['caption']}* (`{Path(line['path']).name}`)"
    else:
        # Two blanks keep the lines of one message apart in Markdown.
        yield line["text"].replace("*", "\\*").replace("\n", "  \n")
    yield ""
    if labels := " ".join(f"`[{choice['label']}]`" for choice in line.get("choices", ())):
        yield labels
        yield ""


def _answered(answer: Line, question: Line) -> str:
    if "text" in answer:
        return str(answer["text"])
    label = next(choice["label"] for choice in question["choices"] if choice["id"] == answer["press"])
    return f"`[{label}]`"


def main() -> None:
    """Write all transcripts, and the picture of the first."""
    FOLDER.mkdir(exist_ok=True)
    for language in SCRIPTS:
        with TemporaryDirectory() as folder:
            (FOLDER / f"{language}.md").write_text(transcript(Path(folder), language) + "\n", encoding="utf-8")
            picture = next((Path(folder) / "kpibot-files").glob("*.png"))
            copyfile(picture, FOLDER / f"diagram.{language}.png")


if __name__ == "__main__":
    main()
