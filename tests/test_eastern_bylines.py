"""Bylines of texts as crawls bear them, in languages from Slovenia to Japan: who signs, and what is no name."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.normalise.names import names

# Two paragraphs of each language.
TOLD = {
    "ar": (
        "أغلقت البلدية الجسر القديم فوق النهر لمدة عام كامل بعد اكتشاف تشققات خطيرة في أعمدته خلال الفحص السنوي.",
        "وقال السكان إنهم سيضطرون إلى السير عشرة كيلومترات كل صباح للوصول إلى أعمالهم في الجهة الأخرى من النهر.",
    ),
    "fa": (
        "شهرداری پل قدیمی روی رودخانه را به دلیل ترک‌هایی که در پایه‌های آن پیدا شده به مدت یک سال خواهد بست.",
        "ساکنان می‌گویند که باید هر روز صبح ده کیلومتر راه بروند تا به محل کار خود در آن سوی رودخانه برسند.",
    ),
    "he": (
        "הגשר הישן מעל הנחל ייסגר לתנועה למשך שנה בשל סדקים שהתגלו בו, כך הודיעה המועצה בתחילת השבוע.",
        "התושבים ייאלצו לנסוע בדרך עוקפת באורך עשרה קילומטרים, ולדבריהם איש לא שאל אותם מתי נוח להם.",
    ),
    "hi": (
        "नदी पर बना पुराना पुल दरारें मिलने के कारण एक साल के लिए बंद कर दिया जाएगा, नगर परिषद ने सोमवार को बताया।",
        "निवासियों को हर सुबह दस किलोमीटर घूमकर जाना पड़ेगा और उनका कहना है कि किसी ने उनसे कुछ नहीं पूछा।",
    ),
    "tr": (
        "Nehrin üzerindeki eski köprü, ayaklarında bulunan çatlaklar nedeniyle bir yıl boyunca trafiğe kapatılacak.",
        "Mahalle sakinleri her sabah on kilometre dolaşmak zorunda kalacak ve kimsenin sormadığını söylüyor.",
    ),
    "zh": (
        "山城一间咖啡馆收留了七只流浪猫，市民每天下午都来看望它们，店主说这样的日子很热闹，也很辛苦。",
        "据了解，咖啡馆将在明年春天搬到河对岸的新店，届时猫咪们也会有自己的院子。",
    ),
    "ja": (
        "若葉町の本町アーケード街で５日、地元の中学生による手作りの屋台市が初めて開かれ、多くの人でにぎわった。",
        "市の担当者は「これほど人が集まるとは思わなかった」と話し、来年の春にも開くことを検討している。",
    ),
    "ko": (
        "강 위의 오래된 다리가 균열 때문에 일 년 동안 통제된다고 솔내시가 지난 월요일 오전 시청에서 밝혔다.",
        "주민들은 매일 아침 십 킬로미터를 돌아가야 한다며 아무도 의견을 묻지 않았다고 말했다.",
    ),
    "bg": (
        "Старият мост над реката ще бъде затворен за движение за една година заради пукнатините, открити по него.",
        "Жителите ще трябва да заобикалят десет километра, а според тях никой не ги е питал кога им е удобно.",
    ),
    "el": (
        "Η παλιά γέφυρα πάνω από το ποτάμι θα κλείσει για έναν χρόνο λόγω των ρωγμών που βρέθηκαν στους στύλους της.",
        "Οι κάτοικοι θα πρέπει να κάνουν κάθε πρωί έναν κύκλο δέκα χιλιομέτρων και λένε ότι κανείς δεν τους ρώτησε.",
    ),
    "hu": (
        "A folyón átívelő régi hidat egy évre lezárják a forgalom elől a pilléreiben talált repedések miatt, közölték.",
        "A lakóknak minden reggel tíz kilométert kell kerülniük, és azt mondják, hogy senki sem kérdezte meg őket.",
    ),
    "pl": (
        "Stary most nad rzeką zostanie zamknięty na rok z powodu pęknięć w filarach, poinformował wczoraj urząd gminy.",
        "Mieszkańcy będą musieli codziennie nadkładać dziesięć kilometrów i mówią, że nikt ich o zdanie nie pytał.",
    ),
    "ru": (
        "Старый мост через реку закроют для движения на год из-за трещин в опорах, сообщили вчера в администрации.",
        "Жителям придётся каждое утро объезжать его за десять километров, и они говорят, что их никто не спрашивал.",
    ),
    "sr": (
        "Stari most preko reke biće zatvoren za saobraćaj godinu dana zbog pukotina koje su na njemu otkrivene juče.",
        "Meštani će svakog jutra morati da obilaze deset kilometara i kažu da ih niko nije pitao kada im to odgovara.",
    ),
    "sk": (
        "Starý most cez rieku zatvoria pre dopravu na celý rok, pretože sa na ňom našli trhliny, oznámila včera obec.",
        "Obyvatelia budú jazdiť desať kilometrov po obchádzke a vravia, že sa ich nikto neopýtal, kedy sa im to hodí.",
    ),
    "sl": (
        "Most čez reko bodo zaradi razpok za eno leto zaprli za ves promet, so včeraj sporočili z občine Vrbovo.",
        "Prebivalci bodo morali vsak dan voziti po deset kilometrov dolgem obvozu in pravijo, da jih ni nihče vprašal.",
    ),
    "cs": (
        "Starý most přes řeku bude na rok uzavřen kvůli trhlinám, které se v něm našly, oznámila v pondělí radnice.",
        "Obyvatelé budou muset objíždět deset kilometrů a říkají, že se jich nikdo neptal, kdy se jim to hodí.",
    ),
    "uk": (
        "Старий міст через річку закриють на рік через тріщини, які знайшли у його опорах, повідомили у міській раді.",
        "Мешканцям доведеться щоранку їхати десять кілометрів в об'їзд, і вони кажуть, що їх ніхто не питав.",
    ),
    "id": (
        "Jembatan lama di atas sungai itu akan ditutup selama satu tahun karena retakan yang ditemukan pada tiangnya.",
        "Warga harus memutar sepuluh kilometer setiap pagi dan mereka mengatakan bahwa tidak ada yang bertanya.",
    ),
    "vi": (
        "Cây cầu cũ bắc qua sông sẽ đóng cửa trong một năm vì những vết nứt được tìm thấy ở trụ cầu.",
        "Người dân sẽ phải đi vòng mười cây số mỗi sáng và họ nói rằng không ai hỏi họ khi nào thì thuận tiện.",
    ),
    "ms": (
        "Jambatan lama di atas sungai itu akan ditutup selama setahun kerana keretakan yang ditemui pada tiangnya.",
        "Penduduk berkata mereka terpaksa memandu sejauh sepuluh kilometer setiap pagi untuk pergi ke tempat kerja.",
    ),
}


def signed(language: str, text: str) -> list[str]:
    """Who signs a text: ``{0}`` and ``{1}`` are the language's two paragraphs, ``|`` begins a line, ``¦`` is a bar."""
    lines = text.replace("|", "\n").replace("¦", "|").format(*TOLD[language])
    return [one.value for one in normalise(Record(Location("drop.jsonl", 1), lines)).authors]


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("sl", "piše Mateja Kolenc Dobnik||{0}|{1}", ["Mateja Kolenc Dobnik"]),
        ("ms", "Jambatan lama ditutup setahun||Penulis: Roslan Hamid||{0}|{1}", ["Roslan Hamid"]),
    ],
)
def test_a_language_without_a_lexicon_is_read_with_the_nearest(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|الجسر القديم", []),
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|مواد متعلقة|المضافة حديثا", []),
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|سامي عبد الحميد", ["سامي عبد الحميد"]),
        ("fa", "پل قدیمی رودخانه یک سال بسته می‌شود|گفتگو با منوچهر فرزانه|{0}|{1}", []),
        ("fa", "پل قدیمی رودخانه یک سال بسته می‌شود|{0}|{1}|کد مطلب :|251873|news.example/kTqW2", []),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|סדקים בגשר|{0}|{1}", []),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|עומר לוינסון|{0}|{1}", ["עומר לוינסון"]),
        ("hi", "नदी पर बना पुराना पुल एक साल बंद रहेगा|पुल की दरारें|{0}|{1}", []),
        ("hi", "नदी पर बना पुराना पुल एक साल बंद रहेगा|रमेश श्रीवास्तव|{0}|{1}", ["रमेश श्रीवास्तव"]),
    ],
)
def test_without_capitals_a_line_is_a_name_where_a_given_name_shows_it(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("th", "สมชาย แก้วมณีโชติ", True),
        ("th", "ตำรวจ จับผู้ต้องหาขนประทัดร้อยลังเตรียมป่วนงานวัด", False),
        ("fa", "منوچهر فرزانه", True),
        ("fa", "گفتگو با منوچهر فرزانه", False),
    ],
)
def test_a_phrase_is_no_name(language, text, person):
    assert names.is_person(text, vocabulary(language)) == person


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("本报讯(通讯员周启航记者吴海燕){0}|{1}", ["周启航", "吴海燕"]),
        ("店主抱着一只小猫。徐志远摄|本报讯|(记者吴海燕){0}|{1}", ["吴海燕"]),
        (
            "山城咖啡馆收留七只流浪猫||本网站使用相关技术提供更好的阅读体验。||(山城社记者吴海燕台北11日电){0}|{1}",
            ["吴海燕"],
        ),
        ("山城咖啡馆收留七只流浪猫||{0}|{1}|记者 周磊 通讯员 吴海燕 摄影报道", ["周磊", "吴海燕"]),
        ("山城咖啡馆收留七只流浪猫||{0}|{1}本报见习记者周立新", ["周立新"]),
        ("山城咖啡馆收留七只流浪猫||{0}|{1}本报记者将继续关注此事", []),
        ("山城咖啡馆收留七只流浪猫||本报讯|{0}|{1}", ["本报讯"]),
    ],
)
def test_reporters_at_the_head_and_the_foot_of_a_chinese_text(text, authors):
    assert signed("zh", text) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("前川良介", ["前川良介"]),
        ("[ 事件事故 ]", []),
        ("福岡空港", []),
        ("デスクの目～社会部 前川良介", []),
        ("大沼公園", []),
    ],
)
def test_a_japanese_name_alone_has_a_known_surname_and_is_no_place(line, authors):
    assert signed("ja", f"中学生の屋台市で市場に活気を||有料記事|{line}|{{0}}|{{1}}") == authors


