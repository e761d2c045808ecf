### Texts a reader sees, in Estonian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Eesti
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sotsiaalmeedia
    [video] Video
    [audio] Heli
    [maps] Kaardid
    [charts] Graafikud ja dokumendid
    [forms] Vormid
    [comments] Kommentaarid ja vestlus
    [live] Otsekajastused ja tulemused
    [payments] Maksed ja annetused
    [technical] Tehnilised teenused
    [analytics] Külastatavuse mõõtmine
    [advertising] Reklaam
   *[unclassified] Liigitamata sisu
}
category-purpose = { $category ->
    [social] Sotsiaalmeedia postituste näitamine.
    [video] Teiste pakkujate juures asuvate videote esitamine.
    [audio] Teiste pakkujate juures asuva heli esitamine.
    [maps] Interaktiivsete kaartide näitamine.
    [charts] Interaktiivsete graafikute ja dokumentide näitamine.
    [forms] Teiste pakkujate vormide ja broneeringute näitamine.
    [comments] Kommentaaride ja sõnumite näitamine ja kirjutamine.
    [live] Teiste pakkujate otsekajastuste, tulemuste, ilma ja muu värske teabe näitamine.
    [payments] Teiste pakkujate makse- ja annetusvormide näitamine.
    [technical] Kirjatüüpide, skriptide ja muude leheosade laadimine teiste pakkujate serveritest.
    [analytics] Lehtede kasutamise mõõtmine.
    [advertising] Reklaami näitamine.
   *[unclassified] Sisu laadimine pakkujatelt, keda see sait ei ole kirjeldanud.
}

## Notice

notice-title = { $category ->
    [social] Postitus: { $service }
    [video] Video: { $service }
    [audio] Heli: { $service }
    [maps] Kaart: { $service }
    [charts] Graafik või dokument: { $service }
    [forms] Vorm: { $service }
    [comments] Kommentaarid või vestlus: { $service }
    [live] Otsekajastus: { $service }
    [payments] Makse- või annetusvorm: { $service }
   *[other] Sisu: { $service }
}
notice-reason = Väline sisu. Seda ei ole laaditud, sest { $service } võib koguda isikuandmeid, näiteks teie IP-aadressi.
notice-category = Selle nägemiseks lubage ainult see sisu või kogu kategooria „{ $category-name }”.
accept-once = Näita seda sisu
accept-category = Näita alati: { $category-name }
refuse = Keeldu: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Rohkem teavet: { $service }
preferences = Teie valikud
preview-attribution = See tekst on osa sellest lehest. Seda ei laaditud teenusest { $service }.
preview-link = Ava saidil { $host }
external-link = väline link
loading = Laaditakse teenuse { $service } sisu.
shown = Näidatakse teenuse { $service } sisu.
refused = Te keeldusite kategooriast „{ $category-name }”. See sisu jääb suletuks.
gpc-refused = Teie brauser palub saitidel teie andmeid mitte müüa ega jagada. Seda käsitati keeldumisena.
withdraw = Ära enam näita: { $category-name }
close-once = Sulge see sisu
unavailable = Seda sisu ei saa siin näidata.

## Pages of the gate

