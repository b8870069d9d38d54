import pytest

from dialogs.reading.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("95%", None),
        ("ok", None),
        ("KPI", None),
        ("👍", None),
        ("经销商和门店", "zh_Hans"),
        ("經銷商和門店", "zh_Hant"),
        ("用ERP导出数据", "zh_Hans"),
        ("the GM, finance and our dealers", "en"),
        ("monthly report", "en"),
        ("日本語のテキスト", "other"),
        ("안녕하세요", "other"),
        ("Привет, мир", "other"),
        ("nous livrons les rapports chaque mois au directeur", "other"),
        ("her ayın sonunda raporu genel müdüre teslim ederiz", "other"),
        ("o time entrega as propostas aos clientes novos", "other"),
        ("setiap bulan kami mengirim laporan kepada manajer", "other"),
        ("Vi skickar rapporten till chefen varje månad", "other"),
        ("Gender diversity >30% at all levels", "en"),
        ("Achieve zero lost time injuries", "en"),
        ("integrated plans delivered on time", "en"),
    ],
)
def test_script_decides_first(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("setting", ["zh_Hans", "zh_Hant"])
def test_what_fits_both_scripts_keeps_the_setting(setting: str) -> None:
    assert language_of("中心主任", setting) == setting
