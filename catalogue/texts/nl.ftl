### Texts a reader sees, in Dutch. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Nederlands
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociale netwerken
    [video] Video
    [audio] Audio
    [maps] Kaarten
    [charts] Grafieken en documenten
    [forms] Formulieren
    [comments] Reacties en chat
    [live] Liveverslagen en uitslagen
    [payments] Betalingen en donaties
    [technical] Technische diensten
    [analytics] Bereikmeting
    [advertising] Advertenties
   *[unclassified] Niet-ingedeelde inhoud
}
category-purpose = { $category ->
    [social] Berichten van sociale netwerken tonen.
    [video] Video’s afspelen die bij andere aanbieders staan.
    [audio] Geluid afspelen dat bij andere aanbieders staat.
    [maps] Interactieve kaarten tonen.
    [charts] Interactieve grafieken en documenten tonen.
    [forms] Formulieren en reserveringen van andere aanbieders tonen.
    [comments] Reacties en berichten tonen en schrijven.
    [live] Liveblogs, standen, het weer en andere actuele informatie van andere aanbieders tonen.
    [payments] Betaal- en donatieformulieren van andere aanbieders tonen.
    [technical] Lettertypen, scripts en andere onderdelen van een pagina laden van servers van andere aanbieders.
    [analytics] Meten hoe de pagina’s worden gebruikt.
    [advertising] Advertenties tonen.
   *[unclassified] Inhoud laden van aanbieders die deze site niet heeft beschreven.
}

## Notice

notice-title = { $category ->
    [social] Bericht van { $service }
    [video] Video van { $service }
    [audio] Audio van { $service }
    [maps] Kaart van { $service }
    [charts] Grafiek of document van { $service }
    [forms] Formulier van { $service }
    [comments] Reacties of chat van { $service }
    [live] Liveverslag van { $service }
    [payments] Betaal- of donatieformulier van { $service }
   *[other] Inhoud van { $service }
}
notice-reason = Externe inhoud. Deze is niet geladen, omdat { $service } persoonsgegevens zoals uw IP-adres kan verzamelen.
notice-category = Om deze te zien, kunt u alleen deze inhoud toestaan of de hele categorie ‘{ $category-name }’.
accept-once = Deze inhoud tonen
accept-category = Altijd tonen: { $category-name }
refuse = Weigeren: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Meer over { $service }
preferences = Uw keuzes
preview-attribution = Deze tekst hoort bij deze pagina. Hij is niet geladen van { $service }.
preview-link = Openen op { $host }
external-link = externe link
loading = De inhoud van { $service } wordt geladen.
shown = De inhoud van { $service } wordt getoond.
refused = U hebt ‘{ $category-name }’ geweigerd. Deze inhoud blijft gesloten.
gpc-refused = Uw browser vraagt sites om uw gegevens niet te verkopen of te delen. Dit is opgevat als een weigering.
withdraw = Niet meer tonen: { $category-name }
close-once = Deze inhoud sluiten
unavailable = Deze inhoud kan hier niet worden getoond.

## Pages of the gate

back = Terug naar de pagina
skip = Naar de inhoud
preferences-title = Uw keuzes over externe inhoud
preferences-intro = Hier beslist u over inhoud van andere aanbieders. Wat hieronder staat, wordt pas geladen nadat u ja hebt gezegd. U kunt op elk moment van gedachten veranderen.
preferences-current = Huidige keuze
choice-accepted = Geaccepteerd
choice-refused = Geweigerd
choice-none = Nog geen keuze: er wordt niets geladen
accept-all = Alles accepteren
refuse-all = Alles weigeren
save-choices = Deze keuzes opslaan
withdraw-all = Alle keuzes intrekken
choice-accept = Accepteren
choice-refuse = Weigeren
choice-ask = Elke keer vragen
saved = Uw keuzes zijn opgeslagen.
services-in-category = Diensten in ‘{ $category-name }’
gpc-notice = Uw browser stuurt ‘Global Privacy Control’. Dit geldt als een weigering van alles wat u niet zelf hebt geaccepteerd.
withdraw-limits = Nadat u uw toestemming hebt ingetrokken, wordt de betreffende inhoud niet meer geladen. Deze site kan geen cookies verwijderen die een andere aanbieder al op zijn eigen domein heeft geplaatst; u kunt ze verwijderen in de instellingen van uw browser.
cookie-explained = Uw keuzes worden { $days ->
    [one] één dag
   *[other] { $days } dagen
} bewaard in één cookie van deze site, met de naam ‘{ $name }’. Deze bevat uw keuzes en niets waaruit blijkt wie u bent.

service-title = Over { $service }
service-recipient = Ontvanger
service-country = Land
service-category = Categorie
service-purpose = Doel
service-data = Gegevens
service-storage = Opgeslagen op uw apparaat
service-storage-item = { $name }: { $duration }
service-storage-unknown = Hier is geen informatie beschikbaar: zie het privacybeleid van de aanbieder.
service-storage-third = Kan worden gelezen door { $service }.
service-storage-first = Kan alleen door deze site worden gelezen.
service-retention = Bewaartermijn bij de ontvanger
service-safeguard = Waarborg voor gegevens die daarheen gaan
service-controller = Daar verantwoordelijk voor de gegevens
service-policy = Privacybeleid van { $service }
service-hosts = Servers waarmee contact wordt gelegd nadat u accepteert
service-reviewed = Laatst gecontroleerd op { $date }
service-withdraw = U kunt uw toestemming op elk moment intrekken onder ‘Uw keuzes’.
data-kind = { $kind ->
    [ip-address] uw IP-adres
    [device] gegevens over uw apparaat en browser
    [page-address] het adres van deze site
    [interactions] wat u met de inhoud doet
    [account] uw account daar, als u bent ingelogd
    [location] uw locatie, als u dat toestaat
    [input] wat u erin typt
    [payment] betaalgegevens, als u daar betaalt
   *[identifiers] identificatiecodes in cookies of vergelijkbare opslag
}