back = Tagasi lehele
skip = Liigu sisu juurde
preferences-title = Teie valikud välise sisu kohta
preferences-intro = Siin otsustate teiste pakkujate sisu üle. Allpool loetletu laaditakse alles pärast teie nõusolekut. Võite igal ajal meelt muuta.
preferences-current = Praegune valik
choice-accepted = Nõustutud
choice-refused = Keeldutud
choice-none = Valik puudub: midagi ei laadita
accept-all = Nõustu kõigega
refuse-all = Keeldu kõigest
save-choices = Salvesta need valikud
withdraw-all = Võta kõik valikud tagasi
choice-accept = Nõustu
choice-refuse = Keeldu
choice-ask = Küsi iga kord
saved = Teie valikud on salvestatud.
services-in-category = Teenused kategoorias „{ $category-name }”
gpc-notice = Teie brauser saadab signaali „Global Privacy Control”. Seda käsitatakse keeldumisena kõigest, millega te ise ei ole nõustunud.
withdraw-limits = Pärast nõusoleku tagasivõtmist vastavat sisu enam ei laadita. See sait ei saa kustutada küpsiseid, mille teine pakkuja on juba oma domeenil seadnud; saate need kustutada oma brauseri seadetes.
cookie-explained = Teie valikuid hoitakse ühes selle saidi küpsises nimega „{ $name }” { $days ->
    [one] { $days } päev
   *[other] { $days } päeva
}. See sisaldab teie valikuid ega sisalda midagi, mis teid tuvastaks.

service-title = Teenusest: { $service }
service-recipient = Saaja
service-country = Riik
service-category = Kategooria
service-purpose = Eesmärk
service-data = Andmed
service-storage = Teie seadmesse salvestatav
service-storage-item = { $name }: { $duration }
service-storage-unknown = Siin teave puudub: vaadake pakkuja enda privaatsuspoliitikat.
service-storage-third = Seda saab lugeda { $service }.
service-storage-first = Seda saab lugeda ainult see sait.
service-retention = Säilitamisaeg saaja juures
service-safeguard = Sinna saadetavate andmete kaitsemeede
service-controller = Andmete eest vastutaja saaja juures
service-policy = Privaatsuspoliitika: { $service }
service-hosts = Serverid, millega võetakse ühendust pärast nõustumist
service-reviewed = Viimati üle vaadatud: { $date }
service-withdraw = Saate nõusoleku igal ajal tagasi võtta jaotises „Teie valikud”.
data-kind = { $kind ->
    [ip-address] teie IP-aadress
    [device] teave teie seadme ja brauseri kohta
    [page-address] selle saidi aadress
    [interactions] mida te sisuga teete
    [account] teie konto seal, kui olete sisse logitud
    [location] teie asukoht, kui te seda lubate
    [input] mida te sinna sisestate
    [payment] makseandmed, kui te seal maksate
   *[identifiers] tunnused küpsistes või sarnases salvestusruumis
}

