### Texts a reader sees, in Croatian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Hrvatski
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Društvene mreže
    [video] Video
    [audio] Zvuk
    [maps] Karte
    [charts] Grafikoni i dokumenti
    [forms] Obrasci
    [comments] Komentari i razgovor
    [live] Izvještaji uživo i rezultati
    [payments] Plaćanja i donacije
    [technical] Tehničke usluge
    [analytics] Mjerenje posjećenosti
    [advertising] Oglašavanje
   *[unclassified] Nerazvrstani sadržaj
}
category-purpose = { $category ->
    [social] Prikazivanje objava s društvenih mreža.
    [video] Reprodukcija videozapisa koji su kod drugih pružatelja.
    [audio] Reprodukcija zvuka koji je kod drugih pružatelja.
    [maps] Prikazivanje interaktivnih karata.
    [charts] Prikazivanje interaktivnih grafikona i dokumenata.
    [forms] Prikazivanje obrazaca i rezervacija drugih pružatelja.
    [comments] Prikazivanje i pisanje komentara i poruka.
    [live] Prikazivanje izvještaja uživo, rezultata, vremena i drugih aktualnih informacija drugih pružatelja.
    [payments] Prikazivanje obrazaca za plaćanje i donacije drugih pružatelja.
    [technical] Učitavanje fontova, skripti i drugih dijelova stranice s poslužitelja drugih pružatelja.
    [analytics] Mjerenje načina korištenja stranica.
    [advertising] Prikazivanje oglasa.
   *[unclassified] Učitavanje sadržaja pružatelja koje ova web-stranica nije opisala.
}

## Notice

notice-title = { $category ->
    [social] Objava – { $service }
    [video] Video – { $service }
    [audio] Zvuk – { $service }
    [maps] Karta – { $service }
    [charts] Grafikon ili dokument – { $service }
    [forms] Obrazac – { $service }
    [comments] Komentari ili razgovor – { $service }
    [live] Izvještaj uživo – { $service }
    [payments] Obrazac za plaćanje ili donaciju – { $service }
   *[other] Sadržaj – { $service }
}
notice-reason = Vanjski sadržaj. Nije učitan jer usluga { $service } može prikupljati osobne podatke poput vaše IP adrese.
notice-category = Da biste ga vidjeli, dopustite samo ovaj sadržaj ili cijelu kategoriju „{ $category-name }”.
accept-once = Prikaži ovaj sadržaj
accept-category = Uvijek prikaži: { $category-name }
refuse = Odbij: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Više o usluzi { $service }
preferences = Vaši odabiri
preview-attribution = Ove su riječi dio ove stranice. Nisu učitane s usluge { $service }.
preview-link = Otvori na { $host }
external-link = vanjska poveznica
loading = Učitava se sadržaj usluge { $service }.
shown = Prikazan je sadržaj usluge { $service }.
refused = Odbili ste kategoriju „{ $category-name }”. Ovaj sadržaj ostaje zatvoren.
gpc-refused = Vaš preglednik traži od web-stranica da ne prodaju ni ne dijele vaše podatke. To je shvaćeno kao odbijanje.
withdraw = Ne prikazuj više: { $category-name }
close-once = Zatvori ovaj sadržaj
unavailable = Ovaj se sadržaj ovdje ne može prikazati.

## Pages of the gate

back = Natrag na stranicu
skip = Preskoči na sadržaj
preferences-title = Vaši odabiri o vanjskom sadržaju
preferences-intro = Ovdje odlučujete o sadržaju drugih pružatelja. Ono što je navedeno u nastavku učitava se tek nakon vašeg pristanka. Možete se predomisliti u bilo kojem trenutku.
preferences-current = Trenutačni odabir
choice-accepted = Prihvaćeno
choice-refused = Odbijeno
choice-none = Još nema odabira: ništa se ne učitava
accept-all = Prihvati sve
refuse-all = Odbij sve
save-choices = Spremi ove odabire
withdraw-all = Povuci sve odabire
choice-accept = Prihvati
choice-refuse = Odbij
choice-ask = Pitaj svaki put
saved = Vaši su odabiri spremljeni.
services-in-category = Usluge u kategoriji „{ $category-name }”
gpc-notice = Vaš preglednik šalje signal „Global Privacy Control”. To se smatra odbijanjem svega što niste sami prihvatili.
withdraw-limits = Nakon što povučete pristanak, dotični se sadržaj više ne učitava. Ova web-stranica ne može izbrisati kolačiće koje je drugi pružatelj već postavio na vlastitoj domeni; možete ih izbrisati u postavkama svojeg preglednika.
cookie-explained = Vaši se odabiri čuvaju u jednom kolačiću ove web-stranice pod nazivom „{ $name }”. Rok čuvanja: { $days ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
}. Sadrži vaše odabire i ništa što vas identificira.

