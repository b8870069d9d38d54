"""Figures that are reported: which number is whose, and what stands beside it."""
