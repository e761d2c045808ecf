### Texts a reader sees, in Slovak. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Slovenčina
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociálne siete
    [video] Video
    [audio] Zvuk
    [maps] Mapy
    [charts] Grafy a dokumenty
    [forms] Formuláre
    [comments] Komentáre a čet
    [live] Živé prenosy a výsledky
    [payments] Platby a dary
    [technical] Technické služby
    [analytics] Meranie návštevnosti
    [advertising] Reklama
   *[unclassified] Nezaradený obsah
}
category-purpose = { $category ->
    [social] Zobrazovať príspevky zo sociálnych sietí.
    [video] Prehrávať videá uložené u iných poskytovateľov.
    [audio] Prehrávať zvuk uložený u iných poskytovateľov.
    [maps] Zobrazovať interaktívne mapy.
    [charts] Zobrazovať interaktívne grafy a dokumenty.
    [forms] Zobrazovať formuláre a rezervácie iných poskytovateľov.
    [comments] Zobrazovať a písať komentáre a správy.
    [live] Zobrazovať živé prenosy, výsledky, počasie a ďalšie aktuálne informácie iných poskytovateľov.
    [payments] Zobrazovať platobné a darovacie formuláre iných poskytovateľov.
    [technical] Načítavať písma, skripty a ďalšie časti stránky zo serverov iných poskytovateľov.
    [analytics] Merať, ako sa stránky používajú.
    [advertising] Zobrazovať reklamu.
   *[unclassified] Načítavať obsah od poskytovateľov, ktorých tento web neopísal.
}

## Notice

notice-title = { $category ->
    [social] Príspevok – { $service }
    [video] Video – { $service }
    [audio] Zvuk – { $service }
    [maps] Mapa – { $service }
    [charts] Graf alebo dokument – { $service }
    [forms] Formulár – { $service }
    [comments] Komentáre alebo čet – { $service }
    [live] Živý prenos – { $service }
    [payments] Platobný alebo darovací formulár – { $service }
   *[other] Obsah – { $service }
}
notice-reason = Externý obsah. Nebol načítaný, pretože služba { $service } môže zhromažďovať osobné údaje, napríklad vašu IP adresu.
notice-category = Ak ho chcete vidieť, povoľte iba tento obsah alebo celú kategóriu „{ $category-name }“.
accept-once = Zobraziť tento obsah
accept-category = Vždy zobrazovať: { $category-name }
refuse = Odmietnuť: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Viac o službe { $service }
preferences = Vaše voľby
preview-attribution = Tieto slová sú súčasťou tejto stránky. Neboli načítané zo služby { $service }.
preview-link = Otvoriť na { $host }
external-link = externý odkaz
loading = Načítava sa obsah služby { $service }.
shown = Zobrazuje sa obsah služby { $service }.
refused = Kategóriu „{ $category-name }“ ste odmietli. Tento obsah zostáva zatvorený.
gpc-refused = Váš prehliadač žiada weby, aby nepredávali ani nezdieľali vaše údaje. To sa považovalo za odmietnutie.
withdraw = Prestať zobrazovať: { $category-name }
close-once = Zatvoriť tento obsah
unavailable = Tento obsah sa tu nedá zobraziť.

## Pages of the gate

back = Späť na stránku
skip = Prejsť na obsah
preferences-title = Vaše voľby týkajúce sa externého obsahu
preferences-intro = Tu rozhodujete o obsahu iných poskytovateľov. Čo je uvedené nižšie, sa načíta až po tom, čo s tým vyjadríte súhlas. Kedykoľvek si to môžete rozmyslieť.
preferences-current = Súčasná voľba
choice-accepted = Prijaté
choice-refused = Odmietnuté
choice-none = Zatiaľ bez voľby: nič sa nenačítava
accept-all = Prijať všetko
refuse-all = Odmietnuť všetko
save-choices = Uložiť tieto voľby
withdraw-all = Odvolať všetky voľby
choice-accept = Prijať
choice-refuse = Odmietnuť
choice-ask = Opýtať sa zakaždým
saved = Vaše voľby boli uložené.
services-in-category = Služby v kategórii „{ $category-name }“
gpc-notice = Váš prehliadač vysiela signál „Global Privacy Control“. Ten sa považuje za odmietnutie všetkého, čo ste sami neprijali.
withdraw-limits = Po odvolaní súhlasu sa príslušný obsah už nenačítava. Tento web nemôže vymazať súbory cookie, ktoré už iný poskytovateľ uložil na svojej vlastnej doméne; môžete ich vymazať v nastaveniach svojho prehliadača.
cookie-explained = Vaše voľby sa uchovávajú v jedinom súbore cookie tohto webu s názvom „{ $name }“. Čas uchovávania: { $days ->
    [one] { $days } deň
    [few] { $days } dni
   *[other] { $days } dní
}. Obsahuje vaše voľby a nič, čo by vás identifikovalo.