service-title = O usluzi { $service }
service-recipient = Primatelj
service-country = Država
service-category = Kategorija
service-purpose = Svrha
service-data = Podaci
service-storage = Pohranjeno na vašem uređaju
service-storage-item = { $name }: { $duration }
service-storage-unknown = Ovdje nema dostupnih informacija: pogledajte pravila privatnosti pružatelja.
service-storage-third = Može ga čitati { $service }.
service-storage-first = Može ga čitati samo ova web-stranica.
service-retention = Rok čuvanja kod primatelja
service-safeguard = Zaštitna mjera za podatke koji se tamo šalju
service-controller = Voditelj obrade podataka kod primatelja
service-policy = Pravila privatnosti: { $service }
service-hosts = Poslužitelji koji se kontaktiraju nakon što prihvatite
service-reviewed = Zadnja provjera: { $date }
service-withdraw = Pristanak možete povući u bilo kojem trenutku pod „Vaši odabiri”.
data-kind = { $kind ->
    [ip-address] vaša IP adresa
    [device] podaci o vašem uređaju i pregledniku
    [page-address] adresa ove web-stranice
    [interactions] što radite sa sadržajem
    [account] vaš račun na toj usluzi, ako ste ondje prijavljeni
    [location] vaša lokacija, ako to dopustite
    [input] što u njega upišete
    [payment] podaci o plaćanju, ako ondje plaćate
   *[identifiers] identifikatori u kolačićima ili sličnoj pohrani
}

view-title = Sadržaj – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Vaše potvrde
receipts-intro = Svaki odabir ostavlja potvrdu kako bi ova web-stranica mogla dokazati što je odabrano. Potvrda sadrži odabir, njegovo vrijeme i koji su tekstovi prikazani. Ne sadrži vaše ime, vašu IP adresu ni išta o vašem uređaju, a potvrde nisu međusobno povezane.
receipts-cookie = Kako biste ovdje mogli vidjeti vlastite potvrde, vaš preglednik čuva njihove brojeve u kolačiću pod nazivom „{ $name }”, koji se šalje samo ovim stranicama.
receipts-none = Nema potvrda iz ovog preglednika.
receipts-off = Ova web-stranica ne čuva potvrde.
receipts-kept = Potvrde se brišu nakon { $days ->
    [one] { $days } dana
    [few] { $days } dana
   *[other] { $days } dana
}.
receipts-download = Preuzmi moje potvrde
receipts-erase = Izbriši moje potvrde
receipts-erase-explained = Vaši odabiri ostaju na snazi. Od izbrisane potvrde ostaje oznaka bez sadržaja, kako bi se evidencija kao cjelina i dalje mogla provjeriti.
receipts-erased = { $count ->
    [one] Izbrisana je { $count } potvrda.
    [few] Izbrisane su { $count } potvrde.
   *[other] Izbrisano je { $count } potvrda.
}
receipts-unavailable = Potvrde se trenutačno ne mogu pročitati. Vaši odabiri ostaju na snazi.
receipt-time = Vrijeme
receipt-number = Broj
receipt-decision = Odabir
receipt-scope = Za
receipt-origin = Način odabira
receipt-texts = Tekstovi kako su prikazani
receipt-decision-name = { $decision ->
    [accept] Prihvaćeno
    [refuse] Odbijeno
   *[withdraw] Povučeno
}
receipt-scope-once = jedan sadržaj usluge { $service }
receipt-scope-all = sve navedeno
receipt-origin-name = { $origin ->
    [notice] gumb u obavijesti
    [preferences] stranica s odabirima
    [tcf] prozor za privolu ove stranice
   *[gpc] signal vašeg preglednika
}