view-title = Inhoud van { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Uw bewijzen
receipts-intro = Elke keuze laat een bewijs achter, zodat deze site kan aantonen wat er is gekozen. Een bewijs bevat de keuze, het tijdstip en welke teksten zijn getoond. Het bevat niet uw naam, uw IP-adres of iets over uw apparaat, en de bewijzen zijn niet aan elkaar gekoppeld.
receipts-cookie = Zodat u hier uw eigen bewijzen kunt zien, bewaart uw browser hun nummers in een cookie met de naam ‘{ $name }’, die alleen naar deze pagina’s wordt gestuurd.
receipts-none = Er zijn geen bewijzen van deze browser.
receipts-off = Deze site bewaart geen bewijzen.
receipts-kept = Bewijzen worden verwijderd na { $days ->
    [one] één dag
   *[other] { $days } dagen
}.
receipts-download = Mijn bewijzen downloaden
receipts-erase = Mijn bewijzen wissen
receipts-erase-explained = Uw keuzes blijven van kracht. Van een gewist bewijs blijft een markering zonder inhoud over, zodat het register als geheel nog kan worden gecontroleerd.
receipts-erased = { $count ->
    [one] Eén bewijs is gewist.
   *[other] { $count } bewijzen zijn gewist.
}
receipts-unavailable = De bewijzen kunnen op dit moment niet worden gelezen. Uw keuzes blijven van kracht.
receipt-time = Tijdstip
receipt-number = Nummer
receipt-decision = Keuze
receipt-scope = Voor
receipt-origin = Gemaakt met
receipt-texts = Teksten zoals ze zijn getoond
receipt-decision-name = { $decision ->
    [accept] Geaccepteerd
    [refuse] Geweigerd
   *[withdraw] Ingetrokken
}
receipt-scope-once = één inhoud van { $service }
receipt-scope-all = alles wat in de lijst staat
receipt-origin-name = { $origin ->
    [notice] een knop van een melding
    [preferences] de pagina met keuzes
    [tcf] het eigen toestemmingsvenster van deze website
   *[gpc] een signaal van uw browser
}

## Choices that end

choices-until = Uw keuzes zijn geldig tot { $date }; daarna wordt u opnieuw gevraagd.
ask-again-changed = U wordt opnieuw gevraagd, omdat datgene waarover u had gekozen sindsdien is veranderd.
ask-again-expired = U wordt opnieuw gevraagd, omdat uw eerdere keuze is verlopen.

## Preferences as a dialog

close = Sluiten

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
    [hours] { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
    [days] { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
    [weeks] { $count ->
        [one] { $count } week
       *[other] { $count } weken
    }
    [months] { $count ->
        [one] { $count } maand
       *[other] { $count } maanden
    }
    [years] { $count ->
        [one] { $count } jaar
       *[other] { $count } jaar
    }
   *[session] tot de browser wordt gesloten
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Verenigde Arabische Emiraten
    [AL] Albanië
    [AR] Argentinië
    [AT] Oostenrijk
    [AU] Australië
    [BA] Bosnië en Herzegovina
    [BE] België
    [BG] Bulgarije
    [BR] Brazilië
    [BY] Belarus
    [CA] Canada
    [CH] Zwitserland
    [CL] Chili
    [CN] China
    [CO] Colombia
    [CY] Cyprus
    [CZ] Tsjechië
    [DE] Duitsland
    [DK] Denemarken
    [EE] Estland
    [EG] Egypte
    [ES] Spanje
    [FI] Finland
    [FR] Frankrijk
    [GB] Verenigd Koninkrijk
    [GE] Georgië
    [GR] Griekenland
    [HR] Kroatië
    [HU] Hongarije
    [IE] Ierland
    [IL] Israël
    [IN] India
    [IS] IJsland
    [IT] Italië
    [JP] Japan
    [KR] Zuid-Korea
    [LI] Liechtenstein
    [LT] Litouwen
    [LU] Luxemburg
    [LV] Letland
    [MA] Marokko
    [MC] Monaco
    [MD] Moldavië
    [ME] Montenegro
    [MK] Noord-Macedonië
    [MT] Malta
    [MX] Mexico
    [NL] Nederland
    [NO] Noorwegen
    [NZ] Nieuw-Zeeland
    [PL] Polen
    [PT] Portugal
    [RO] Roemenië
    [RS] Servië
    [RU] Rusland
    [SA] Saoedi-Arabië
    [SE] Zweden
    [SG] Singapore
    [SI] Slovenië
    [SK] Slowakije
    [SM] San Marino
    [TN] Tunesië
    [TR] Turkije
    [TW] Taiwan
    [UA] Oekraïne
    [US] Verenigde Staten
    [ZA] Zuid-Afrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Deze pagina kan niet worden getoond
error-upstream = De site reageert op dit moment niet. Probeer het later opnieuw.
error-request = Dit verzoek is niet begrepen. Er is niets veranderd.
error-too-many = Dit zijn meer afzonderlijke keuzes dan een browser kan bewaren. Er is niets gewijzigd. Kies in plaats daarvan per categorie.
error-token = Deze link is niet meer geldig. Ga terug naar de pagina en probeer het opnieuw.