service-title = O službe { $service }
service-recipient = Príjemca
service-country = Krajina
service-category = Kategória
service-purpose = Účel
service-data = Údaje
service-storage = Uložené vo vašom zariadení
service-storage-item = { $name }: { $duration }
service-storage-unknown = Tu nie sú k dispozícii žiadne informácie: pozrite si zásady ochrany súkromia poskytovateľa.
service-storage-third = Môže to čítať { $service }.
service-storage-first = Môže to čítať iba tento web.
service-retention = Čas uchovávania u príjemcu
service-safeguard = Záruka pre údaje zasielané tam
service-controller = Prevádzkovateľ zodpovedný za údaje u príjemcu
service-policy = Zásady ochrany súkromia: { $service }
service-hosts = Servery kontaktované po vašom prijatí
service-reviewed = Naposledy skontrolované { $date }
service-withdraw = Súhlas môžete kedykoľvek odvolať v časti „Vaše voľby“.
data-kind = { $kind ->
    [ip-address] vaša IP adresa
    [device] údaje o vašom zariadení a prehliadači
    [page-address] adresa tohto webu
    [interactions] čo s obsahom robíte
    [account] váš účet v tejto službe, ak ste tam prihlásení
    [location] vaša poloha, ak to povolíte
    [input] čo doň napíšete
    [payment] platobné údaje, ak tam platíte
   *[identifiers] identifikátory v súboroch cookie alebo podobnom úložisku
}

view-title = Obsah – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Vaše potvrdenia
receipts-intro = Každá voľba zanechá potvrdenie, aby tento web mohol preukázať, čo bolo zvolené. Potvrdenie obsahuje voľbu, jej čas a to, ktoré texty boli zobrazené. Neobsahuje vaše meno, vašu IP adresu ani nič o vašom zariadení a potvrdenia nie sú navzájom prepojené.
receipts-cookie = Aby ste tu mohli vidieť svoje vlastné potvrdenia, váš prehliadač uchováva ich čísla v súbore cookie s názvom „{ $name }“, ktorý sa posiela iba na tieto stránky.
receipts-none = Z tohto prehliadača nie sú žiadne potvrdenia.
receipts-off = Tento web žiadne potvrdenia neuchováva.
receipts-kept = Potvrdenia sa mažú po uplynutí lehoty: { $days ->
    [one] { $days } deň
    [few] { $days } dni
   *[other] { $days } dní
}.
receipts-download = Stiahnuť moje potvrdenia
receipts-erase = Vymazať moje potvrdenia
receipts-erase-explained = Vaše voľby zostávajú v platnosti. Z vymazaného potvrdenia zostane značka bez obsahu, aby sa záznam ako celok dal naďalej overiť.
receipts-erased = { $count ->
    [one] Bolo vymazané { $count } potvrdenie.
    [few] Boli vymazané { $count } potvrdenia.
   *[other] Bolo vymazaných { $count } potvrdení.
}
receipts-unavailable = Potvrdenia sa teraz nedajú prečítať. Vaše voľby zostávajú v platnosti.
receipt-time = Čas
receipt-number = Číslo
receipt-decision = Voľba
receipt-scope = Pre
receipt-origin = Vykonané cez
receipt-texts = Texty tak, ako boli zobrazené
receipt-decision-name = { $decision ->
    [accept] Prijaté
    [refuse] Odmietnuté
   *[withdraw] Odvolané
}
receipt-scope-once = jediný obsah služby { $service }
receipt-scope-all = všetko uvedené
receipt-origin-name = { $origin ->
    [notice] tlačidlo oznámenia
    [preferences] stránku s voľbami
    [tcf] vlastné okno tohto webu na súhlas
   *[gpc] signál vášho prehliadača
}

