"""Numerals, in digits and in words, in English and Chinese."""
