### Texts a reader sees, in Italian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Italiano
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Social network
    [video] Video
    [audio] Audio
    [maps] Mappe
    [charts] Grafici e documenti
    [forms] Moduli
    [comments] Commenti e chat
    [live] Dirette e risultati
    [payments] Pagamenti e donazioni
    [technical] Servizi tecnici
    [analytics] Misurazione dell’audience
    [advertising] Pubblicità
   *[unclassified] Contenuti non classificati
}
category-purpose = { $category ->
    [social] Mostrare post pubblicati sui social network.
    [video] Riprodurre video ospitati da terzi.
    [audio] Riprodurre audio ospitati da terzi.
    [maps] Mostrare mappe interattive.
    [charts] Mostrare grafici e documenti interattivi.
    [forms] Mostrare moduli e prenotazioni gestiti da terzi.
    [comments] Mostrare e scrivere commenti e messaggi.
    [live] Mostrare dirette, risultati, meteo e altre informazioni aggiornate di terzi.
    [payments] Mostrare moduli di pagamento e di donazione di terzi.
    [technical] Caricare caratteri, script e altre parti di una pagina dai server di terzi.
    [analytics] Misurare come vengono usate le pagine.
    [advertising] Mostrare pubblicità.
   *[unclassified] Caricare contenuti di terzi che questo sito non ha descritto.
}

## Notice

notice-title = { $category ->
    [social] Post da { $service }
    [video] Video da { $service }
    [audio] Audio da { $service }
    [maps] Mappa da { $service }
    [charts] Grafico o documento da { $service }
    [forms] Modulo da { $service }
    [comments] Commenti o chat da { $service }
    [live] Diretta da { $service }
    [payments] Modulo di pagamento o di donazione da { $service }
   *[other] Contenuto da { $service }
}
notice-reason = Contenuto esterno. Non è stato caricato, perché { $service } può raccogliere dati personali come l’indirizzo IP.
notice-category = Per vederlo, può consentire solo questo contenuto o l’intera categoria «{ $category-name }».
accept-once = Mostra il contenuto
accept-category = Mostra sempre: { $category-name }
refuse = Rifiuta: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Informazioni su { $service }
preferences = Le sue scelte
preview-attribution = Questo testo fa parte di questa pagina. Non è stato caricato da { $service }.
preview-link = Apri su { $host }
external-link = link esterno
loading = Caricamento del contenuto da { $service }.
shown = Il contenuto da { $service } è visibile.
refused = Ha rifiutato «{ $category-name }». Questo contenuto resta chiuso.
gpc-refused = Il suo browser chiede ai siti di non vendere né condividere i suoi dati. La richiesta è stata considerata un rifiuto.
withdraw = Non mostrare più: { $category-name }
close-once = Chiudi questo contenuto
unavailable = Questo contenuto non può essere mostrato qui.

## Pages of the gate

back = Torna alla pagina
skip = Vai al contenuto
preferences-title = Le sue scelte sui contenuti esterni
preferences-intro = Qui decide lei sui contenuti di terzi. Quelli elencati sotto vengono caricati solo dopo il suo consenso. Può cambiare idea in qualsiasi momento.
preferences-current = Scelta attuale
choice-accepted = Accettato
choice-refused = Rifiutato
choice-none = Ancora nessuna scelta: non viene caricato nulla
accept-all = Accetta tutto
refuse-all = Rifiuta tutto
save-choices = Salva queste scelte
withdraw-all = Revoca tutte le scelte
choice-accept = Accetta
choice-refuse = Rifiuta
choice-ask = Chiedi ogni volta
saved = Le sue scelte sono state salvate.
services-in-category = Servizi della categoria «{ $category-name }»
gpc-notice = Il suo browser invia il segnale «Global Privacy Control». Vale come rifiuto di tutto ciò che non ha accettato lei.
withdraw-limits = Dopo la revoca del consenso, i contenuti interessati non vengono più caricati. Questo sito non può cancellare i cookie che un terzo ha già installato sul proprio dominio; può cancellarli nelle impostazioni del suo browser.
cookie-explained = Le sue scelte sono conservate per { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} in un solo cookie di questo sito, chiamato «{ $name }». Contiene le sue scelte e nulla che la identifichi.

service-title = Informazioni su { $service }
service-recipient = Destinatario
service-country = Paese
service-category = Categoria
service-purpose = Finalità
service-data = Dati
service-storage = Memorizzazione sul suo dispositivo
service-storage-item = { $name }: { $duration }
service-storage-unknown = Nessuna informazione disponibile qui: consulti l’informativa sulla privacy del fornitore.
service-storage-third = Può essere letto da { $service }.
service-storage-first = Può essere letto solo da questo sito.
service-retention = Conservazione presso il destinatario
service-safeguard = Garanzia per i dati inviati in quel Paese
service-controller = Titolare dei dati ricevuti
service-policy = Informativa sulla privacy di { $service }
service-hosts = Server contattati dopo il suo consenso
service-reviewed = Ultima verifica: { $date }
service-withdraw = Può revocare il consenso in qualsiasi momento in «Le sue scelte».
data-kind = { $kind ->
    [ip-address] il suo indirizzo IP
    [device] informazioni sul suo dispositivo e sul suo browser
    [page-address] l’indirizzo di questo sito
    [interactions] le sue azioni sul contenuto
    [account] il suo account presso il servizio, se ha effettuato l’accesso
    [location] la sua posizione, se lo consente
    [input] ciò che vi scrive
    [payment] dati di pagamento, se paga lì
   *[identifiers] identificativi nei cookie o in strumenti simili
}

