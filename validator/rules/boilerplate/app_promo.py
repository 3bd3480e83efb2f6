"""BPL014: an advertisement for the site's app stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class AppPromo(MarkedLines):
    """An advertisement for the site's own app is no part of an article.

    It is repeated under every article and says nothing about any of them.
    """

    code = "BPL014"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.app_promo"
    thing: ClassVar = "an advertisement for an app"
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "L'application de la halle, que l'on peut télécharger depuis mardi, affiche le prix des huîtres."
        ),
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Traders download the app before breakfast and read the prices aloud to those without a phone."
        ),
        good(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "市場のアプリをダウンロードした人は三百人を超え、魚の値段を見てから家を出る客が増えたという。"
        ),
        good(
            "El mercado estrena techo\n\nEl pleno aprobó el lunes la reforma del mercado, por nueve millones.\n\n"
            "La frutera abre el bolso, descarga gratis la app del mercado y pregunta dónde se paga.\n\n"
            "Descarga de camiones habrá hasta las nueve, como siempre."
        ),
        good(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "市场自己的客户端每天免费推送菜价，下载量已经超过三万次。\n\n门口的牌子写着“扫码下载客户端，资讯更多”。"
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Téléchargez notre application",
            at=("Téléchargez notre application",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Laden Sie unsere App herunter und verpassen Sie keine Nachricht",
            at=("Laden Sie unsere App herunter und verpassen Sie keine Nachricht",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "حمل تطبيقنا",
            at=("حمل تطبيقنا",),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "下载新闻客户端",
            at=("下载新闻客户端",),
        ),
        bad(
            {
                "text": "Markthal krijgt nieuw dak\n\nDe raad besloot maandag de markthal voor negen miljoen te "
                "herstellen.\n\nHet werk begint in het voorjaar en duurt twee jaar, zei de wethouder dinsdag.\n\n"
                "Installeer de app van Het Scheldeblad",
                "outlet": "Het Scheldeblad",
            },
            at=("Installeer de app van Het Scheldeblad",),
        ),
        bad(
            "Рынок отремонтируют\n\nГородской совет в понедельник решил отремонтировать рынок за девять миллионов.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Установите приложение «Заречье» из RuStore и получайте уведомления первыми",
            at=("Установите приложение «Заречье» из RuStore и получайте уведомления первыми",),
        ),
        bad(
            "Targowisko czeka na nowy dach\n\nRada miasta zdecydowała w poniedziałek o remoncie hali targowej.\n\n"
            "Prace ruszą wiosną i potrwają dwa lata, zapowiedział burmistrz podczas spotkania z mieszkańcami.\n\n"
            "Chcesz być na bieżąco? Ściągnij bezpłatną aplikację mobilną",
            at=("Chcesz być na bieżąco? Ściągnij bezpłatną aplikację mobilną",),
        ),
    )
