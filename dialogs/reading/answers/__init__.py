"""What an answer does: it chooses, decides, lists, or changes what was said."""
