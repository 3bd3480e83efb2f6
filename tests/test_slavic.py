"""Bulgarian, Croatian, Serbian, Slovak: who wrote it and when, pictures, furniture, and what is none."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import sections
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

ARTICLES = {
    "bg": (
        "Мостът при Върбово се затваря за година",
        ("Автор: Мария Колева", "Публикувано: 12 май 2025, 09:20"),
        "Мостът над реката се затваря за движение за една година заради пукнатини, съобщиха от общината вчера.",
        "Мостът при Върбово. Снимка: Петър Велчев",
        "Хората ще минават по обходен път от десет километра и казват, че никой не ги е попитал кога им е удобно.",
        ("Прочетете още: Новият път отваря през лятото", "Сподели във Facebook", "Последвайте ни във Facebook"),
        ("Мария Колева", "Петър Велчев"),
    ),
    "hr": (
        "Most kod Vrbova zatvara se na godinu dana",
        ("Piše: Marija Kovač", "Objavljeno: 12. svibnja 2025. u 09:20"),
        "Most preko rijeke zatvara se za promet na godinu dana zbog pukotina, priopćili su jučer iz općine Vrbovo.",
        "Most kod Vrbova. Snimio: Petar Horvat",
        "Mještani će deset kilometara voziti zaobilaznicom i kažu da ih nitko nije pitao kada im to odgovara.",
        ("Pročitajte i: Nova cesta otvara se ljeti", "Podijeli na Facebooku", "Pratite nas na Facebooku"),
        ("Marija Kovač", "Petar Horvat"),
    ),
    "sr": (
        "Мост код Врбова затвара се на годину дана",
        ("Пише: Марија Ковач", "Објављено: 12. маја 2025, 09:20"),
        "Мост преко реке затвара се за саобраћај на годину дана због пукотина, саопштено је јуче из општине.",
        "Мост код Врбова. Фото: Петар Илић",
        "Мештани ће десет километара возити обилазним путем и кажу да их нико није питао када им то одговара.",
        ("Прочитајте још: Нови пут отвара се лети", "Бонус видео:", "Пратите нас на Фејсбуку"),
        ("Марија Ковач", "Петар Илић"),
    ),
    "sk": (
        "Most pri Vrbove zatvoria na celý rok",
        ("Autor: Mária Kováčová", "Publikované: 12. mája 2025, 09:20"),
        "Most cez rieku zatvoria pre dopravu na celý rok, pretože sa na ňom našli trhliny, oznámila včera obec.",
        "Most pri Vrbove. Foto: Peter Hudec",
        "Obyvatelia budú jazdiť desať kilometrov po obchádzke a vravia, že sa ich nikto neopýtal, kedy sa im to hodí.",
        ("Čítajte aj: Nová cesta sa otvorí v lete", "Zdieľať na Facebooku", "Prihláste sa na odber noviniek"),
        ("Mária Kováčová", "Peter Hudec"),
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_who_wrote_it_when_and_what_is_furniture(language):
    title, header, lead, caption, body, foot, (author, photographer) = ARTICLES[language]
    article = normalise(Record(Location("drop.jsonl", 1), "\n\n".join([title, *header, lead, caption, body, *foot])))
    assert article.language.value == language
    assert article.title.value == title
    assert [(one.value, one.kind) for one in article.authors] == [(author, "person")]
    assert article.published.value is not None
    assert article.published.value.value[:10] == "2025-05-12"
    assert [one.value for one in article.credits] == [photographer]
    roles = {line.text: line.role for line in article.filled}
    assert {roles[line] for line in foot} == {Role.BOILERPLATE}


@pytest.mark.parametrize(
    "line",
    [
        "Прочетете и двете писма, казва тя.",
        "Реклама по радиото струваше два лева.",
        "Pročitajte i večeras, djeci će goditi priča.",
        "Podržite nas, vikali su radnici pred tvornicom.",
        "Podijeli kruh sa susjedom, govorila je baka.",
        "Čítajte aj nahlas, radí knihovníčka.",
        "Sledujte nás, povedal horár a vykročil.",
    ],
)
def test_sentences_are_no_furniture(line):
    assert not {one for one in sections(line) if one.startswith(("boilerplate.", "page."))}
