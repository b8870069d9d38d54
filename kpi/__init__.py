"""The method of KPI interviews as plain values and functions; imports nothing of ours and no framework."""
