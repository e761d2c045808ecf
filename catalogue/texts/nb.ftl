### Texts a reader sees, in Norwegian (Bokmål). Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Norsk bokmål
language-direction = ltr
language-digits = 0123456789
# Readers of these languages get this one.
language-relatives = no, nn

## Categories

category-name = { $category ->
    [social] Sosiale nettverk
    [video] Video
    [audio] Lyd
    [maps] Kart
    [charts] Grafikk og dokumenter
    [forms] Skjemaer
    [comments] Kommentarer og chat
    [live] Direktedekning og resultater
    [payments] Betalinger og gaver
    [technical] Tekniske tjenester
    [analytics] Bruksmåling
    [advertising] Annonser
   *[unclassified] Uklassifisert innhold
}
category-purpose = { $category ->
    [social] Å vise innlegg fra sosiale nettverk.
    [video] Å spille av videoer som ligger hos andre leverandører.
    [audio] Å spille av lyd som ligger hos andre leverandører.
    [maps] Å vise interaktive kart.
    [charts] Å vise interaktiv grafikk og dokumenter.
    [forms] Å vise skjemaer og bestillinger fra andre leverandører.
    [comments] Å vise og skrive kommentarer og meldinger.
    [live] Å vise direktedekning, resultater, vær og annen aktuell informasjon fra andre leverandører.
    [payments] Å vise betalings- og gaveskjemaer fra andre leverandører.
    [technical] Å laste inn skrifttyper, skript og andre deler av en side fra andre leverandørers tjenere.
    [analytics] Å måle hvordan sidene brukes.
    [advertising] Å vise annonser.
   *[unclassified] Å laste inn innhold fra leverandører som dette nettstedet ikke har beskrevet.
}

## Notice

notice-title = { $category ->
    [social] Innlegg fra { $service }
    [video] Video fra { $service }
    [audio] Lyd fra { $service }
    [maps] Kart fra { $service }
    [charts] Grafikk eller dokument fra { $service }
    [forms] Skjema fra { $service }
    [comments] Kommentarer eller chat fra { $service }
    [live] Direktedekning fra { $service }
    [payments] Betalings- eller gaveskjema fra { $service }
   *[other] Innhold fra { $service }
}
notice-reason = Eksternt innhold. Det er ikke lastet inn, fordi { $service } kan samle inn personopplysninger som IP-adressen din.
notice-category = For å se det kan du tillate bare dette innholdet eller hele kategorien «{ $category-name }».
accept-once = Vis dette innholdet
accept-category = Vis alltid: { $category-name }
refuse = Avvis: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mer om { $service }
preferences = Dine valg
preview-attribution = Disse ordene er en del av denne siden. De er ikke lastet inn fra { $service }.
preview-link = Åpne på { $host }
external-link = ekstern lenke
loading = Innholdet fra { $service } lastes inn.
shown = Innholdet fra { $service } vises.
refused = Du har avvist «{ $category-name }». Dette innholdet forblir lukket.
gpc-refused = Nettleseren din ber nettsteder om ikke å selge eller dele opplysningene dine. Dette er oppfattet som et nei.
withdraw = Ikke vis lenger: { $category-name }
close-once = Lukk dette innholdet
unavailable = Dette innholdet kan ikke vises her.

## Pages of the gate

back = Tilbake til siden
skip = Gå til innholdet
preferences-title = Dine valg om eksternt innhold
preferences-intro = Her bestemmer du over innhold fra andre leverandører. Det som står nedenfor, lastes inn først når du har sagt ja. Du kan ombestemme deg når som helst.
preferences-current = Nåværende valg
choice-accepted = Godtatt
choice-refused = Avvist
choice-none = Ingen valg ennå: ingenting lastes inn
accept-all = Godta alle
refuse-all = Avvis alle
save-choices = Lagre disse valgene
withdraw-all = Trekk tilbake alle valg
choice-accept = Godta
choice-refuse = Avvis
choice-ask = Spør hver gang
saved = Valgene dine er lagret.
services-in-category = Tjenester i «{ $category-name }»
gpc-notice = Nettleseren din sender «Global Privacy Control». Det oppfattes som et nei til alt du ikke selv har godtatt.
withdraw-limits = Når du har trukket tilbake samtykket, lastes innholdet ikke lenger inn. Dette nettstedet kan ikke slette informasjonskapsler som en annen leverandør allerede har lagret på sitt eget domene; du kan slette dem i innstillingene i nettleseren.
cookie-explained = Valgene dine lagres i én informasjonskapsel fra dette nettstedet, med navnet «{ $name }», i { $days ->
    [one] én dag
   *[other] { $days } dager
}. Den inneholder valgene dine, og ingenting som identifiserer deg.

service-title = Om { $service }
service-recipient = Mottaker
service-country = Land
service-category = Kategori
service-purpose = Formål
service-data = Opplysninger
service-storage = Lagret på enheten din
service-storage-item = { $name }: { $duration }
service-storage-unknown = Det finnes ingen opplysninger her: se leverandørens egen personvernerklæring.
service-storage-third = Det kan leses av { $service }.
service-storage-first = Det kan bare leses av dette nettstedet.
service-retention = Lagringstid hos mottakeren
service-safeguard = Garanti for opplysninger som sendes dit
service-controller = Ansvarlig for opplysningene der
service-policy = Personvernerklæring for { $service }
service-hosts = Tjenere som kontaktes etter at du har godtatt
service-reviewed = Sist gjennomgått: { $date }
service-withdraw = Du kan når som helst trekke tilbake samtykket under «Dine valg».
data-kind = { $kind ->
    [ip-address] IP-adressen din
    [device] opplysninger om enheten og nettleseren din
    [page-address] adressen til dette nettstedet
    [interactions] hva du gjør med innholdet
    [account] kontoen din der, hvis du er innlogget
    [location] posisjonen din, hvis du tillater det
    [input] det du skriver i det
    [payment] betalingsopplysninger, hvis du betaler der
   *[identifiers] identifikatorer i informasjonskapsler eller lignende lagring
}

