"""Rebuild bot/views/fonts from the font packages of the npm registry: `python scripts/build_fonts.py`.

Needs npm and fontTools. The fonts are Noto Sans SC and Noto Sans TC (SIL Open Font License 1.1), cut down to the
characters of GB 2312 and of Big5, with Latin, punctuation and symbols: the pictures then need no font of the machine.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "bot" / "views" / "fonts"
VERSION = "0.4.3"
SYMBOLS = (
    (0x0020, 0x024F),  # Latin
    (0x2010, 0x205E),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x22FF),  # letterlike, numbers, arrows, mathematics
    (0x2460, 0x24FF),  # circled numbers
    (0x25A0, 0x26FF),  # shapes
    (0x3000, 0x303F),  # punctuation of Chinese
    (0xFF00, 0xFFEF),  # full-width forms
)


def main() -> None:
    """Fetch both packages and write the two subsets, their licence and their widths."""
    widths: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for script, codec, rows in (("SC", "gb2312", range(0xA1, 0xF8)), ("TC", "big5", range(0xA1, 0xFA))):
            package = fetch(f"@expo-google-fonts/noto-sans-{script.lower()}@{VERSION}", Path(folder) / script)
            source = package / "400Regular" / f"NotoSans{script}_400Regular.ttf"
            font = cut_down(source, {*symbols(), *encoded(codec, rows)}, FONTS / f"NotoSans{script}.ttf")
            widths |= advances(font)
            shutil.copy(package / "LICENSE_FONT", FONTS / "LICENSE.txt")
    (FONTS / "widths.json").write_text(json.dumps(by_width(widths), ensure_ascii=False, indent=0), encoding="utf-8")


def fetch(package: str, folder: Path) -> Path:
    """The unpacked folder of an npm package."""
    folder.mkdir()
    subprocess.run(["npm", "pack", "--silent", "--pack-destination", str(folder), package], check=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def symbols() -> Iterator[int]:
    """The code points that both fonts get besides their Chinese characters."""
    for first, last in SYMBOLS:
        yield from range(first, last + 1)


def encoded(codec: str, rows: Iterable[int]) -> Iterator[int]:
    """The code points that a two-byte character set holds in these rows."""
    for row in rows:
        for cell in range(0x40, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode(codec))
            except UnicodeDecodeError:
                continue


def cut_down(source: Path, characters: set[int], target: Path) -> TTFont:
    """Write the font with these characters only, and return it."""
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True  # a character the font lacks shows as a box
    options.name_IDs = ["*"]  # without the name table the renderer drops the font, and all text with it
    options.layout_features = ["kern", "ccmp"]
    options.drop_tables += ["vhea", "vmtx", "STAT", "BASE"]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(target)
    sys.stdout.write(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes\n")
    return font


def advances(font: TTFont) -> dict[str, int]:
    """How wide each character of the font is, in thousandths of the font size."""
    return {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


def by_width(widths: dict[str, int]) -> dict[int, str]:
    """The characters of each width as one string."""
    return {
        width: "".join(sorted(character for character in widths if widths[character] == width))
        for width in sorted(set(widths.values()))
    }


if __name__ == "__main__":
    main()