@pytest.mark.parametrize(
    "text",
    [
        "장터에 선 안내 로봇|등록 2017.10.04 15:08|【솔내=솔내통신】임하늘 기자 = {0}|{1}",
        "장터에 선 안내 로봇|등록 2017.10.04 15:08|[SNB=솔내,임하늘기자] {0}|{1}",
        "장터에 선 안내 로봇|SNB 임하늘 기자|발행 2017.10.04 15:08|{0}|{1}",
        "장터에 선 안내 로봇|  • 임하늘|  • 승인 2017.10.04 15:08|  • 댓글 0|{0}|{1}",
        "장터에 선 안내 로봇|{0}|{1}|솔내 ¦ 임하늘 기자 haneul@solnae.example",
    ],
)
def test_a_korean_reporter_with_house_and_place(text):
    assert signed("ko", text) == ["임하늘"]


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("ru", "Жатва||{0}|{1}||Автор:Валентина СОРОКИНА Фото автора", ["Валентина СОРОКИНА"]),
        ("bg", "Затварят стария мост|Автор: Мария Колева, снимки авторът|{0}|{1}", ["Мария Колева"]),
        ("sr", "Stari most se zatvara|Vesti 08.10.2018  ¦  D. ILIĆ V. PANTIĆ|{0}|{1}", ["D. ILIĆ", "V. PANTIĆ"]),
        ("sr", "Stari most se zatvara|08.10.2018 ¦ M. Đ.|{0}|{1}", ["M. Đ."]),
        ("sr", "Stari most se zatvara|Autor: mlak|{0}|{1}", ["mlak"]),
        ("sr", "Stari most se zatvara|Autor Marija Ilić Izvor Glasnik|{0}|{1}", ["Marija Ilić"]),
        ("ko", "옛 다리 일 년 동안 닫는다|{0}|{1}|COVER STORY", []),
        ("ar", "إغلاق الجسر القديم|فريق نادي الميناء|{0}|{1}", []),
        ("zh", "山城咖啡馆收留流浪猫|{0}|{1}|相关新闻|政治今日热门", []),
        ("sr", "Stari most se zatvara|Autor: redakcija|{0}|{1}", ["redakcija"]),
        ("cs", "Starý most zavřou|{0}|{1}|autor: rul, čtk", ["rul"]),
        ("el", "Κλείνει η παλιά γέφυρα|{0}|{1}|Κ.Μ.", ["Κ.Μ."]),
        ("ru", "Старый мост закроют|{0}|{1}|Нина Лунёва, «Вербовский вестник»", ["Нина Лунёва"]),
        ("uk", "Міст закриють|{0}|{1}|Галина СТЕПАНЕНКО, м. Кременець.", ["Галина СТЕПАНЕНКО"]),
        ("ru", "Старый мост закроют|{0}|{1}|Н. Лунёва.", ["Н. Лунёва"]),
        ("id", "Jembatan lama ditutup|Laporan Wartawan Teras Timur, Rudi Saleh|{0}|{1}", ["Rudi Saleh"]),
        (
            "id",
            "Jembatan lama ditutup|{0}|{1} (Yos. Prabowo/Rian Setiadi/Marcella Putri)",
            ["Yos. Prabowo", "Rian Setiadi", "Marcella Putri"],
        ),
        ("vi", "Cây cầu cũ đóng cửa|{0}|{1}|Theo Nguyễn Hòa (Báo Sông)", []),
        ("tr", "Köprü kapanıyor|Onur KESKİN- BURDUR|{0}|{1}", ["Onur KESKİN"]),
        ("sl", "Stari most bodo zaprli za leto|Petra Šolar|18. 9. 2024|{0}|Aljaž Purgar|{1}", ["Petra Šolar"]),
        ("hu", "Egy évre lezárják a régi hidat||Beszélgetés Vadas Gergellyel|2011-03-14|{0}|{1}", []),
        ("hu", "Egy évre lezárják a régi hidat||Vadas Gergely|2011-03-14|{0}|{1}", ["Vadas Gergely"]),
        ("el", "Κλείνει η παλιά γέφυρα|{0}|{1}|ΠΑΡΑΞΕΝΑ|ΝΕΑ ΓΙΑ ΣΑΣ|LATEST", []),
        ("bg", "Затварят стария мост|Автор: Утро Върбово онлайн|{0}|{1}", ["Утро Върбово онлайн"]),
        ("ru", "Старый мост закроют на год|Смотреть онлайн|{0}|{1}", []),
    ],
)
def test_slavic_greek_and_hungarian_bylines(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("sk", "Starý most zatvoria na rok||{0}|{1}|(dor)", ["dor"]),
        ("sk", "Starý most zatvoria na rok||{0}|{1}|(dor)|Autor: dor", ["dor"]),
        ("sk", "Starý most zatvoria na rok||{0}|{1}|(sita)", []),
        ("sk", "Starý most zatvoria na rok||{0}|{1}|(foto)", []),
        ("sr", "Stari most se zatvara|{0}|{1}|(D.R.)", ["D.R."]),
        ("ms", "Jambatan lama ditutup setahun||{0}|{1}|(nft/nft)", ["nft"]),
        ("ru", "Старый мост закроют на год|Автор: нет|{0}|{1}", []),
        ("ru", "Старый мост закроют на год|{0}|{1}|(Иван Петров)", ["Иван Петров"]),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|{0}|{1}|(עומר לוינסון)", ["עומר לוינסון"]),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|{0}|{1}|(הגשר הישן)", []),
    ],
)
def test_names_and_initials_in_brackets_below_the_text(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("tr", "Sedat ÖZTÜRK|{0}|{1}", ["Sedat ÖZTÜRK"]),
        ("tr", "Sedat ÖZTÜRK|{0}|ÖZTÜRK ise konuşmadı.|{1}", []),
        ("ar", "الخرطوم - سامي عبد الحميد|{0}|{1}", ["سامي عبد الحميد"]),
        ("ar", "الخرطوم - الجسر القديم مغلق|{0}|{1}", []),
        ("ar", "الجسر القديم يغلق أبوابه|الطائف - سامي الخطيب:|{0}|{1}", ["سامي الخطيب"]),
        ("ar", "الجسر القديم يغلق أبوابه|الطائف سامي الخطيب:|{0}|{1}", ["سامي الخطيب"]),
        ("ar", "الجسر القديم يغلق أبوابه|الطائف رئيس البلدية:|{0}|{1}", []),
        ("ar", "الجسر القديم يغلق أبوابه|كتب - سامي الخطيب:|{0}|{1}", ["سامي الخطيب"]),
        ("ar", "الجسر القديم يغلق أبوابه|الطائف – سامي الخطيب – {0}|{1}", ["سامي الخطيب"]),
        ("fa", "پل قدیمی بسته می‌شود|روزنامه پیمان - محمد رستمی: {0}|{1}", ["محمد رستمی"]),
        (
            "tr",
            "Köprü kapanıyor|Onur KESKİN-Tuncay ALBAYRAK/BURDUR, (DHA)- {0}|{1}",
            ["Onur KESKİN", "Tuncay ALBAYRAK"],
        ),
        ("tr", "Köprü kapanıyor|BURDUR (AA) - ONUR KESKİN - {0}|{1}", ["ONUR KESKİN"]),
        ("tr", "Köprü kapanıyor|BURDUR (AA) - {0}|{1}", []),
        ("tr", "Köprü kapanıyor|{0}|Tarihi istasyon ayağa kalktı|İçeriği Görüntüle|{1}", []),
        ("hi", "पुराना पुल बंद|रामगंज (सुरेन्द्र पाल)। {0}|{1}", ["सुरेन्द्र पाल"]),
        ("hi", "पुराना पुल बंद|सुरेन्द्र पाल, रामगंज। {0}|{1}", ["सुरेन्द्र पाल"]),
        ("ru", "Мост закроют|ВЕРБОВО, 8 ноя – РИА Новости, Нина Лунёва. {0}|{1}", ["Нина Лунёва"]),
        ("hi", "{0}|{1}|बांदा से रमेश श्रीवास्तव की रिपोर्ट", ["रमेश श्रीवास्तव"]),
        (
            "el",
            "Κλείνει η γέφυρα|Γράφει ο Νίκος Ρήγας,|Αντιδήμαρχος Πρασίνου – Τεχνικών Υπηρεσιών|{0}|{1}",
            ["Νίκος Ρήγας"],
        ),
        ("el", "Κλείνει η παλιά γέφυρα||Του Νίκου Ρήγα  {0}|{1}", ["Νίκου Ρήγα"]),
        ("ru", "Старый мост закроют||Нина Лунёва  {0}|{1}", []),
        (
            "pl",
            "Most nad rzeką|{0}|– z Ewą Malik, inżynierką mostów, rozmawia Barbara Wielgosz|{1}",
            ["Barbara Wielgosz"],
        ),
        ("ru", "Мост через реку|С инженером беседовала Нина Лунёва|{0}|{1}", ["Нина Лунёва"]),
    ],
)
def test_names_at_the_head_of_a_text_and_behind_what_they_did(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("sk", "Starý most zatvoria na rok|Autorka textu Mária Kováčová|{0}|{1}", ["Mária Kováčová"]),
        ("sr", "Stari most se zatvara|Priredila Marija Ilić|{0}|{1}", ["Marija Ilić"]),
        ("ms", "Jambatan lama ditutup setahun|Laporan oleh Roslan Hamid|{0}|{1}", ["Roslan Hamid"]),
        ("ru", "Старый мост закроют на год|Беседу провела Нина Лунёва|{0}|{1}", ["Нина Лунёва"]),
    ],
)
def test_labels_of_bylines(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("tr", "Köprü kapanıyor|{0}|{1}|Belediyeler Haberleri", []),
        ("ru", "Мост закроют на год|{0}|{1}|Новости Вербово", []),
        ("zh", "山城咖啡馆收留流浪猫|{0}|{1}|新闻中心意见反馈留言板 电话:010-62610000", []),
        ("hi", "संवाददाता:- रमेश श्रीवास्तव|{0}|{1}|Author: SANSAR KHABAR|SANSAR KHABAR", ["रमेश श्रीवास्तव"]),
        ("hi", "पुराना पुल बंद||Suresh Kumar VermaPublish:Thu, 16 Dec 2021 01:31 PM|{0}|{1}", ["Suresh Kumar Verma"]),
        ("ja", "古い橋が閉まる|{0}【仁科貴志】|{1}|▽決勝|北峰実|00240100×=7|長谷川", ["仁科貴志"]),
    ],
)
def test_houses_invitations_and_teams_sign_nothing(language, text, authors):
    assert signed(language, text) == authors


