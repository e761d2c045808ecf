### Texts a reader sees, in Slovene. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Slovenščina
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Družbena omrežja
    [video] Video
    [audio] Zvok
    [maps] Zemljevidi
    [charts] Grafikoni in dokumenti
    [forms] Obrazci
    [comments] Komentarji in klepet
    [live] Poročanje v živo in izidi
    [payments] Plačila in donacije
    [technical] Tehnične storitve
    [analytics] Merjenje obiska
    [advertising] Oglaševanje
   *[unclassified] Nerazvrščena vsebina
}
category-purpose = { $category ->
    [social] Prikazovanje objav z družbenih omrežij.
    [video] Predvajanje videoposnetkov, ki so pri drugih ponudnikih.
    [audio] Predvajanje zvoka, ki je pri drugih ponudnikih.
    [maps] Prikazovanje interaktivnih zemljevidov.
    [charts] Prikazovanje interaktivnih grafikonov in dokumentov.
    [forms] Prikazovanje obrazcev in rezervacij drugih ponudnikov.
    [comments] Prikazovanje in pisanje komentarjev in sporočil.
    [live] Prikazovanje poročanja v živo, izidov, vremena in drugih trenutnih informacij drugih ponudnikov.
    [payments] Prikazovanje obrazcev za plačila in donacije drugih ponudnikov.
    [technical] Nalaganje pisav, skriptov in drugih delov strani s strežnikov drugih ponudnikov.
    [analytics] Merjenje uporabe strani.
    [advertising] Prikazovanje oglasov.
   *[unclassified] Nalaganje vsebine ponudnikov, ki jih to spletno mesto ni opisalo.
}

## Notice

notice-title = { $category ->
    [social] Objava – { $service }
    [video] Video – { $service }
    [audio] Zvok – { $service }
    [maps] Zemljevid – { $service }
    [charts] Grafikon ali dokument – { $service }
    [forms] Obrazec – { $service }
    [comments] Komentarji ali klepet – { $service }
    [live] Poročanje v živo – { $service }
    [payments] Obrazec za plačilo ali donacijo – { $service }
   *[other] Vsebina – { $service }
}
notice-reason = Zunanja vsebina. Ni naložena, ker lahko storitev { $service } zbira osebne podatke, kot je vaš naslov IP.
notice-category = Če jo želite videti, dovolite samo to vsebino ali celotno kategorijo „{ $category-name }“.
accept-once = Prikaži to vsebino
accept-category = Vedno prikaži: { $category-name }
refuse = Zavrni: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Več o storitvi { $service }
preferences = Vaše izbire
preview-attribution = Te besede so del te strani. Niso bile naložene s storitve { $service }.
preview-link = Odpri na { $host }
external-link = zunanja povezava
loading = Nalaga se vsebina storitve { $service }.
shown = Prikazana je vsebina storitve { $service }.
refused = Zavrnili ste kategorijo „{ $category-name }“. Ta vsebina ostaja zaprta.
gpc-refused = Vaš brskalnik prosi spletna mesta, naj ne prodajajo ali delijo vaših podatkov. To je bilo razumljeno kot zavrnitev.
withdraw = Ne prikazuj več: { $category-name }
close-once = Zapri to vsebino
unavailable = Te vsebine tukaj ni mogoče prikazati.

## Pages of the gate

back = Nazaj na stran
skip = Skoči na vsebino
preferences-title = Vaše izbire glede zunanje vsebine
preferences-intro = Tukaj odločate o vsebini drugih ponudnikov. Kar je navedeno spodaj, se naloži šele, ko v to privolite. Kadar koli si lahko premislite.
preferences-current = Trenutna izbira
choice-accepted = Sprejeto
choice-refused = Zavrnjeno
choice-none = Izbire še ni: nič se ne nalaga
accept-all = Sprejmi vse
refuse-all = Zavrni vse
save-choices = Shrani te izbire
withdraw-all = Prekliči vse izbire
choice-accept = Sprejmi
choice-refuse = Zavrni
choice-ask = Vsakič vprašaj
saved = Vaše izbire so shranjene.
services-in-category = Storitve v kategoriji „{ $category-name }“
gpc-notice = Vaš brskalnik pošilja signal „Global Privacy Control“. To se šteje kot zavrnitev vsega, česar niste sami sprejeli.
withdraw-limits = Ko prekličete privolitev, se zadevna vsebina ne nalaga več. To spletno mesto ne more izbrisati piškotkov, ki jih je drug ponudnik že namestil na svoji domeni; izbrišete jih lahko v nastavitvah svojega brskalnika.
cookie-explained = Vaše izbire se hranijo v enem piškotku tega spletnega mesta z imenom „{ $name }“. Čas hrambe: { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}. Vsebuje vaše izbire in ničesar, kar bi vas identificiralo.

