### Texts a reader sees, in Danish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Dansk
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociale netværk
    [video] Video
    [audio] Lyd
    [maps] Kort
    [charts] Diagrammer og dokumenter
    [forms] Formularer
    [comments] Kommentarer og chat
    [live] Livedækning og resultater
    [payments] Betalinger og donationer
    [technical] Tekniske tjenester
    [analytics] Brugsmåling
    [advertising] Reklamer
   *[unclassified] Ikke-klassificeret indhold
}
category-purpose = { $category ->
    [social] At vise opslag fra sociale netværk.
    [video] At afspille videoer, der ligger hos andre udbydere.
    [audio] At afspille lyd, der ligger hos andre udbydere.
    [maps] At vise interaktive kort.
    [charts] At vise interaktive diagrammer og dokumenter.
    [forms] At vise formularer og bestillinger fra andre udbydere.
    [comments] At vise og skrive kommentarer og beskeder.
    [live] At vise liveblogs, resultater, vejr og andre aktuelle oplysninger fra andre udbydere.
    [payments] At vise betalings- og donationsformularer fra andre udbydere.
    [technical] At hente skrifttyper, scripts og andre dele af en side fra andre udbyderes servere.
    [analytics] At måle, hvordan siderne bruges.
    [advertising] At vise reklamer.
   *[unclassified] At hente indhold fra udbydere, som dette websted ikke har beskrevet.
}

## Notice

notice-title = { $category ->
    [social] Opslag fra { $service }
    [video] Video fra { $service }
    [audio] Lyd fra { $service }
    [maps] Kort fra { $service }
    [charts] Diagram eller dokument fra { $service }
    [forms] Formular fra { $service }
    [comments] Kommentarer eller chat fra { $service }
    [live] Livedækning fra { $service }
    [payments] Betalings- eller donationsformular fra { $service }
   *[other] Indhold fra { $service }
}
notice-reason = Eksternt indhold. Det er ikke hentet, fordi { $service } kan indsamle personoplysninger som f.eks. din IP-adresse.
notice-category = Du kan se det ved at tillade kun dette indhold eller hele kategorien »{ $category-name }«.
accept-once = Vis dette indhold
accept-category = Vis altid: { $category-name }
refuse = Afvis: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mere om { $service }
preferences = Dine valg
preview-attribution = Disse ord er en del af denne side. De er ikke hentet fra { $service }.
preview-link = Åbn på { $host }
external-link = eksternt link
loading = Indholdet fra { $service } hentes.
shown = Indholdet fra { $service } vises.
refused = Du har afvist »{ $category-name }«. Dette indhold forbliver lukket.
gpc-refused = Din browser beder websteder om ikke at sælge eller dele dine data. Det er opfattet som en afvisning.
withdraw = Vis ikke længere: { $category-name }
close-once = Luk dette indhold
unavailable = Dette indhold kan ikke vises her.

## Pages of the gate

back = Tilbage til siden
skip = Gå til indholdet
preferences-title = Dine valg om eksternt indhold
preferences-intro = Her bestemmer du over indhold fra andre udbydere. Det, der står nedenfor, hentes først, når du har sagt ja. Du kan til enhver tid ændre mening.
preferences-current = Nuværende valg
choice-accepted = Accepteret
choice-refused = Afvist
choice-none = Intet valg endnu: intet hentes
accept-all = Accepter alle
refuse-all = Afvis alle
save-choices = Gem disse valg
withdraw-all = Træk alle valg tilbage
choice-accept = Accepter
choice-refuse = Afvis
choice-ask = Spørg hver gang
saved = Dine valg er gemt.
services-in-category = Tjenester i »{ $category-name }«
gpc-notice = Din browser sender »Global Privacy Control«. Det opfattes som en afvisning af alt, hvad du ikke selv har accepteret.
withdraw-limits = Når du har trukket dit samtykke tilbage, hentes indholdet ikke længere. Dette websted kan ikke slette cookies, som en anden udbyder allerede har sat på sit eget domæne; du kan slette dem i din browsers indstillinger.
cookie-explained = Dine valg gemmes i én cookie fra dette websted med navnet »{ $name }« i { $days ->
    [one] én dag
   *[other] { $days } dage
}. Den indeholder dine valg og intet, der identificerer dig.

service-title = Om { $service }
service-recipient = Modtager
service-country = Land
service-category = Kategori
service-purpose = Formål
service-data = Data
service-storage = Gemt på din enhed
service-storage-item = { $name }: { $duration }
service-storage-unknown = Der er ingen oplysninger her: se udbyderens egen privatlivspolitik.
service-storage-third = Det kan læses af { $service }.
service-storage-first = Det kan kun læses af dette websted.
service-retention = Opbevaringstid hos modtageren
service-safeguard = Garanti for data, der sendes dertil
service-controller = Ansvarlig for dataene der
service-policy = Privatlivspolitik for { $service }
service-hosts = Servere, der kontaktes, når du har accepteret
service-reviewed = Senest gennemgået: { $date }
service-withdraw = Du kan til enhver tid trække dit samtykke tilbage under »Dine valg«.
data-kind = { $kind ->
    [ip-address] din IP-adresse
    [device] oplysninger om din enhed og browser
    [page-address] adressen på dette websted
    [interactions] hvad du gør med indholdet
    [account] din konto der, hvis du er logget ind
    [location] din placering, hvis du tillader det
    [input] hvad du skriver i det
    [payment] betalingsoplysninger, hvis du betaler der
   *[identifiers] identifikatorer i cookies eller lignende lager
}

