"""Text as it comes: freed of odd characters, folded, cut into tokens; its language and its politeness."""