view-title = Innhold fra { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Dine kvitteringer
receipts-intro = Hvert valg etterlater en kvittering, slik at dette nettstedet kan vise hva som ble valgt. En kvittering inneholder valget, tidspunktet og hvilke tekster som ble vist. Den inneholder ikke navnet ditt, IP-adressen din eller noe om enheten din, og kvitteringene er ikke knyttet til hverandre.
receipts-cookie = For at du skal kunne se dine egne kvitteringer her, lagrer nettleseren numrene deres i en informasjonskapsel med navnet «{ $name }», som bare sendes til disse sidene.
receipts-none = Det finnes ingen kvitteringer fra denne nettleseren.
receipts-off = Dette nettstedet lagrer ingen kvitteringer.
receipts-kept = Kvitteringer slettes etter { $days ->
    [one] én dag
   *[other] { $days } dager
}.
receipts-download = Last ned kvitteringene mine
receipts-erase = Slett kvitteringene mine
receipts-erase-explained = Valgene dine gjelder fortsatt. Det som er igjen av en slettet kvittering, er et merke uten innhold, slik at registeret som helhet fortsatt kan kontrolleres.
receipts-erased = { $count ->
    [one] Én kvittering er slettet.
   *[other] { $count } kvitteringer er slettet.
}
receipts-unavailable = Kvitteringene kan ikke leses for øyeblikket. Valgene dine gjelder fortsatt.
receipt-time = Tidspunkt
receipt-number = Nummer
receipt-decision = Valg
receipt-scope = For
receipt-origin = Gjort med
receipt-texts = Tekstene slik de ble vist
receipt-decision-name = { $decision ->
    [accept] Godtatt
    [refuse] Avvist
   *[withdraw] Trukket tilbake
}
receipt-scope-once = ett enkelt innhold fra { $service }
receipt-scope-all = alt på listen
receipt-origin-name = { $origin ->
    [notice] en knapp i et varsel
    [preferences] siden med valg
    [tcf] dette nettstedets eget samtykkevindu
   *[gpc] et signal fra nettleseren din
}

## Choices that end

choices-until = Valgene dine gjelder til { $date }; deretter blir du spurt på nytt.
ask-again-changed = Du blir spurt på nytt, fordi det du hadde valgt om, har endret seg siden.
ask-again-expired = Du blir spurt på nytt, fordi det tidligere valget ditt har utløpt.

## Preferences as a dialog

close = Lukk

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minutt
       *[other] { $count } minutter
    }
    [hours] { $count ->
        [one] { $count } time
       *[other] { $count } timer
    }
    [days] { $count ->
        [one] { $count } dag
       *[other] { $count } dager
    }
    [weeks] { $count ->
        [one] { $count } uke
       *[other] { $count } uker
    }
    [months] { $count ->
        [one] { $count } måned
       *[other] { $count } måneder
    }
    [years] { $count ->
        [one] { $count } år
       *[other] { $count } år
    }
   *[session] til nettleseren lukkes
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] De forente arabiske emirater
    [AL] Albania
    [AR] Argentina
    [AT] Østerrike
    [AU] Australia
    [BA] Bosnia-Hercegovina
    [BE] Belgia
    [BG] Bulgaria
    [BR] Brasil
    [BY] Belarus
    [CA] Canada
    [CH] Sveits
    [CL] Chile
    [CN] Kina
    [CO] Colombia
    [CY] Kypros
    [CZ] Tsjekkia
    [DE] Tyskland
    [DK] Danmark
    [EE] Estland
    [EG] Egypt
    [ES] Spania
    [FI] Finland
    [FR] Frankrike
    [GB] Storbritannia
    [GE] Georgia
    [GR] Hellas
    [HR] Kroatia
    [HU] Ungarn
    [IE] Irland
    [IL] Israel
    [IN] India
    [IS] Island
    [IT] Italia
    [JP] Japan
    [KR] Sør-Korea
    [LI] Liechtenstein
    [LT] Litauen
    [LU] Luxemburg
    [LV] Latvia
    [MA] Marokko
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MK] Nord-Makedonia
    [MT] Malta
    [MX] Mexico
    [NL] Nederland
    [NO] Norge
    [NZ] New Zealand
    [PL] Polen
    [PT] Portugal
    [RO] Romania
    [RS] Serbia
    [RU] Russland
    [SA] Saudi-Arabia
    [SE] Sverige
    [SG] Singapore
    [SI] Slovenia
    [SK] Slovakia
    [SM] San Marino
    [TN] Tunisia
    [TR] Tyrkia
    [TW] Taiwan
    [UA] Ukraina
    [US] USA
    [ZA] Sør-Afrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Denne siden kan ikke vises
error-upstream = Nettstedet svarer ikke for øyeblikket. Prøv igjen senere.
error-request = Forespørselen ble ikke forstått. Ingenting er endret.
error-too-many = Dette er flere enkeltvalg enn en nettleser kan lagre. Ingenting er endret. Velg heller etter kategori.
error-token = Denne lenken er ikke lenger gyldig. Gå tilbake til siden og prøv igjen.