def test_who_edited_is_glued_to_who_wrote():
    text = "पुराना पुल बंद||By Suresh VermaEdited By: Ravi Pal Publish:Thu, 16 Dec 2021 01:31 PM|{0}|{1}"
    assert signed("hi", text) == ["Suresh Verma"]


def test_who_filed_for_an_agency_below_the_text_and_not_who_held_the_camera():
    text = "Köprü kapanıyor|DHA|{0}|{1} (DHA)|Haber: Onur KESKİN- Tuncay ALBAYRAK- Kamera: Ece OR/BURDUR, (DHA) -"
    assert signed("tr", text) == ["Onur KESKİN", "Tuncay ALBAYRAK"]


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("zh", "山城咖啡馆收留流浪猫|□韩立春 苏晴|{0}|{1}", ["韩立春", "苏晴"]),
        ("zh", "山城咖啡馆收留流浪猫|□北方 南方|{0}|{1}", []),
        ("ko", "{0}/솔내=임하늘 기자 haneul@solnae.example|옛 다리 닫는다|인기기사", ["임하늘"]),
        ("fa", "پل قدیمی بسته می‌شود|کارون؛ سرویس اجتماعی، محمدابراهیم رستمی: {0}|{1}", ["محمدابراهیم رستمی"]),
        ("ru", "Мост закроют на год||Автор: nina_l||{0}|{1}", ["nina_l"]),
        ("uk", "Міст закриють на рік|{0}|{1}|Леся Бондарчук, журналістка", ["Леся Бондарчук"]),
        ("ko", "옛 다리 닫는다|기자명 임하늘|{0}|{1}", ["임하늘"]),
        ("sl", "Stari most bodo zaprli|Avtor: Petra Šolar|{0}|{1}", ["Petra Šolar"]),
    ],
)
def test_marks_desks_and_accounts(language, text, authors):
    assert signed(language, text) == authors
