"""Pages of East Asia, of the Arab world, of Turkey and of the east of Europe: who signs, credits and dates them."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.lexicons.lexicon import vocabulary
from validator.model.article import Role
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits import signals
from validator.normalise.dates import moments
from validator.normalise.layout import forms, lines
from validator.normalise.names import bylines
from validator.read.fields import to_record
from validator.read.html import of_page

MENUS = {
    "ja": "トップ|県内ニュース|スポーツ|おくやみ|論説|紙面ビューアー|会員登録|ログイン|文化|経済|暮らし|教育|天気|写真",
    "ar": "الرئيسية|أخبار|محافظات|حوادث|رياضة|فن وثقافة|اقتصاد|سياسة|صحة|تكنولوجيا|منوعات|مقالات|فيديو|صور",
    "tr": "Gündem|Asayiş|Siyaset|Spor|Tarım|Foto Galeri|Ekonomi|Dünya|Yaşam|Sağlık|Eğitim|Magazin|Video|Anasayfa",
    "uk": "Головна|Влада|Суспільство|Кримінал|Передплата|Афіша|Спорт|Культура|Економіка|Освіта|Відео|Архів|Фото",
}
ENDS = {
    "ja": "関連記事|アクセスランキング",
    "ar": "تعليقات|جميع الحقوق محفوظة",
    "tr": "Yorumlar (2)|Künye",
    "uk": "Залишити відповідь|Контакти",
}
TEXTS = {
    "ja": (
        "若葉町の渡し船、六月末で運航を終える",
        "若葉町と小島を結ぶ渡し船が六月末で運航を終える。船頭は町に住む八十一歳の男性で、五十七歳から櫓をこいできた。町は後任を募っている。",
        "渡し船は岸壁から小島まで百八十メートルを三分で渡る。運賃は無料で、呼び鈴の代わりに空き缶を棒でたたくと船が来る仕組みになっている。",
        "島に店はなく、週に二回の移動販売も岸壁までしか来ない。住民の女性は、船が止まれば病院にも行けなくなると不安を口にしている。",
    ),
    "ar": (
        "عودة العبارة إلى الجزيرة بعد تسعة أشهر من التوقف",
        (
            "عادت العبارة القديمة إلى العمل صباح أمس بعد توقف دام "
            "تسعة أشهر، واستقبلها سكان الجزيرة بالزغاريد والحلوى على رصيف الميناء الصغير."
        ),
        (
            "وقال مدير الميناء إن إصلاح المحرك كلف مليوني جنيه، وإن الطاقم "
            "المكون من تسعة بحارة تدرب طوال الشتاء على الطريق الجديد بين الضفتين."
        ),
        (
            "ويعيش على الجزيرة نحو ثلاثة آلاف نسمة يعتمدون على العبارة في "
            "الوصول إلى المدرسة والسوق والمستشفى، ولا جسر يربطهم بالبر حتى اليوم."
        ),
    ),
    "tr": (
        "Değirmendere köylüleri eski köprüyü kendi elleriyle onardı",
        (
            "Kuzgun'un Değirmendere köyünde yaşayanlar, iki yıldır kapalı olan taş "
            "köprüyü kendi imkânlarıyla onardı ve pazar günü yeniden geçişe açtı."
        ),
        (
            "Köylüler taşları dereden çıkardıklarını, harcı da eski ustaların "
            "tarifine göre kardıklarını, belediyeden ise yalnızca kum istediklerini anlattı."
        ),
        (
            "Muhtar, köprünün kapalı olduğu sürede çocukların okula gitmek için "
            "on iki kilometre dolaştığını, kışın ise servisin hiç çalışmadığını söyledi."
        ),
    ),
    "uk": (
        "Шкільний автобус знову їздить до віддаленого села",
        (
            "Після двох років перерви шкільний автобус знову їздить до віддаленого села "
            "за річкою, і дітям більше не треба йти пішки вісім кілометрів."
        ),
        (
            "Дорогу засипали щебенем самі мешканці, бо громада грошей так і "
            "не виділила, а машину полагодив місцевий механік зі свого власного гаража."
        ),
        (
            "У відділі освіти кажуть, що наступного року планують купити ще "
            "один автобус, якщо на це вистачить коштів обласної програми підтримки шкіл."
        ),
    ),
}
REST = "店主表示，這些貓都是從附近的巷子裡救回來的，牠們每天下午都會在窗邊曬太陽，許多市民特地前來看望牠們。"


def read(language, header="", below=""):
    """A whole page as text: menu, headline, lines above the text, paragraphs, lines below it, furniture."""
    headline, *told = TEXTS[language]
    parts = (*MENUS[language].split("|"), headline, *header.split("|"), *told, *below.split("|"))
    text = "\n".join(one for one in (*parts, *ENDS[language].split("|")) if one)
    return normalise(to_record({"text": text}, Location("a.txt"), record_map("default").names))


def signed(article):
    return [one.value for one in article.authors]


def credited(article):
    return [one.value for one in article.credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（仁科貴志）", ["仁科貴志"]),
        ("（報道部・仁科貴志）", ["仁科貴志"]),
        ("（敬称略）", []),
        ("（青木町）", []),
        ("（佐藤美咲）|（鈴木大輔）", []),
    ],
)
def test_a_name_in_brackets_alone_below_the_text_signs_it(line, names):
    assert signed(read("ja", "2024年5月9日 5時00分", line)) == names


def test_house_office_and_name_beside_the_date():
    assert signed(read("ja", "若葉経済新聞　編集委員　仁科貴志|2024/5/9 6:30")) == ["仁科貴志"]


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("zh", "青河報／ 記者周啟航／山城即時報導", ["周啟航"]),
        ("zh", "青河報 記者周啟航", ["周啟航"]),
        ("zh", "文｜青河周刊 周启航 林晓雯", ["周启航", "林晓雯"]),
        ("ja", "[仁科貴志，北浜テクノ]", ["仁科貴志"]),
        ("ja", "［仁科貴志，佐藤美咲，北浜テクノ］", ["仁科貴志", "佐藤美咲"]),
    ],
)
def test_a_house_beside_its_reporters_is_none_of_them(language, line, authors):
    assert [one.value for one in bylines.split(line, vocabulary(language))] == authors
    assert bylines.looks_like(line, vocabulary(language))


def test_a_name_before_a_reporter_is_no_house():
    assert [one.value for one in bylines.split("林大同／記者周啟航", vocabulary("zh"))] == ["林大同", "周啟航"]


def test_a_house_in_brackets_below_the_date():
    assert signed(read("ja", "2024年5月9日 5時00分 公開|[仁科貴志，北浜テクノ]")) == ["仁科貴志"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [("仁科貴志佐藤美咲", ["仁科貴志", "佐藤美咲"]), ("山口県知事選挙", []), ("佐藤前首相会見", [])],
)
def test_two_names_with_nothing_between_them_above_the_date(line, authors):
    assert signed(read("ja", f"{line}|2024年5月9日 5時00分")) == authors


def test_every_name_above_the_date_outweighs_the_house_that_the_metadata_name():
    headline, *told = TEXTS["ja"]
    head = '<meta name="author" content="若葉日報"><meta property="og:site_name" content="若葉日報">'
    names = "<div><span><a href='/a'>仁科貴志</a></span><span><a href='/b'>佐藤美咲</a></span></div>"
    menu = "".join(f"<li><a href='/x'>{one}</a></li>" for one in MENUS["ja"].split("|"))
    shown = f"<ul>{menu}</ul><h1>{headline}</h1>{names}<time>2024年5月9日 5時00分</time>"
    body = "".join(f"<p>{one}</p>" for one in told)
    page = f"<html lang='ja'><head><title>{headline}</title>{head}</head><body>{shown}{body}</body></html>"
    assert signed(normalise(of_page(page.encode(), Location("a.html"), {}))) == ["仁科貴志", "佐藤美咲"]


def test_the_day_of_an_issue_does_not_date_the_article_beside_its_own():
    issue = "来源于 《青河周刊》 2024年第19期 出版日期 2024年5月13日"
    for header, day in ((f"{issue}\n2024年5月9日 16:20", "2024-05-09T16:20"), (issue, "2024-05-13")):
        record = {"title": "巷子裡的貓", "text": f"巷子裡的貓\n{header}\n{REST}", "language": "zh"}
        article = normalise(to_record(record, Location("a.txt"), record_map("default").names))
        assert article.published.value.value == day


def test_a_remark_in_brackets_is_no_signature():
    assert not bylines.looks_like("[写真，北浜テクノ]", vocabulary("ja"))


@pytest.mark.parametrize(
    ("line", "values"),
    [("煙囪入夜後打上燈光。記者周啟航／攝影", ["周啟航"]), ("他從小就喜歡攝影", [])],
)
def test_a_photographer_before_a_slash(line, values):
    seen = credit_lines.find(line, vocabulary("zh"), caption=True)
    assert [one.value for one in [seen] if one] == values


def test_what_is_no_house_before_an_office():
    assert not bylines.looks_like("観光情報　編集委員　仁科貴志", vocabulary("ja"))


@pytest.mark.parametrize(
    ("opening", "author"),
    [("〔記者周啟航／台北報導〕", "周啟航"), ("〔台北訊〕", "青河時報電子報"), ("（周啟航）", "青河時報電子報")],
)
def test_a_reporter_who_opens_the_text_outweighs_the_house_that_the_metadata_name(opening, author):
    head = '<meta name="author" content="青河時報電子報"><meta property="og:site_name" content="青河時報電子報">'
    told = f"<p>{opening}台北市一間咖啡館收留了七隻流浪貓。{REST}</p><p>{REST}</p><p>{REST}</p>"
    body = f"<article><h1>咖啡館收留流浪貓</h1><div>2024/07/19 05:30</div>{told}</article>"
    page = f"<html lang='zh-Hant'><head><title>咖啡館收留流浪貓</title>{head}</head><body>{body}</body></html>"
    assert signed(normalise(of_page(page.encode(), Location("a.html"), {}))) == [author]


@pytest.mark.parametrize(
    ("closing", "authors"),
    [
        ("【佐藤美咲、鈴木大輔】", ["佐藤美咲", "鈴木大輔"]),
        ("（敬称略）", ["若葉日報"]),
        ("【若葉日報】", ["若葉日報"]),
    ],
)
def test_reporters_who_close_the_text_outweigh_the_house_that_the_metadata_name(closing, authors):
    headline, *told = TEXTS["ja"]
    head = '<meta name="author" content="若葉日報"><meta property="og:site_name" content="若葉日報">'
    body = "".join(f"<p>{one}</p>" for one in (*told[:-1], told[-1] + closing))
    shown = f"<article><h1>{headline}</h1><div>2024年5月9日 5時00分</div>{body}</article>"
    page = f"<html lang='ja'><head><title>{headline}</title>{head}</head><body>{shown}</body></html>"
    assert signed(normalise(of_page(page.encode(), Location("a.html"), {}))) == authors


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("▲ 주민들이 장터에서 술을 거르고 있다. (사진=솔내군 제공)", "솔내군"),
        ("사진=솔내군청 제공", "솔내군청"),
        ("사진제공=솔내군", "솔내군"),
    ],
)
def test_a_giver_is_credited_without_the_word_for_giving(line, value):
    assert credit_lines.find(line, vocabulary("ko")).value == value


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("الأحد 08/أكتوبر/2017 - 03:15 م", "2017-10-08T15:15"),
        ("8 أكتوبر 2017 9:30 ص", "2017-10-08T09:30"),
        ("8 أكتوبر 2017، 12:05 صباحًا", "2017-10-08T00:05"),
        ("8 أكتوبر 2017، 11:40 مساءً", "2017-10-08T23:40"),
        ("8 أكتوبر 2017 - 03:15 من يوم الأحد", "2017-10-08T03:15"),
    ],
)
def test_the_halves_of_the_day_in_arabic(text, time):
    assert [seen.moment.value for seen in moments.find(text, "ar")] == [time]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتبت ـ هبة عبد الرازق", ["هبة عبد الرازق"]),
        ("طنطا: سامي الخطيب", ["سامي الخطيب"]),
        ("رأس البر (مصر): سامي الخطيب", ["سامي الخطيب"]),
        ("طنطا: العبارة تعود إلى العمل", []),
        ("الميناء: إصلاح المحرك", []),
    ],
)
def test_who_signs_an_arabic_page(line, names):
    assert signed(read("ar", f"الأحد 08/أكتوبر/2017 - 03:15 م|{line}")) == names


def test_a_place_with_its_country_and_a_colon_above_a_name_signs_nothing():
    assert signed(read("ar", "رأس البر (مصر):|سامي الخطيب|الأحد 08/أكتوبر/2017 - 03:15 م")) == ["سامي الخطيب"]


def test_the_days_of_two_calendars_above_the_headline_are_the_sites_clock():
    clock = "الجمعة - 22 شهر رمضان 1441 هـ - 15 مايو 2020 مـ رقم العدد [15144]"
    own = "الخميس - 21 شهر رمضان 1441 هـ - 14 مايو 2020 مـ"
    headline, *told = TEXTS["ar"]
    parts = (*MENUS["ar"].split("|"), clock, headline, own, *told, *ENDS["ar"].split("|"))
    article = normalise(to_record({"text": "\n".join(parts)}, Location("a.txt"), record_map("default").names))
    assert article.title.value == headline
    assert article.published.value.value == "2020-05-14"
    assert not article.authors


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("العبارة الزرقاء - تصوير: محمد عبد الرسول", "ar", "محمد عبد الرسول"),
        ("The quay at dawn - Photo: Isla Macrae", "en", "Isla Macrae"),
        ("The quay at dawn - Photos: the whole regatta", "en", None),
        ("A day in the life - photo Friday is back", "en", None),
    ],
)
def test_a_label_behind_a_hyphen_names_a_person_or_an_agency(line, language, value):
    words = vocabulary(language, "en")
    seen = credit_lines.find(line, words) if signals.possible(line, line.lower(), words) else None
    assert (seen.value if seen else None) == value


@pytest.mark.parametrize(
    ("line", "names"),
    [("SELİN KARAOĞLAN – KUZGUN", ["SELİN KARAOĞLAN"]), ("TAŞ KÖPRÜ – KUZGUN", []), ("SELİN KARAOĞLAN – ESKİYAKA", [])],
)
def test_a_name_and_the_place_that_the_text_tells_of_sign_a_turkish_page(line, names):
    caption = "Kadınlar derenin kıyısında. (Fotoğraf: Selin Karaoğlan)"
    assert signed(read("tr", f"Facebook'ta PaylaşTwitter'da PaylaşWhatsApp|{caption}|{line}")) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Selin KARAOĞLAN - Emre ATAY / KUZGUN, (AKH)", ["Selin KARAOĞLAN", "Emre ATAY"]),
        ("Selin KARAOĞLAN / YENİ KUZGUN", ["Selin KARAOĞLAN"]),
        ("Selin KARAOĞLAN/KUZGUN (Eskiyaka), (AKH)", ["Selin KARAOĞLAN"]),
        ("Selin Ece KARAOĞLAN/KUZGUN (AKH)", ["Selin Ece KARAOĞLAN"]),
        ("Selin KARAOĞLAN / Köy muhtarı, (AKH)", []),
    ],
)
def test_an_agencys_reporters_sign_with_surnames_in_capitals_before_place_and_agency(line, names):
    standfirst = "Kadınlar taş köprüyü üç yılda onardı, harcı da eski ustaların tarifine göre kendileri kardı."
    assert signed(read("tr", f"{standfirst}|{line}")) == names


def test_an_invitation_behind_a_labelled_day_leaves_the_day():
    line = "Oluşturulma Tarihi: Mayıs 09, 2024 10:21 Güncelleme Tarihi: Mayıs 10, 2024 11:54 Google News'te takip et"
    article = read("tr", line)
    assert (article.published.value.value, article.modified.value.value) == ("2024-05-09T10:21", "2024-05-10T11:54")
    assert read("tr", "Mayıs 2024 bültenimize abone olun").published.value is None


@pytest.mark.parametrize(
    ("line", "bar"),
    [
        ("Facebook'ta PaylaşTwitter'da PaylaşWhatsApp", True),
        ("FacebookTwitterWhatsApp", True),
        ("WhatsApp", True),
        ("Facebook'ta PaylaşAyşe Karaoğlan", False),
        ("McDonald", False),
        ("COMMENTSSHAREREAD LATER", True),
        ("COMMENTSSHAREPAULA ROE", False),
    ],
)
def test_the_buttons_of_a_share_bar_glued_together_are_furniture(line, bar):
    assert ("boilerplate.share_bar" in lines.split(line)[0].marks) is bar


def test_a_credit_without_a_colon_below_the_signature():
    article = read("uk", "5 Жовтня, 2018", "Тарас ГУМЕННИЙ.|Світлина Лесі Бондарчук.")
    assert signed(article) == ["Тарас ГУМЕННИЙ"]
    assert credited(article) == ["Лесі Бондарчук"]


def test_a_row_of_sections_and_a_row_of_rates_are_no_headline():
    told = (
        "Ихтиолог сорок лет считает рыбу в малом море и рассказывает, почему улов снова падает.",
        "Плотина держит воду, но не создаёт её, и река дала в этом году на два кубокилометра меньше.",
    )
    parts = ("$ 467,8 € 488,1 ₽ 8,41", "Бизнес Экология Интервью Қазақша", "Мы думали, что море не вернётся", *told)
    article = normalise(to_record({"text": "\n".join(parts)}, Location("a.txt"), record_map("default").names))
    assert article.title.value == "Мы думали, что море не вернётся"
    assert next(one for one in article.lines if one.text == parts[2]).role is Role.TITLE


def test_the_sites_name_stands_over_its_menu():
    top = lines.split("صحيفة ضفاف اليوم\n• الرئيسية\n• محليات\nسامي الخطيب\n• الرئيسية\nعادت العبارة القديمة إلى العمل")
    assert [at for at in range(len(top)) if forms.heads_menu(top, at)] == [0]