view-title = Sisu: { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Teie tõendid
receipts-intro = Igast valikust jääb tõend, et see sait saaks tõendada, mida valiti. Tõend sisaldab valikut, selle aega ja seda, milliseid tekste näidati. See ei sisalda teie nime, IP-aadressi ega midagi teie seadme kohta ja tõendid ei ole omavahel seotud.
receipts-cookie = Selleks et saaksite siin oma tõendeid näha, hoiab teie brauser nende numbreid küpsises nimega „{ $name }”, mis saadetakse ainult nendele lehtedele.
receipts-none = Sellest brauserist tõendeid ei ole.
receipts-off = See sait ei säilita tõendeid.
receipts-kept = Tõendid kustutatakse, kui on möödunud { $days ->
    [one] { $days } päev
   *[other] { $days } päeva
}.
receipts-download = Laadi minu tõendid alla
receipts-erase = Kustuta minu tõendid
receipts-erase-explained = Teie valikud jäävad kehtima. Kustutatud tõendist jääb alles sisuta märge, et registrit tervikuna saaks endiselt kontrollida.
receipts-erased = { $count ->
    [one] { $count } tõend on kustutatud.
   *[other] { $count } tõendit on kustutatud.
}
receipts-unavailable = Tõendeid ei saa praegu lugeda. Teie valikud jäävad kehtima.
receipt-time = Aeg
receipt-number = Number
receipt-decision = Valik
receipt-scope = Mille kohta
receipt-origin = Kuidas tehtud
receipt-texts = Tekstid nii, nagu neid näidati
receipt-decision-name = { $decision ->
    [accept] Nõustutud
    [refuse] Keeldutud
   *[withdraw] Tagasi võetud
}
receipt-scope-once = üksainus sisu teenusest { $service }
receipt-scope-all = kõik loetletu
receipt-origin-name = { $origin ->
    [notice] teate nupp
    [preferences] valikute leht
    [tcf] selle saidi oma nõusolekuaken
   *[gpc] teie brauseri signaal
}

## Choices that end

choices-until = Teie valikute viimane kehtivuspäev: { $date }; seejärel küsitakse teilt uuesti.
ask-again-changed = Teilt küsitakse uuesti, sest see, mille kohta te valisite, on vahepeal muutunud.
ask-again-expired = Teilt küsitakse uuesti, sest teie varasem valik on aegunud.

## Preferences as a dialog

close = Sulge

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] jaanuar
    [2] veebruar
    [3] märts
    [4] aprill
    [5] mai
    [6] juuni
    [7] juuli
    [8] august
    [9] september
    [10] oktoober
    [11] november
   *[12] detsember
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minut
       *[other] { $count } minutit
    }
    [hours] { $count ->
        [one] { $count } tund
       *[other] { $count } tundi
    }
    [days] { $count ->
        [one] { $count } päev
       *[other] { $count } päeva
    }
    [weeks] { $count ->
        [one] { $count } nädal
       *[other] { $count } nädalat
    }
    [months] { $count ->
        [one] { $count } kuu
       *[other] { $count } kuud
    }
    [years] { $count ->
        [one] { $count } aasta
       *[other] { $count } aastat
    }
   *[session] kuni brauseri sulgemiseni
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Araabia Ühendemiraadid
    [AL] Albaania
    [AR] Argentina
    [AT] Austria
    [AU] Austraalia
    [BA] Bosnia ja Hertsegoviina
    [BE] Belgia
    [BG] Bulgaaria
    [BR] Brasiilia
    [BY] Valgevene
    [CA] Kanada
    [CH] Šveits
    [CL] Tšiili
    [CN] Hiina
    [CO] Colombia
    [CY] Küpros
    [CZ] Tšehhi
    [DE] Saksamaa
    [DK] Taani
    [EE] Eesti
    [EG] Egiptus
    [ES] Hispaania
    [FI] Soome
    [FR] Prantsusmaa
    [GB] Ühendkuningriik
    [GE] Gruusia
    [GR] Kreeka
    [HR] Horvaatia
    [HU] Ungari
    [IE] Iirimaa
    [IL] Iisrael
    [IN] India
    [IS] Island
    [IT] Itaalia
    [JP] Jaapan
    [KR] Lõuna-Korea
    [LI] Liechtenstein
    [LT] Leedu
    [LU] Luksemburg
    [LV] Läti
    [MA] Maroko
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MK] Põhja-Makedoonia
    [MT] Malta
    [MX] Mehhiko
    [NL] Holland
    [NO] Norra
    [NZ] Uus-Meremaa
    [PL] Poola
    [PT] Portugal
    [RO] Rumeenia
    [RS] Serbia
    [RU] Venemaa
    [SA] Saudi Araabia
    [SE] Rootsi
    [SG] Singapur
    [SI] Sloveenia
    [SK] Slovakkia
    [SM] San Marino
    [TN] Tuneesia
    [TR] Türgi
    [TW] Taiwan
    [UA] Ukraina
    [US] Ameerika Ühendriigid
    [ZA] Lõuna-Aafrika Vabariik
   *[other] { $country }
}

## Errors shown to readers

error-title = Seda lehte ei saa näidata
error-upstream = Sait praegu ei vasta. Palun proovige hiljem uuesti.
error-request = Sellest päringust ei saadud aru. Midagi ei muudetud.
error-too-many = Neid eraldi valikuid on rohkem, kui brauser suudab säilitada. Midagi ei muudetud. Palun valige kategooriate kaupa.
error-token = See link ei kehti enam. Palun minge lehele tagasi ja proovige uuesti.
