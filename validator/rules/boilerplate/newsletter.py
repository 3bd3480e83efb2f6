"""BPL003: an invitation to a newsletter or a channel stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class Newsletter(MarkedLines):
    """An invitation to subscribe to the site's own newsletter or channel is no part of an article.

    It is advertising in the imperative, repeated under every article; it skews counts, and a model learns
    to solicit addresses.
    """

    code = "BPL003"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.newsletter"
    thing: ClassVar = "an invitation to a newsletter"
    examples = (
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Newsletters are eating the local press, and the market's own one has nine thousand readers."
        ),
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "« Inscrivez-vous à notre newsletter », lit-on sur la porte de la halle, où personne ne s'arrête plus."
        ),
        good(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "市場のニュースレターに登録した人には、朝四時に魚の値段が届く。読者は九千人になった。"
        ),
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "La mairie envoie une lettre, sa newsletter, chaque lundi. Inscrivez-vous en mairie.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé le maire mardi."
        ),
        bad(
            "Wolf reißt Schafe\n\n"
            "In der Nacht zu Dienstag sind sechs Schafe getötet worden, ein Gutachter prüft den Fall.\n\n"
            "Mehr aus der Region lesen Sie in unserem Newsletter. Hier anmelden\n\n"
            "Das Land ersetzt den Schaden, wenn der Herdenschutz den Vorgaben entsprach, teilte der Kreis mit.",
            at=("Mehr aus der Region lesen Sie in unserem Newsletter. Hier anmelden",),
        ),
        bad(
            "Νέο πάρκο στον Βόλο\n\n"
            "Άνοιξε τις πύλες του την Κυριακή το νέο πάρκο στην παραλία του Βόλου, με 450 δέντρα και παιδική χαρά.\n\n"
            "Ακολουθήστε τον Θεσσαλό στο Google News",
            at=("Ακολουθήστε τον Θεσσαλό στο Google News",),
        ),
        good(
            "How residents hear of plans\n\nThe council has looked at how residents hear of its plans before they are "
            "made.\n\nNewsletter\n\nOnly one household in nine reads what the town hall sends out on Fridays, the "
            "study says.\n\nPosters are read by all."
        ),
        good(
            "El mercado estrena techo\n\nEl pleno aprobó el lunes la reforma del mercado, por nueve millones.\n\n"
            "El frutero mira el móvil, recibe gratis la newsletter del mercado y cambia los carteles cada mañana.\n\n"
            "Las obras empiezan en otoño y durarán dos años, según el ayuntamiento."
        ),
        good(
            "Рынок отремонтируют\n\nГородской совет в понедельник решил отремонтировать рынок за девять миллионов.\n\n"
            "Подписчики нашего рынка, как шутят торговцы, читают телеграм-канал бесплатно и каждое утро.\n\n"
            "На воротах написано: «Подписывайтесь на наш телеграм-канал»."
        ),
        bad(
            "Új tetőt kap a vásárcsarnok\n\nA képviselő-testület hétfőn döntött a vásárcsarnok felújításáról.\n\n"
            "A munka tavasszal kezdődik, és két évig tart, közölte kedden a polgármester.\n\n"
            "Iratkozzon fel hírlevelünkre!",
            at=("Iratkozzon fel hírlevelünkre!",),
        ),
        good(
            "Új tetőt kap a vásárcsarnok\n\nA képviselő-testület hétfőn döntött a vásárcsarnok felújításáról.\n\n"
            "A munka tavasszal kezdődik, és két évig tart, közölte kedden a polgármester.\n\n"
            "A hírlevél, amelyre kilencezren iratkoztak fel, hajnalban érkezik a halárakkal."
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Inscrivez-vous à notre newsletter",
            at=("Inscrivez-vous à notre newsletter",),
        ),
        bad(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Подписывайтесь на наш Telegram-канал",
            at=("Подписывайтесь на наш Telegram-канал",),
        ),
        bad(
            "Targowisko czeka na nowy dach\n\nRada miasta zdecydowała w poniedziałek o remoncie hali targowej za "
            "dziewięć milionów złotych.\n\nPrace ruszą wiosną i potrwają dwa lata, zapowiedział burmistrz podczas "
            "spotkania.\n\nZapisz się do naszego newslettera",
            at=("Zapisz się do naszego newslettera",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "اشترك في نشرتنا البريدية",
            at=("اشترك في نشرتنا البريدية",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Nichts aus dem Tal verpassen? Tragen Sie sich hier in unseren Newsletter ein, er kommt jeden Freitag.",
            at=(
                "Nichts aus dem Tal verpassen? Tragen Sie sich hier in unseren Newsletter ein, er kommt jeden Freitag.",
            ),
        ),
        bad(
            "Mercado ganha telhado novo\n\nA câmara decidiu na segunda-feira reformar o mercado por nove milhões.\n\n"
            "As obras começam na primavera e duram dois anos, anunciou a prefeitura num encontro com moradores.\n\n"
            "Para não perder as notícias do vale, entre no nosso canal do Telegram",
            at=("Para não perder as notícias do vale, entre no nosso canal do Telegram",),
        ),
        bad(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "【毎朝配信】本紙メールマガジンのご登録はこちらから",
            at=("【毎朝配信】本紙メールマガジンのご登録はこちらから",),
        ),
    )
