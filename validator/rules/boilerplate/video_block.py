"""BPL007: the heading of an empty video block stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.lexicons.fold import level
from validator.model.article import Article, Line
from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines, following

_BULLETS = "-–—•*·"
_BARE = frozenset({"video", "videos", "vidéo", "vidéos", "vídeo", "wideo", "видео", "відео", "فيديو", "视频", "動画"})


class VideoBlock(MarkedLines):
    """The heading of a video that the text does not hold is no part of an article.

    It announces what is not there: a reader finds a hole, and a model learns headings without content.
    """

    code = "BPL007"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.video_block"
    triggers: ClassVar = frozenset()  # a bare word is of no section
    thing: ClassVar = "a video block"
    examples = (
        good("Les vidéos associées au procès ont été versées au dossier lundi, a indiqué le parquet de Rennes."),
        good(
            "Trois films à voir\n\nLe festival de Sète s'ouvre mardi avec une sélection de trois films courts.\n\n"
            "Vidéos associées :\n\n- La halle, de Jeanne Morel\n- Le quai, de Paul Rey\n- La criée, d'Ana Costa"
        ),
        good(
            "Drei Filme vom Hafen\n\nDas Stadtarchiv von Wismar zeigt am Dienstag drei kurze Filme vom alten Hafen.\n\n"
            "Videos:\n\n- Die Werft, 1931\n- Der letzte Kutter, 1958\n- Eis im Becken, 1963"
        ),
        bad(
            "La halle de Sète sera rénovée\n\nVidéos associées :\n\nLe conseil municipal a voté lundi soir la "
            "rénovation de la halle, pour neuf millions d'euros.",
            at=("Vidéos associées :",),
        ),
        bad(
            "В Казани запустили ночной трамвай\n\nПервый ночной трамвай прошёл по маршруту от вокзала до Азино в "
            "минувшую пятницу.\n\nВидео по теме:",
            at=("Видео по теме:",),
        ),
        bad(
            "El molino vuelve a moler\n\nEl ayuntamiento ha reabierto el molino después de diez años de obras.\n\n"
            "Videos relacionados\n\nEl primer saco de harina se repartió entre los vecinos.",
            at=("Videos relacionados",),
        ),
        bad(
            "运河老码头重新开放\n\n运河老码头近日重新开放，游客可以乘船一直到达古镇，票价十元。\n\n相关视频：",
            at=("相关视频：",),
        ),
    )

    def kept(self, article: Article, found: list[Line]) -> list[Line]:
        """Headings without a list below them, and the bare word with a colon and nothing behind it."""
        bare = [line for line in article.lines if len(line.text) < 10 and _is_bare(line)]
        below = [(line, following(article, line)) for line in (*found, *(one for one in bare if one not in found))]
        return [line for line, after in below if after is None or after.text[0] not in _BULLETS]


def _is_bare(line: Line) -> bool:
    return line.text.endswith((":", "：")) and level(line.text).rstrip(" :") in _BARE
