"""kpibot on Telegram, through aiogram: updates become acts, parcels become messages; nothing else is decided here."""
