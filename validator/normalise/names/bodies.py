"""Words that show a few capitalised ones to be an office, a place or a house: nobody is called so."""

from __future__ import annotations

from validator.lexicons import agencies, calendar
from validator.lexicons.lexicon import sections

# What opens the name of an office, a building, a street or a stretch of land in the languages that put it first.
_FIRST = frozenset(
    "instituto institut istituto fundación fundação fondation fondazione fundació fundația asociación associação "
    "associazione asociația ministerio ministério ministère ministero ministerul secretaría secretaria dirección "
    "direção direction direzione direcția consejo conselho conseil consiglio consiliul comité comitê comitato "
    "comisión comissão commission commissione comisia policía polícia police polizia poliția guardia guarda "
    "bomberos bombeiros pompiers pompieri pompierii carabinieri gendarmerie jandarmeria cámara câmara chambre camera "
    "gobierno governo gouvernement guvernul presidencia presidência présidence presidenza ayuntamiento ajuntament "
    "alcaldía municipalidad prefeitura prefettura préfecture mairie comune municipio município municipalité primăria "
    "universidad universidade université università universitat universitatea colegio colégio collège escuela escola "
    "école scuola școala liceo lycée liceul tribunal tribunale tribunalul corte fiscalía procura procuratura parquet "
    "sindicato syndicat sindacato partido partito partidul federación federação fédération federazione federația "
    "hospital hôpital ospedale spitalul clínica clinique estadio estádio stade stadio stadionul aeropuerto aeroporto "
    "aéroport aeroportul museo museu musée muzeul teatro théâtre teatrul iglesia igreja église chiesa biserica "
    "catedral cathédrale cattedrale puente ponte pont podul mercado marché mercato piața plaza praça piazza calle rua "
    "avenida avenue playa praia plage spiaggia laguna río fiume rivière râul cerro garganta parque parco parc parcul "
    "palacio palácio palais palazzo palatul castillo castelo château castello festival feria foire fiera club clube "
    "banco banque estación estação gare stazione ciudad cidade città ciutat orașul cooperativa coopérative".split()
)
# What closes it in those that put it last.
_LAST = frozenset(
    "council department ministry committee association university college hospital airport stadium museum commission "
    "authority federation government parliament senate library festival foundation institute corporation limited ltd "
    "ltd. inc inc. hotel restaurant highway police centre center championship championships league conference county "
    "district city islands building services company club party union navy forces project programme program "
    "feuerwehr polizei gemeinderat stadtrat landtag bundestag verein verband museum bahnhof gemeinde universität "
    "krankenhaus rathaus gericht amtsgericht landgericht brandweer politie gemeente ziekenhuis vereniging "
    "kommun kommune politi politiet polisen poliisi sykehus sygehus sjukhus museet kaupunki kunta".split()
)
_ARTICLES = frozenset("la el le les il los las lo l' o a os as the de het die der das en et en".split())
_OF_TOWNS = frozenset(
    "ciudad cidade città ciutat puerto porto port new los las bad nueva nuevo saint san santa".split()
)
_PARTED = ",;|/()–—•·:@"
# How houses are called: ``Canal Seis``, ``Radio Bellavista``, ``Skarrow TV``, ``Daily Herald``.
_HOUSE_FIRST = frozenset(
    "canal radio ràdio rádio télé tele tv diario periódico semanario noticias notícias jornal gazeta gazette journal "
    "revista folha correo ziarul televisión televisão televisione telegiornale corriere gazzetta giornale".split()
)
_HOUSE_LAST = frozenset(
    "tv fm radio times herald gazette tribune chronicle sentinel telegraph observer newspaper inquirer advertiser "
    "examiner dispatch bulletin journal broadcasting network zeitung anzeiger tagblatt tageblatt rundschau rundfunk "
    "kurier courant dagblad weekblad nieuwsblad tidende tidning tidningen bladet nyheter sanomat televisión televisão "
    "televisione noticias notícias notizie".split()
)
# What is told of itself beside a day: ``Archived article of 3 May 2026``.
_ITSELF = frozenset(
    "article artikel artículo articolo artigo articol artikkel artikkeli ausgabe edition édition edición "
    "edizione edição edició ediție ediția editie utgave udgave utgåva upplaga issue numéro beitrag meldung "
    "pressemitteilung medienmitteilung comunicado communiqué comunicato comunicat pressmeddelande pressemelding "
    "pressemeddelelse tiedote persbericht".split()
)
# What joins two words of a heading; articles behind which a line breaks off.
_BETWEEN = frozenset("y e i und og och et and en ja și".split())
_CUT_OFF = frozenset(
    "el la los las le les der die das den dem des the a un una une um uma il lo gli o os as het een ett en "
    "del du al au aux dos das do da".split()
)
_THREE = 3  # words that two of them and what joins them make


def is_body(text: str) -> bool:
    """Whether a line is an office or a place by its first word or its last, or a town before its country."""
    tokens = text.rstrip(".").lower().replace("l’", "l'").split()
    if len(tokens) < 2:
        return False
    town, _, country = text.partition(", ")
    if country and calendar.country(country) is not None:
        return tokens[0] in _OF_TOWNS or town.lower().split()[-1] == country.lower()
    if any(one in text for one in _PARTED) or " - " in text:
        return False
    first = tokens[1] if tokens[0] in _ARTICLES else tokens[0].removeprefix("l'")
    return first in _FIRST or tokens[-1] in _LAST


def is_house(text: str) -> bool:
    """Whether a name is a house's by its first word or its last: ``The Sunday Leader``, ``Canal Seis``."""
    tokens = text.lower().split()
    if len(tokens) < 2:
        return False
    if text.startswith("The ") and text[4].isupper():
        return agencies.agency(text) is None and "byline.teams" not in sections(text)
    return tokens[0] in _HOUSE_FIRST or tokens[-1] in _HOUSE_LAST


def is_itself(text: str) -> bool:
    """Whether what stands beside a day tells of the article or its issue: ``Archivierter Artikel``."""
    return not _ITSELF.isdisjoint(text.lower().split())


def comes_round(text: str) -> bool:
    """Whether three words end in the one they begin with, as rubrics do: ``Minuto a minuto``, ``Face to face``."""
    tokens = text.lower().split()
    return len(tokens) == _THREE and tokens[0] == tokens[2]


def is_pair(text: str) -> bool:
    """Whether two words are joined, as headings are and no full name is: ``Luz y sombra``, ``Brände und Unfälle``."""
    tokens = text.split()
    return len(tokens) == _THREE and tokens[1] in _BETWEEN


def is_cut_off(text: str) -> bool:
    """Whether a line breaks off behind an article, as those of a printed column do."""
    last = text.rpartition(" ")[2]
    return last in _CUT_OFF
