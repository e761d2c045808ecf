### Texts a reader sees, in German. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Deutsch
language-direction = ltr
language-digits = 0123456789
# Readers of these languages get this one.
language-relatives = gsw

## Categories

category-name = { $category ->
    [social] Soziale Netzwerke
    [video] Videos
    [audio] Audio
    [maps] Karten
    [charts] Grafiken und Dokumente
    [forms] Formulare
    [comments] Kommentare und Chats
    [live] Liveberichte und Ergebnisse
    [payments] Zahlungen und Spenden
    [technical] Technische Dienste
    [analytics] Reichweitenmessung
    [advertising] Werbung
   *[unclassified] Nicht zugeordnete Inhalte
}
category-purpose = { $category ->
    [social] Beiträge aus sozialen Netzwerken anzeigen.
    [video] Videos abspielen, die bei anderen Anbietern liegen.
    [audio] Audioinhalte abspielen, die bei anderen Anbietern liegen.
    [maps] Interaktive Karten anzeigen.
    [charts] Interaktive Grafiken und Dokumente anzeigen.
    [forms] Formulare und Buchungen anderer Anbieter anzeigen.
    [comments] Kommentare und Nachrichten anzeigen und schreiben.
    [live] Liveticker, Spielstände, Wetter und andere aktuelle Informationen anderer Anbieter anzeigen.
    [payments] Zahlungs- und Spendenformulare anderer Anbieter anzeigen.
    [technical] Schriften, Skripte und andere Teile einer Seite von Servern anderer Anbieter laden.
    [analytics] Messen, wie die Seiten genutzt werden.
    [advertising] Werbung anzeigen.
   *[unclassified] Inhalte von Anbietern laden, die diese Website nicht beschrieben hat.
}

## Notice

notice-title = { $category ->
    [social] Beitrag auf { $service }
    [video] Video von { $service }
    [audio] Audioinhalt von { $service }
    [maps] Karte von { $service }
    [charts] Grafik oder Dokument von { $service }
    [forms] Formular von { $service }
    [comments] Kommentare oder Chat über { $service }
    [live] Livebericht von { $service }
    [payments] Zahlungs- oder Spendenformular von { $service }
   *[other] Inhalt von { $service }
}
notice-reason = Externer Inhalt. Er wurde nicht geladen, weil { $service } personenbezogene Daten wie Ihre IP-Adresse erheben kann.
notice-category = Um ihn zu sehen, erlauben Sie nur diesen Inhalt oder die ganze Kategorie „{ $category-name }“.
accept-once = Inhalt anzeigen
accept-category = Immer anzeigen: { $category-name }
refuse = Ablehnen: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mehr über { $service }
preferences = Ihre Entscheidungen
preview-attribution = Dieser Text ist Teil dieser Seite. Er wurde nicht von { $service } geladen.
preview-link = Auf { $host } öffnen
external-link = externer Link
loading = Der Inhalt von { $service } wird geladen.
shown = Der Inhalt von { $service } wird angezeigt.
refused = Sie haben „{ $category-name }“ abgelehnt. Dieser Inhalt bleibt geschlossen.
gpc-refused = Ihr Browser bittet Websites, Ihre Daten nicht zu verkaufen oder weiterzugeben. Das wurde als Ablehnung gewertet.
withdraw = Nicht mehr anzeigen: { $category-name }
close-once = Diesen Inhalt schließen
unavailable = Dieser Inhalt kann hier nicht angezeigt werden.

## Pages of the gate

