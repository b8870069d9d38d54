"""Settings for all tests."""

from hypothesis import settings

# A shared machine pauses now and then: no test may fail for the time it takes.
settings.register_profile("kpibot", deadline=None, print_blob=True)
settings.load_profile("kpibot")
