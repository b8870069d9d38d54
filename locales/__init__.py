"""The words: Babel catalogs en, zh_Hans, zh_Hant, and how values are put into them."""
