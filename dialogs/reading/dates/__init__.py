"""Dates, rhythms, spans of days and time zones."""
