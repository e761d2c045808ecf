### Texts a reader sees, in German; awaiting a native review. Plain words; nothing that the gate does not do.
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Deutsch
language-direction = ltr

## Categories

category-name = { $category ->
    [social] Soziale Netzwerke
    [video] Videos
    [audio] Audio
    [maps] Karten
    [charts] Grafiken und Dokumente
    [forms] Formulare
    [comments] Kommentare
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
    [comments] Kommentare anzeigen und schreiben.
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
    [comments] Kommentare über { $service }
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
cookie-explained = Ihre Entscheidungen werden in einem einzigen Cookie dieser Website mit dem Namen „{ $name }“ gespeichert. Speicherdauer in Tagen: { $days }. Es enthält Ihre Entscheidungen und nichts, was Sie identifiziert.

service-title = Über { $service }
service-recipient = Empfänger
service-country = Land
service-category = Kategorie
service-purpose = Zweck
service-data = Daten
service-storage = Speicherung auf Ihrem Gerät
service-storage-item = { $name }: { $duration }
service-storage-unknown = Hier liegen keine Angaben vor: Bitte lesen Sie die Datenschutzerklärung des Anbieters.
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
   *[identifiers] Kennungen in Cookies oder ähnlichen Speichern
}

view-title = Inhalt von { $service }

## Errors shown to readers

error-title = Diese Seite kann nicht angezeigt werden
error-upstream = Die Website antwortet zurzeit nicht. Bitte versuchen Sie es später noch einmal.
error-request = Diese Anfrage wurde nicht verstanden. Es wurde nichts geändert.
error-token = Dieser Link ist nicht mehr gültig. Bitte gehen Sie zurück zur Seite und versuchen Sie es noch einmal.
