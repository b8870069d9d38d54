"""Values that are required: standards with their units, whole statements, weights."""
