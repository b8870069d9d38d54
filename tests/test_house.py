"""The rules of the house, held against every file of it."""

import ast
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from locales.catalogs import FOLDER, fields, forms, gaps, read, read_domain
from locales.words import LANGUAGES

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "kpi": {"kpi"},
    "locales": {"locales", "kpi"},
    "dialogs": {"dialogs", "locales", "kpi"},
    "storage": {"storage", "kpi"},
    "bot": {"bot", "dialogs", "storage", "locales", "kpi"},
}
MAY_HOLD_HAN = (
    *("dialogs/reading/", "dialogs/suggestions.py", "dialogs/functions.py"),
    *("bot/doctor.py", "bot/demo/", "bot/views/"),
)
"""Where Chinese is read, not spoken: tables of words people use, characters a picture must show or may break at,
and what people of the demo are called and wrote."""

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
MAINLAND = re.compile(
    "崗位|(?<!擔)任職|上報|下屬|計劃|信息|質量|收集|採集|跳過|評價|評估|評判|批准|審批|保存|默認|缺省|屏幕|文件|發送|視頻|網絡"
    "|反饋|軟件|硬件|用戶|登錄|鏈接|打印|服務器|數據庫|文檔|添加|設置|界面|回車|命令|鼠標|渠道|優化|落實|增長|水平|導出|導入"
    "|模板|班組|監管|打開|改進措施|越多|越少|[“”¥￥]"
)
"""Words that only the mainland has for what Taiwan calls otherwise, and signs that are no Chinese ones."""

ID = re.compile(r"[a-z][a-z_]*(\.[a-zA-Z0-9_]+)*")
CATALOGS = {language: read(FOLDER, language) for language in LANGUAGES}


def modules(*folders: str) -> list[Path]:
    return sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(module: Path) -> Iterator[str]:
    """The top-level names a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(module)}:{node.lineno} imports relatively"
            yield str(node.module).partition(".")[0]


def strings(module: Path) -> Iterator[ast.Constant]:
    """The string literals of a module, its docstrings left out."""
    told = {
        id(node.value)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def texts(module: Path) -> Iterator[tuple[ast.Call, ast.expr]]:
    """The calls that make a Text, with their id."""
    makers = {
        alias.asname or alias.name
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and node.module == "locales.text"
        for alias in node.names
    }
    for node in ast.walk(tree(module)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in makers & {"Text", "text"}
            and node.args
        ):
            yield node, node.args[0]


def built(module: Path) -> Iterator[str]:
    """What ids that a module puts together look like: f"audit.reason.{rule}" is audit.reason. and one more word."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.JoinedStr):
            fixed = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
            if re.fullmatch(r"(?=.*\.)(?=.*[a-z])[a-zA-Z0-9_.]+", "".join(fixed)):
                yield "".join(re.escape(part) or "[a-zA-Z0-9_]+" for part in fixed)


def given(call: ast.Call) -> set[str] | None:
    """The parameters a Text is made with, None where only running the program tells."""
    names = {keyword.arg for keyword in call.keywords}
    if None in names or len(call.args) > 2:
        return None
    if len(call.args) == 2:
        if not isinstance(call.args[1], ast.Dict):
            return None
        names |= {str(key.value) if isinstance(key, ast.Constant) else None for key in call.args[1].keys}
    return None if None in names else {str(each) for each in names}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_run_one_way(folder: str) -> None:
    wrong = [
        f"{name(module)}: {other}"
        for module in modules(folder)
        for other in imported(module)
        if other in MAY_IMPORT.keys() - MAY_IMPORT[folder] or other == "tests"
    ]
    assert wrong == []


def test_kpi_needs_nothing_but_python() -> None:
    allowed = sys.stdlib_module_names | {"kpi"}
    assert [name(module) for module in modules("kpi") if set(imported(module)) - allowed] == []


def test_dialogs_know_no_transport_and_no_database() -> None:
    foreign = {"aiogram", "telegram", "sqlalchemy", "alembic", "sqlite3", "psycopg", "asyncio", "typer", "rich"}
    assert [name(module) for module in modules("dialogs") if set(imported(module)) & foreign] == []


def test_languages_say_the_same() -> None:
    assert list(gaps()) == []


def test_ids_are_unique_across_domains() -> None:
    for language in LANGUAGES:
        ids = Counter(id for path in (FOLDER / language).glob("*.po") for id in read_domain(path, language))
        assert [id for id, times in ids.items() if times > 1] == [], language


