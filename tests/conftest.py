"""Settings for all tests."""

import os

from hypothesis import settings

# A shared machine pauses now and then: no test may fail for the time it takes. At a desk every run tries new examples;
# what CI judges shall not depend on chance.
settings.register_profile("kpibot", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("kpibot")