## Choices that end

choices-until = Vaše voľby platia do { $date }; potom sa vás opýtame znova.
ask-again-changed = Pýtame sa znova, pretože to, čoho sa vaša voľba týkala, sa odvtedy zmenilo.
ask-again-expired = Pýtame sa znova, pretože platnosť vašej skoršej voľby uplynula.

## Preferences as a dialog

close = Zatvoriť

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] januára
    [2] februára
    [3] marca
    [4] apríla
    [5] mája
    [6] júna
    [7] júla
    [8] augusta
    [9] septembra
    [10] októbra
    [11] novembra
   *[12] decembra
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minúta
        [few] { $count } minúty
       *[other] { $count } minút
    }
    [hours] { $count ->
        [one] { $count } hodina
        [few] { $count } hodiny
       *[other] { $count } hodín
    }
    [days] { $count ->
        [one] { $count } deň
        [few] { $count } dni
       *[other] { $count } dní
    }
    [weeks] { $count ->
        [one] { $count } týždeň
        [few] { $count } týždne
       *[other] { $count } týždňov
    }
    [months] { $count ->
        [one] { $count } mesiac
        [few] { $count } mesiace
       *[other] { $count } mesiacov
    }
    [years] { $count ->
        [one] { $count } rok
        [few] { $count } roky
       *[other] { $count } rokov
    }
   *[session] do zatvorenia prehliadača
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Spojené arabské emiráty
    [AL] Albánsko
    [AR] Argentína
    [AT] Rakúsko
    [AU] Austrália
    [BA] Bosna a Hercegovina
    [BE] Belgicko
    [BG] Bulharsko
    [BR] Brazília
    [BY] Bielorusko
    [CA] Kanada
    [CH] Švajčiarsko
    [CL] Čile
    [CN] Čína
    [CO] Kolumbia
    [CY] Cyprus
    [CZ] Česko
    [DE] Nemecko
    [DK] Dánsko
    [EE] Estónsko
    [EG] Egypt
    [ES] Španielsko
    [FI] Fínsko
    [FR] Francúzsko
    [GB] Spojené kráľovstvo
    [GE] Gruzínsko
    [GR] Grécko
    [HR] Chorvátsko
    [HU] Maďarsko
    [IE] Írsko
    [IL] Izrael
    [IN] India
    [IS] Island
    [IT] Taliansko
    [JP] Japonsko
    [KR] Južná Kórea
    [LI] Lichtenštajnsko
    [LT] Litva
    [LU] Luxembursko
    [LV] Lotyšsko
    [MA] Maroko
    [MC] Monako
    [MD] Moldavsko
    [ME] Čierna Hora
    [MK] Severné Macedónsko
    [MT] Malta
    [MX] Mexiko
    [NL] Holandsko
    [NO] Nórsko
    [NZ] Nový Zéland
    [PL] Poľsko
    [PT] Portugalsko
    [RO] Rumunsko
    [RS] Srbsko
    [RU] Rusko
    [SA] Saudská Arábia
    [SE] Švédsko
    [SG] Singapur
    [SI] Slovinsko
    [SK] Slovensko
    [SM] San Maríno
    [TN] Tunisko
    [TR] Turecko
    [TW] Taiwan
    [UA] Ukrajina
    [US] Spojené štáty
    [ZA] Južná Afrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Táto stránka sa nedá zobraziť
error-upstream = Web momentálne neodpovedá. Skúste to neskôr.
error-request = Tejto požiadavke sa nepodarilo porozumieť. Nič sa nezmenilo.
error-too-many = Je to viac samostatných volieb, než dokáže prehliadač uchovať. Nič sa nezmenilo. Vyberte, prosím, podľa kategórií.
error-token = Tento odkaz už neplatí. Vráťte sa na stránku a skúste to znova.
