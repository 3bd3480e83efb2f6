"""Expectations for people's own suites: copydesk's rules inside Great Expectations, over pandas and Spark.

Importing this package imports Great Expectations and registers them; nothing else of copydesk imports it.
"""

from validator.gates.expectations.articles import (
    ExpectArticlesToPassRule,
    ExpectBodyLanguageToMatchDeclared,
    ExpectLicencesToBeValid,
    ExpectPhotoCreditsToBeValid,
)
from validator.gates.expectations.completeness import ExpectFieldCompletenessBySource

__all__ = [
    "ExpectArticlesToPassRule",
    "ExpectBodyLanguageToMatchDeclared",
    "ExpectFieldCompletenessBySource",
    "ExpectLicencesToBeValid",
    "ExpectPhotoCreditsToBeValid",
]