service-title = O storitvi { $service }
service-recipient = Prejemnik
service-country = Država
service-category = Kategorija
service-purpose = Namen
service-data = Podatki
service-storage = Shranjeno v vaši napravi
service-storage-item = { $name }: { $duration }
service-storage-unknown = Tukaj ni na voljo informacij: glejte ponudnikov pravilnik o zasebnosti.
service-storage-third = Bere ga lahko { $service }.
service-storage-first = Bere ga lahko samo to spletno mesto.
service-retention = Čas hrambe pri prejemniku
service-safeguard = Zaščitni ukrep za podatke, poslane tja
service-controller = Upravljavec podatkov pri prejemniku
service-policy = Pravilnik o zasebnosti: { $service }
service-hosts = Strežniki, ki se uporabijo po vašem sprejetju
service-reviewed = Zadnji pregled: { $date }
service-withdraw = Privolitev lahko kadar koli prekličete pod „Vaše izbire“.
data-kind = { $kind ->
    [ip-address] vaš naslov IP
    [device] podatki o vaši napravi in brskalniku
    [page-address] naslov tega spletnega mesta
    [interactions] kaj počnete z vsebino
    [account] vaš račun pri tej storitvi, če ste tam prijavljeni
    [location] vaša lokacija, če to dovolite
    [input] kar vanjo vpišete
    [payment] podatki o plačilu, če tam plačate
   *[identifiers] identifikatorji v piškotkih ali podobni shrambi
}

view-title = Vsebina – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Vaša potrdila
receipts-intro = Vsaka izbira pusti potrdilo, da lahko to spletno mesto dokaže, kaj je bilo izbrano. Potrdilo vsebuje izbiro, njen čas in katera besedila so bila prikazana. Ne vsebuje vašega imena, naslova IP ali česar koli o vaši napravi, potrdila pa med seboj niso povezana.
receipts-cookie = Da lahko tukaj vidite svoja potrdila, vaš brskalnik hrani njihove številke v piškotku z imenom „{ $name }“, ki se pošilja samo tem stranem.
receipts-none = Potrdil iz tega brskalnika ni.
receipts-off = To spletno mesto ne hrani potrdil.
receipts-kept = Rok za izbris potrdil: { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}.
receipts-download = Prenesi moja potrdila
receipts-erase = Izbriši moja potrdila
receipts-erase-explained = Vaše izbire ostanejo v veljavi. Od izbrisanega potrdila ostane oznaka brez vsebine, da je evidenco kot celoto še vedno mogoče preveriti.
receipts-erased = { $count ->
    [one] Izbrisano je { $count } potrdilo.
    [two] Izbrisani sta { $count } potrdili.
    [few] Izbrisana so { $count } potrdila.
   *[other] Izbrisanih je { $count } potrdil.
}
receipts-unavailable = Potrdil trenutno ni mogoče prebrati. Vaše izbire ostanejo v veljavi.
receipt-time = Čas
receipt-number = Številka
receipt-decision = Izbira
receipt-scope = Za
receipt-origin = Način izbire
receipt-texts = Besedila, kot so bila prikazana
receipt-decision-name = { $decision ->
    [accept] Sprejeto
    [refuse] Zavrnjeno
   *[withdraw] Preklicano
}
receipt-scope-once = posamezno vsebino storitve { $service }
receipt-scope-all = vse navedeno
receipt-origin-name = { $origin ->
    [notice] gumb v obvestilu
    [preferences] stran z izbirami
    [tcf] okno za soglasje tega spletnega mesta
   *[gpc] signal vašega brskalnika
}

