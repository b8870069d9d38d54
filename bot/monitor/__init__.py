"""What an operator, and the programs that watch for one, can see of kpibot while it runs."""