## Choices that end

choices-until = Vaši odabiri vrijede do { $date }; nakon toga bit ćete ponovno upitani.
ask-again-changed = Ponovno vas pitamo jer se ono na što se odnosio vaš odabir u međuvremenu promijenilo.
ask-again-expired = Ponovno vas pitamo jer je vaš raniji odabir istekao.

## Preferences as a dialog

close = Zatvori

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] siječnja
    [2] veljače
    [3] ožujka
    [4] travnja
    [5] svibnja
    [6] lipnja
    [7] srpnja
    [8] kolovoza
    [9] rujna
    [10] listopada
    [11] studenoga
   *[12] prosinca
} { $year }.
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
        [few] { $count } minute
       *[other] { $count } minuta
    }
    [hours] { $count ->
        [one] { $count } sat
        [few] { $count } sata
       *[other] { $count } sati
    }
    [days] { $count ->
        [one] { $count } dan
        [few] { $count } dana
       *[other] { $count } dana
    }
    [weeks] { $count ->
        [one] { $count } tjedan
        [few] { $count } tjedna
       *[other] { $count } tjedana
    }
    [months] { $count ->
        [one] { $count } mjesec
        [few] { $count } mjeseca
       *[other] { $count } mjeseci
    }
    [years] { $count ->
        [one] { $count } godina
        [few] { $count } godine
       *[other] { $count } godina
    }
   *[session] dok se preglednik ne zatvori
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andora
    [AE] Ujedinjeni Arapski Emirati
    [AL] Albanija
    [AR] Argentina
    [AT] Austrija
    [AU] Australija
    [BA] Bosna i Hercegovina
    [BE] Belgija
    [BG] Bugarska
    [BR] Brazil
    [BY] Bjelorusija
    [CA] Kanada
    [CH] Švicarska
    [CL] Čile
    [CN] Kina
    [CO] Kolumbija
    [CY] Cipar
    [CZ] Češka
    [DE] Njemačka
    [DK] Danska
    [EE] Estonija
    [EG] Egipat
    [ES] Španjolska
    [FI] Finska
    [FR] Francuska
    [GB] Ujedinjeno Kraljevstvo
    [GE] Gruzija
    [GR] Grčka
    [HR] Hrvatska
    [HU] Mađarska
    [IE] Irska
    [IL] Izrael
    [IN] Indija
    [IS] Island
    [IT] Italija
    [JP] Japan
    [KR] Južna Koreja
    [LI] Lihtenštajn
    [LT] Litva
    [LU] Luksemburg
    [LV] Latvija
    [MA] Maroko
    [MC] Monako
    [MD] Moldavija
    [ME] Crna Gora
    [MK] Sjeverna Makedonija
    [MT] Malta
    [MX] Meksiko
    [NL] Nizozemska
    [NO] Norveška
    [NZ] Novi Zeland
    [PL] Poljska
    [PT] Portugal
    [RO] Rumunjska
    [RS] Srbija
    [RU] Rusija
    [SA] Saudijska Arabija
    [SE] Švedska
    [SG] Singapur
    [SI] Slovenija
    [SK] Slovačka
    [SM] San Marino
    [TN] Tunis
    [TR] Turska
    [TW] Tajvan
    [UA] Ukrajina
    [US] Sjedinjene Američke Države
    [ZA] Južnoafrička Republika
   *[other] { $country }
}

## Errors shown to readers

error-title = Ova se stranica ne može prikazati
error-upstream = Web-stranica trenutačno ne odgovara. Pokušajte ponovno poslije.
error-request = Ovaj zahtjev nije shvaćen. Ništa nije promijenjeno.
error-too-many = To je više zasebnih odabira nego što ih preglednik može čuvati. Ništa nije promijenjeno. Odaberite po kategorijama.
error-token = Ova poveznica više ne vrijedi. Vratite se na stranicu i pokušajte ponovno.