view-title = Contenuto da { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Le sue ricevute
receipts-intro = Ogni scelta lascia una ricevuta, perché questo sito possa dimostrare che cosa è stato scelto. Una ricevuta contiene la scelta, l’ora e i testi che sono stati mostrati. Non contiene il suo nome, il suo indirizzo IP né altro sul suo dispositivo, e le ricevute non sono collegate tra loro.
receipts-cookie = Perché lei possa vedere qui le proprie ricevute, il suo browser ne conserva i numeri in un cookie chiamato «{ $name }», che viene inviato solo a queste pagine.
receipts-none = Non ci sono ricevute di questo browser.
receipts-off = Questo sito non conserva ricevute.
receipts-kept = Le ricevute vengono eliminate dopo { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}.
receipts-download = Scarica le mie ricevute
receipts-erase = Cancella le mie ricevute
receipts-erase-explained = Le sue scelte restano valide. Di una ricevuta cancellata rimane un segno senza contenuto, perché il registro nel suo insieme possa ancora essere verificato.
receipts-erased = { $count ->
    [one] { $count } ricevuta è stata cancellata.
   *[other] { $count } ricevute sono state cancellate.
}
receipts-unavailable = Al momento le ricevute non possono essere lette. Le sue scelte restano valide.
receipt-time = Ora
receipt-number = Numero
receipt-decision = Scelta
receipt-scope = Per
receipt-origin = Fatta con
receipt-texts = Testi così come sono stati mostrati
receipt-decision-name = { $decision ->
    [accept] Accettata
    [refuse] Rifiutata
   *[withdraw] Revocata
}
receipt-scope-once = un solo contenuto da { $service }
receipt-scope-all = tutto ciò che è elencato
receipt-origin-name = { $origin ->
    [notice] un pulsante di un avviso
    [preferences] la pagina delle scelte
    [tcf] la finestra di consenso di questo sito
   *[gpc] un segnale del suo browser
}

## Choices that end

choices-until = Data di scadenza delle sue scelte: { $date }. Dopo le verrà chiesto di nuovo.
ask-again-changed = Le viene chiesto di nuovo, perché da allora è cambiato ciò su cui aveva scelto.
ask-again-expired = Le viene chiesto di nuovo, perché la sua scelta precedente è scaduta.

## Preferences as a dialog

close = Chiudi

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
    [hours] { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
    [days] { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
    [weeks] { $count ->
        [one] { $count } settimana
       *[other] { $count } settimane
    }
    [months] { $count ->
        [one] { $count } mese
       *[other] { $count } mesi
    }
    [years] { $count ->
        [one] { $count } anno
       *[other] { $count } anni
    }
   *[session] fino alla chiusura del browser
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emirati Arabi Uniti
    [AL] Albania
    [AR] Argentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia ed Erzegovina
    [BE] Belgio
    [BG] Bulgaria
    [BR] Brasile
    [BY] Bielorussia
    [CA] Canada
    [CH] Svizzera
    [CL] Cile
    [CN] Cina
    [CO] Colombia
    [CY] Cipro
    [CZ] Cechia
    [DE] Germania
    [DK] Danimarca
    [EE] Estonia
    [EG] Egitto
    [ES] Spagna
    [FI] Finlandia
    [FR] Francia
    [GB] Regno Unito
    [GE] Georgia
    [GR] Grecia
    [HR] Croazia
    [HU] Ungheria
    [IE] Irlanda
    [IL] Israele
    [IN] India
    [IS] Islanda
    [IT] Italia
    [JP] Giappone
    [KR] Corea del Sud
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Lussemburgo
    [LV] Lettonia
    [MA] Marocco
    [MC] Monaco
    [MD] Moldavia
    [ME] Montenegro
    [MK] Macedonia del Nord
    [MT] Malta
    [MX] Messico
    [NL] Paesi Bassi
    [NO] Norvegia
    [NZ] Nuova Zelanda
    [PL] Polonia
    [PT] Portogallo
    [RO] Romania
    [RS] Serbia
    [RU] Russia
    [SA] Arabia Saudita
    [SE] Svezia
    [SG] Singapore
    [SI] Slovenia
    [SK] Slovacchia
    [SM] San Marino
    [TN] Tunisia
    [TR] Turchia
    [TW] Taiwan
    [UA] Ucraina
    [US] Stati Uniti
    [ZA] Sudafrica
   *[other] { $country }
}

## Errors shown to readers

error-title = Questa pagina non può essere mostrata
error-upstream = Al momento il sito non risponde. Riprovi più tardi.
error-request = La richiesta non è stata compresa. Non è stato modificato nulla.
error-too-many = Queste scelte separate sono più di quante un browser possa conservare. Nulla è stato modificato. Scegliere invece per categoria.
error-token = Questo link non è più valido. Torni alla pagina e riprovi.
