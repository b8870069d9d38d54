"""What the manager gets: the plan as a picture, a spreadsheet, messages and JSON (method.md 3)."""