## Choices that end

choices-until = Veljavnost vaših izbir se izteče: { $date }. Nato boste ponovno vprašani.
ask-again-changed = Ponovno vas sprašujemo, ker se je to, na kar se je nanašala vaša izbira, medtem spremenilo.
ask-again-expired = Ponovno vas sprašujemo, ker je vaša prejšnja izbira potekla.

## Preferences as a dialog

close = Zapri

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] januar
    [2] februar
    [3] marec
    [4] april
    [5] maj
    [6] junij
    [7] julij
    [8] avgust
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
        [two] { $count } minuti
        [few] { $count } minute
       *[other] { $count } minut
    }
    [hours] { $count ->
        [one] { $count } ura
        [two] { $count } uri
        [few] { $count } ure
       *[other] { $count } ur
    }
    [days] { $count ->
        [one] { $count } dan
        [two] { $count } dneva
        [few] { $count } dni
       *[other] { $count } dni
    }
    [weeks] { $count ->
        [one] { $count } teden
        [two] { $count } tedna
        [few] { $count } tedni
       *[other] { $count } tednov
    }
    [months] { $count ->
        [one] { $count } mesec
        [two] { $count } meseca
        [few] { $count } meseci
       *[other] { $count } mesecev
    }
    [years] { $count ->
        [one] { $count } leto
        [two] { $count } leti
        [few] { $count } leta
       *[other] { $count } let
    }
   *[session] dokler se brskalnik ne zapre
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andora
    [AE] Združeni arabski emirati
    [AL] Albanija
    [AR] Argentina
    [AT] Avstrija
    [AU] Avstralija
    [BA] Bosna in Hercegovina
    [BE] Belgija
    [BG] Bolgarija
    [BR] Brazilija
    [BY] Belorusija
    [CA] Kanada
    [CH] Švica
    [CL] Čile
    [CN] Kitajska
    [CO] Kolumbija
    [CY] Ciper
    [CZ] Češka
    [DE] Nemčija
    [DK] Danska
    [EE] Estonija
    [EG] Egipt
    [ES] Španija
    [FI] Finska
    [FR] Francija
    [GB] Združeno kraljestvo
    [GE] Gruzija
    [GR] Grčija
    [HR] Hrvaška
    [HU] Madžarska
    [IE] Irska
    [IL] Izrael
    [IN] Indija
    [IS] Islandija
    [IT] Italija
    [JP] Japonska
    [KR] Južna Koreja
    [LI] Lihtenštajn
    [LT] Litva
    [LU] Luksemburg
    [LV] Latvija
    [MA] Maroko
    [MC] Monako
    [MD] Moldavija
    [ME] Črna gora
    [MK] Severna Makedonija
    [MT] Malta
    [MX] Mehika
    [NL] Nizozemska
    [NO] Norveška
    [NZ] Nova Zelandija
    [PL] Poljska
    [PT] Portugalska
    [RO] Romunija
    [RS] Srbija
    [RU] Rusija
    [SA] Saudova Arabija
    [SE] Švedska
    [SG] Singapur
    [SI] Slovenija
    [SK] Slovaška
    [SM] San Marino
    [TN] Tunizija
    [TR] Turčija
    [TW] Tajvan
    [UA] Ukrajina
    [US] Združene države Amerike
    [ZA] Južnoafriška republika
   *[other] { $country }
}

## Errors shown to readers

error-title = Te strani ni mogoče prikazati
error-upstream = Spletno mesto se trenutno ne odziva. Poskusite znova pozneje.
error-request = Te zahteve ni bilo mogoče razumeti. Nič se ni spremenilo.
error-too-many = To je več ločenih izbir, kot jih brskalnik lahko shrani. Nič ni spremenjeno. Izberite raje po kategorijah.
error-token = Ta povezava ni več veljavna. Vrnite se na stran in poskusite znova.
