"""What people ask for outside an interview, and what follows when one ends: it takes the records to grant it."""