def test_fields_and_plurals_are_the_same_in_all_languages() -> None:
    wrong = []
    for id, english in CATALOGS["en"].items():
        # The number that chooses between one and many may go unsaid where there is one form.
        unsaid = {"n"} if english.pluralizable else set()
        expected = fields(forms(english)[-1])
        for language in LANGUAGES:
            message = CATALOGS[language][id]
            most, every = fields(forms(message)[-1]), [fields(form) for form in forms(message)]
            same = most | unsaid == expected | unsaid and all(one <= expected for one in every)
            if not same or message.pluralizable != english.pluralizable:
                wrong.append(f"{language} {id}")
    assert wrong == []


def test_chinese_catalogs_keep_to_their_script() -> None:
    """Characters that exist in one script only, common enough to show a text that slipped into the wrong catalog."""
    simplified, traditional = (
        set("这个们说话请时间经标权计绩效户产与为对将输"),
        set("這個們說話請時間經標權計績效戶產與為對將輸"),
    )
    for language, foreign in (("zh_Hans", traditional - simplified), ("zh_Hant", simplified - traditional)):
        wrong = [id for id, message in CATALOGS[language].items() if foreign & set("".join(forms(message)))]
        assert wrong == [], language


def test_traditional_chinese_is_written_as_in_taiwan() -> None:
    assert [(id, said) for id, said in _said("zh_Hant") if MAINLAND.search(said)] == []


def test_simplified_chinese_has_one_word_for_each_thing() -> None:
    otherwise = re.compile("任职人|评估者|评判|跟踪|越多|越少|做得好的样子|[「」¥￥]")
    assert [(id, said) for id, said in _said("zh_Hans") if otherwise.search(said)] == []


def test_chinese_has_full_width_marks() -> None:
    """A comma, a colon or a bracket behind a Chinese character is a Chinese one."""
    narrow = re.compile(rf"{HAN.pattern}[,;:?!()]")
    assert [(id, said) for language in LANGUAGES[1:] for id, said in _said(language) if narrow.search(said)] == []


def _said(language: str) -> Iterator[tuple[str, str]]:
    """What a catalog says, by its ids, one after the other for the forms of a plural."""
    return ((id, form) for id, message in CATALOGS[language].items() for form in forms(message))


def test_words_for_people_stand_in_the_catalogs() -> None:
    wrong = [
        f"{name(module)}:{literal.lineno}"
        for module in modules(*MAY_IMPORT)
        if not name(module).startswith(MAY_HOLD_HAN)
        for literal in strings(module)
        if HAN.search(str(literal.value))
    ]
    assert wrong == []


def test_every_text_exists_and_has_what_its_template_names() -> None:
    wrong = []
    for module in modules(*MAY_IMPORT):
        for call, id in texts(module):
            if not isinstance(id, ast.Constant):
                continue
            parameters = given(call)
            if id.value not in CATALOGS["en"]:
                wrong.append(f"{name(module)}:{call.lineno} {id.value!r} is in no catalog")
            elif parameters is not None and (lacks := fields(forms(CATALOGS["en"][id.value])[-1]) - parameters):
                wrong.append(f"{name(module)}:{call.lineno} {id.value!r} lacks {sorted(lacks)}")
    assert wrong == []


def test_every_message_is_used() -> None:
    literals = {str(literal.value) for module in modules(*MAY_IMPORT) for literal in strings(module)}
    made = re.compile("|".join(sorted({pattern for module in modules(*MAY_IMPORT) for pattern in built(module)})))
    assert [id for id in CATALOGS["en"] if id not in literals and not made.fullmatch(id)] == []


def test_ids_are_names() -> None:
    assert [id for id in CATALOGS["en"] if not ID.fullmatch(id)] == []


def test_no_file_names_a_registry() -> None:
    # Put together here, so that this file does not name them either.
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"))]
    pattern = "|".join([*hosts, "index" + "-url", "/" + "simple/"])
    found = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (found.stdout, found.stderr) == ("", "")


def test_wheel_holds_what_the_code_reads(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())
    data = [path for folder in MAY_IMPORT for path in (ROOT / folder).rglob("*.*") if path.suffix != ".pyc"]
    assert {name(path) for path in data} - held == set()
    assert not any(each.startswith(("tests/", "scripts/")) for each in held)
