"""For all tests: hypothesis tries the same examples in every run and sets no time limits, so that neither chance nor a
busy machine changes anything. `--hypothesis-profile=default` searches anew."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")
