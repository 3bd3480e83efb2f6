"""PAG002: a check for robots stands in the article's place."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.page.stand_in import StandIn


class Captcha(StandIn):
    """What was collected is the article, not the site's check that a human asks for it.

    The page is the same for every address of the site: a crawl that met it has lost the article, and all
    its records are duplicates.
    """

    code = "PAG002"
    severity = Severity.ERROR
    section: ClassVar = "page.captcha"
    says: ClassVar = "a check for robots"
    examples = (
        good(
            "«Вы не робот?» Как капча стала зеркалом интернета\n\nФраза «Подтвердите, что вы не робот» знакома "
            "каждому, кто хоть раз покупал билеты на концерт."
        ),
        good("Robots verify humans\n\n“Verify you are human” is what the screen said when the gate jammed on Monday."),
        good(
            "市场门口的新谜题\n\n市议会周一决定在旧市场门口装上自动闸机，屏幕上写着“请确认您不是机器人”。\n\n"
            "卖菜的老人看了半天，说自己连手机都没有，怎么会是机器人，工作人员只好替他按下按钮。"
        ),
        good(
            "Roboter prüft die Brücke\n\nEin Roboter soll von Montag an prüfen, ob die Seile der Brücke noch halten. "
            "Kein Mensch kommt so nah an sie heran, sagt die Stadt."
        ),
        bad(
            "Проверка браузера\n\nПодтвердите, что вы не робот\n\nЭто займёт несколько секунд.",
            at=("Проверка браузера", "Подтвердите, что вы не робот"),
        ),
        bad("Vérifiez que vous n'êtes pas un robot\n\nMerci.", at=("Vérifiez que vous n'êtes pas un robot",)),
        bad(
            "ロボットではないことを確認してください\n\n数秒お待ちください。",
            at=("ロボットではないことを確認してください",),
        ),
        bad("يرجى التأكيد أنك لست روبوتا\n\nقد يستغرق ذلك بضع ثوان.", at=("يرجى التأكيد أنك لست روبوتا",)),
        bad(
            "Eerst even dit\n\nWe controleren of je browser veilig is en of je geen robot bent.\n\n"
            "Daarna ga je vanzelf door naar de krant.",
            at=("We controleren of je browser veilig is en of je geen robot bent.",),
        ),
    )
