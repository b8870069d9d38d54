"""Commands that take more than a few lines, a file each; bot/cli.py names them all."""
