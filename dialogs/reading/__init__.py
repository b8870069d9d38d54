"""Understanding answers: pure functions from what was written to a value, or Unread with the reason why not."""