back = Zurück zur Seite
skip = Zum Inhalt springen
preferences-title = Ihre Entscheidungen zu externen Inhalten
preferences-intro = Hier entscheiden Sie über Inhalte anderer Anbieter. Was unten aufgeführt ist, wird erst geladen, wenn Sie zugestimmt haben. Sie können Ihre Entscheidung jederzeit ändern.
preferences-current = Aktuelle Entscheidung
choice-accepted = Akzeptiert
choice-refused = Abgelehnt
choice-none = Noch keine Entscheidung: Es wird nichts geladen
accept-all = Alle akzeptieren
refuse-all = Alle ablehnen
save-choices = Diese Entscheidungen speichern
withdraw-all = Alle Entscheidungen widerrufen
choice-accept = Akzeptieren
choice-refuse = Ablehnen
choice-ask = Jedes Mal fragen
saved = Ihre Entscheidungen wurden gespeichert.
services-in-category = Dienste der Kategorie „{ $category-name }“
gpc-notice = Ihr Browser sendet das Signal „Global Privacy Control“. Es gilt als Ablehnung von allem, was Sie nicht selbst akzeptiert haben.
withdraw-limits = Nachdem Sie Ihre Einwilligung widerrufen haben, werden die betroffenen Inhalte nicht mehr geladen. Cookies, die ein anderer Anbieter bereits auf seiner eigenen Domain gesetzt hat, kann diese Website nicht löschen; Sie können sie in den Einstellungen Ihres Browsers löschen.
cookie-explained = Ihre Entscheidungen werden { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang in einem einzigen Cookie dieser Website mit dem Namen „{ $name }“ gespeichert. Es enthält Ihre Entscheidungen und nichts, was Sie identifiziert.

service-title = Über { $service }
service-recipient = Empfänger
service-country = Land
service-category = Kategorie
service-purpose = Zweck
service-data = Daten
service-storage = Speicherung auf Ihrem Gerät
service-storage-item = { $name }: { $duration }
service-storage-unknown = Hier liegen keine Angaben vor: Bitte lesen Sie die Datenschutzerklärung des Anbieters.
service-storage-third = Kann von { $service } gelesen werden.
service-storage-first = Kann nur von dieser Website gelesen werden.
service-retention = Speicherdauer beim Empfänger
service-safeguard = Garantie für dorthin übermittelte Daten
service-controller = Dort für die Daten verantwortlich
service-policy = Datenschutzerklärung von { $service }
service-hosts = Server, die nach Ihrer Zustimmung kontaktiert werden
service-reviewed = Zuletzt geprüft: { $date }
service-withdraw = Sie können Ihre Einwilligung jederzeit unter „Ihre Entscheidungen“ widerrufen.
data-kind = { $kind ->
    [ip-address] Ihre IP-Adresse
    [device] Angaben zu Ihrem Gerät und Browser
    [page-address] die Adresse dieser Website
    [interactions] was Sie mit dem Inhalt tun
    [account] Ihr Konto bei diesem Dienst, wenn Sie dort angemeldet sind
    [location] Ihr Standort, wenn Sie es erlauben
    [input] was Sie dort eingeben
    [payment] Zahlungsdaten, wenn Sie dort bezahlen
   *[identifiers] Kennungen in Cookies oder ähnlichen Speichern
}

view-title = Inhalt von { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Ihre Belege
receipts-intro = Jede Entscheidung hinterlässt einen Beleg, damit diese Website nachweisen kann, was gewählt wurde. Ein Beleg enthält die Entscheidung, ihren Zeitpunkt und welche Texte angezeigt wurden. Er enthält weder Ihren Namen noch Ihre IP-Adresse noch Angaben zu Ihrem Gerät, und die Belege sind nicht miteinander verknüpft.
receipts-cookie = Damit Sie hier Ihre eigenen Belege sehen können, bewahrt Ihr Browser deren Nummern in einem Cookie mit dem Namen „{ $name }“ auf, das nur an diese Seiten gesendet wird.
receipts-none = Von diesem Browser gibt es keine Belege.
receipts-off = Diese Website bewahrt keine Belege auf.
receipts-kept = Belege werden nach { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
} gelöscht.
receipts-download = Meine Belege herunterladen
receipts-erase = Meine Belege löschen
receipts-erase-explained = Ihre Entscheidungen gelten weiter. Von einem gelöschten Beleg bleibt eine Markierung ohne Inhalt, damit sich das Verzeichnis als Ganzes weiterhin prüfen lässt.
receipts-erased = { $count ->
    [one] Ein Beleg wurde gelöscht.
   *[other] { $count } Belege wurden gelöscht.
}
receipts-unavailable = Die Belege können zurzeit nicht gelesen werden. Ihre Entscheidungen gelten weiter.
receipt-time = Zeitpunkt
receipt-number = Nummer
receipt-decision = Entscheidung
receipt-scope = Für
receipt-origin = Getroffen über
receipt-texts = Texte, wie sie angezeigt wurden
receipt-decision-name = { $decision ->
    [accept] Akzeptiert
    [refuse] Abgelehnt
   *[withdraw] Widerrufen
}
receipt-scope-once = einen einzelnen Inhalt von { $service }
receipt-scope-all = alles Aufgeführte
receipt-origin-name = { $origin ->
    [notice] eine Schaltfläche eines Hinweises
    [preferences] die Seite mit den Entscheidungen
    [tcf] das eigene Einwilligungsfenster dieser Website
   *[gpc] ein Signal Ihres Browsers
}

## Choices that end

choices-until = Ihre Entscheidungen gelten bis zum { $date }; danach werden Sie erneut gefragt.
ask-again-changed = Sie werden erneut gefragt, weil sich seit Ihrer Entscheidung geändert hat, worum es dabei ging.
ask-again-expired = Sie werden erneut gefragt, weil Ihre frühere Entscheidung abgelaufen ist.

## Preferences as a dialog

close = Schließen

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
    [hours] { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
    [days] { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
    [weeks] { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
    [months] { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
    [years] { $count ->
        [one] { $count } Jahr
       *[other] { $count } Jahre
    }
   *[session] bis der Browser geschlossen wird
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Vereinigte Arabische Emirate
    [AL] Albanien
    [AR] Argentinien
    [AT] Österreich
    [AU] Australien
    [BA] Bosnien und Herzegowina
    [BE] Belgien
    [BG] Bulgarien
    [BR] Brasilien
    [BY] Belarus
    [CA] Kanada
    [CH] Schweiz
    [CL] Chile
    [CN] China
    [CO] Kolumbien
    [CY] Zypern
    [CZ] Tschechien
    [DE] Deutschland
    [DK] Dänemark
    [EE] Estland
    [EG] Ägypten
    [ES] Spanien
    [FI] Finnland
    [FR] Frankreich
    [GB] Vereinigtes Königreich
    [GE] Georgien
    [GR] Griechenland
    [HR] Kroatien
    [HU] Ungarn
    [IE] Irland
    [IL] Israel
    [IN] Indien
    [IS] Island
    [IT] Italien
    [JP] Japan
    [KR] Südkorea
    [LI] Liechtenstein
    [LT] Litauen
    [LU] Luxemburg
    [LV] Lettland
    [MA] Marokko
    [MC] Monaco
    [MD] Republik Moldau
    [ME] Montenegro
    [MK] Nordmazedonien
    [MT] Malta
    [MX] Mexiko
    [NL] Niederlande
    [NO] Norwegen
    [NZ] Neuseeland
    [PL] Polen
    [PT] Portugal
    [RO] Rumänien
    [RS] Serbien
    [RU] Russland
    [SA] Saudi-Arabien
    [SE] Schweden
    [SG] Singapur
    [SI] Slowenien
    [SK] Slowakei
    [SM] San Marino
    [TN] Tunesien
    [TR] Türkei
    [TW] Taiwan
    [UA] Ukraine
    [US] Vereinigte Staaten
    [ZA] Südafrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Diese Seite kann nicht angezeigt werden
error-upstream = Die Website antwortet zurzeit nicht. Bitte versuchen Sie es später noch einmal.
error-request = Diese Anfrage wurde nicht verstanden. Es wurde nichts geändert.
error-too-many = Das sind mehr einzelne Entscheidungen, als ein Browser behalten kann. Es wurde nichts geändert. Bitte wählen Sie stattdessen nach Kategorien.
error-token = Dieser Link ist nicht mehr gültig. Bitte gehen Sie zurück zur Seite und versuchen Sie es noch einmal.