view-title = Indhold fra { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Dine kvitteringer
receipts-intro = Hvert valg efterlader en kvittering, så dette websted kan bevise, hvad der blev valgt. En kvittering indeholder valget, tidspunktet og hvilke tekster der blev vist. Den indeholder ikke dit navn, din IP-adresse eller noget om din enhed, og kvitteringerne er ikke knyttet til hinanden.
receipts-cookie = For at du kan se dine egne kvitteringer her, gemmer din browser deres numre i en cookie med navnet »{ $name }«, som kun sendes til disse sider.
receipts-none = Der er ingen kvitteringer fra denne browser.
receipts-off = Dette websted gemmer ingen kvitteringer.
receipts-kept = Kvitteringer slettes efter { $days ->
    [one] én dag
   *[other] { $days } dage
}.
receipts-download = Hent mine kvitteringer
receipts-erase = Slet mine kvitteringer
receipts-erase-explained = Dine valg gælder fortsat. Det, der er tilbage af en slettet kvittering, er et mærke uden indhold, så registret som helhed stadig kan kontrolleres.
receipts-erased = { $count ->
    [one] Én kvittering er slettet.
   *[other] { $count } kvitteringer er slettet.
}
receipts-unavailable = Kvitteringerne kan ikke læses i øjeblikket. Dine valg gælder fortsat.
receipt-time = Tidspunkt
receipt-number = Nummer
receipt-decision = Valg
receipt-scope = For
receipt-origin = Foretaget med
receipt-texts = Tekster, som de blev vist
receipt-decision-name = { $decision ->
    [accept] Accepteret
    [refuse] Afvist
   *[withdraw] Trukket tilbage
}
receipt-scope-once = ét stykke indhold fra { $service }
receipt-scope-all = alt på listen
receipt-origin-name = { $origin ->
    [notice] en knap i en meddelelse
    [preferences] siden med valg
    [tcf] dette websteds eget samtykkevindue
   *[gpc] et signal fra din browser
}

## Choices that end

choices-until = Dine valg gælder indtil { $date }; derefter bliver du spurgt igen.
ask-again-changed = Du bliver spurgt igen, fordi det, du havde valgt om, har ændret sig siden.
ask-again-expired = Du bliver spurgt igen, fordi dit tidligere valg er udløbet.

## Preferences as a dialog

close = Luk

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] januar
    [2] februar
    [3] marts
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minut
       *[other] { $count } minutter
    }
    [hours] { $count ->
        [one] { $count } time
       *[other] { $count } timer
    }
    [days] { $count ->
        [one] { $count } dag
       *[other] { $count } dage
    }
    [weeks] { $count ->
        [one] { $count } uge
       *[other] { $count } uger
    }
    [months] { $count ->
        [one] { $count } måned
       *[other] { $count } måneder
    }
    [years] { $count ->
        [one] { $count } år
       *[other] { $count } år
    }
   *[session] indtil browseren lukkes
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] De Forenede Arabiske Emirater
    [AL] Albanien
    [AR] Argentina
    [AT] Østrig
    [AU] Australien
    [BA] Bosnien-Hercegovina
    [BE] Belgien
    [BG] Bulgarien
    [BR] Brasilien
    [BY] Belarus
    [CA] Canada
    [CH] Schweiz
    [CL] Chile
    [CN] Kina
    [CO] Colombia
    [CY] Cypern
    [CZ] Tjekkiet
    [DE] Tyskland
    [DK] Danmark
    [EE] Estland
    [EG] Egypten
    [ES] Spanien
    [FI] Finland
    [FR] Frankrig
    [GB] Storbritannien
    [GE] Georgien
    [GR] Grækenland
    [HR] Kroatien
    [HU] Ungarn
    [IE] Irland
    [IL] Israel
    [IN] Indien
    [IS] Island
    [IT] Italien
    [JP] Japan
    [KR] Sydkorea
    [LI] Liechtenstein
    [LT] Litauen
    [LU] Luxembourg
    [LV] Letland
    [MA] Marokko
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MK] Nordmakedonien
    [MT] Malta
    [MX] Mexico
    [NL] Nederlandene
    [NO] Norge
    [NZ] New Zealand
    [PL] Polen
    [PT] Portugal
    [RO] Rumænien
    [RS] Serbien
    [RU] Rusland
    [SA] Saudi-Arabien
    [SE] Sverige
    [SG] Singapore
    [SI] Slovenien
    [SK] Slovakiet
    [SM] San Marino
    [TN] Tunesien
    [TR] Tyrkiet
    [TW] Taiwan
    [UA] Ukraine
    [US] USA
    [ZA] Sydafrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Denne side kan ikke vises
error-upstream = Webstedet svarer ikke i øjeblikket. Prøv igen senere.
error-request = Forespørgslen blev ikke forstået. Intet er ændret.
error-too-many = Det er flere enkelte valg, end en browser kan gemme. Intet er ændret. Vælg i stedet efter kategori.
error-token = Dette link er ikke længere gyldigt. Gå tilbage til siden og prøv igen.
