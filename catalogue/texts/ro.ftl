### Texts a reader sees, in Romanian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Română
language-direction = ltr
language-digits = 0123456789
# Readers of these languages get this one.
language-relatives = mo

## Categories

category-name = { $category ->
    [social] Rețele sociale
    [video] Video
    [audio] Audio
    [maps] Hărți
    [charts] Grafice și documente
    [forms] Formulare
    [comments] Comentarii și chat
    [live] Transmisiuni live și rezultate
    [payments] Plăți și donații
    [technical] Servicii tehnice
    [analytics] Măsurarea audienței
    [advertising] Publicitate
   *[unclassified] Conținut neclasificat
}
category-purpose = { $category ->
    [social] Afișarea postărilor de pe rețele sociale.
    [video] Redarea materialelor video găzduite de alți furnizori.
    [audio] Redarea materialelor audio găzduite de alți furnizori.
    [maps] Afișarea hărților interactive.
    [charts] Afișarea graficelor și documentelor interactive.
    [forms] Afișarea formularelor și rezervărilor altor furnizori.
    [comments] Afișarea și scrierea comentariilor și mesajelor.
    [live] Afișarea transmisiunilor live, a scorurilor, a vremii și a altor informații curente de la alți furnizori.
    [payments] Afișarea formularelor de plată și de donație ale altor furnizori.
    [technical] Încărcarea fonturilor, a scripturilor și a altor părți ale unei pagini de pe serverele altor furnizori.
    [analytics] Măsurarea modului în care sunt folosite paginile.
    [advertising] Afișarea publicității.
   *[unclassified] Încărcarea conținutului de la furnizori pe care acest site nu i-a descris.
}

## Notice

notice-title = { $category ->
    [social] Postare de la { $service }
    [video] Video de la { $service }
    [audio] Audio de la { $service }
    [maps] Hartă de la { $service }
    [charts] Grafic sau document de la { $service }
    [forms] Formular de la { $service }
    [comments] Comentarii sau chat de la { $service }
    [live] Transmisiune live de la { $service }
    [payments] Formular de plată sau de donație de la { $service }
   *[other] Conținut de la { $service }
}
notice-reason = Conținut extern. Nu a fost încărcat, deoarece { $service } poate colecta date personale, precum adresa dumneavoastră IP.
notice-category = Pentru a-l vedea, permiteți doar acest conținut sau întreaga categorie „{ $category-name }”.
accept-once = Afișează acest conținut
accept-category = Afișează mereu: { $category-name }
refuse = Refuză: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mai multe despre { $service }
preferences = Alegerile dumneavoastră
preview-attribution = Aceste cuvinte fac parte din această pagină. Nu au fost încărcate de la { $service }.
preview-link = Deschide pe { $host }
external-link = link extern
loading = Se încarcă conținutul de la { $service }.
shown = Conținutul de la { $service } este afișat.
refused = Ați refuzat „{ $category-name }”. Acest conținut rămâne închis.
gpc-refused = Browserul dumneavoastră cere site-urilor să nu vă vândă și să nu vă partajeze datele. Acest lucru a fost considerat un refuz.
withdraw = Nu mai afișa: { $category-name }
close-once = Închide acest conținut
unavailable = Acest conținut nu poate fi afișat aici.

## Pages of the gate

back = Înapoi la pagină
skip = Salt la conținut
preferences-title = Alegerile dumneavoastră privind conținutul extern
preferences-intro = Aici decideți asupra conținutului altor furnizori. Ceea ce este enumerat mai jos se încarcă doar după ce spuneți da. Vă puteți răzgândi oricând.
preferences-current = Alegerea actuală
choice-accepted = Acceptat
choice-refused = Refuzat
choice-none = Nicio alegere încă: nu se încarcă nimic
accept-all = Acceptă tot
refuse-all = Refuză tot
save-choices = Salvează aceste alegeri
withdraw-all = Retrage toate alegerile
choice-accept = Acceptă
choice-refuse = Refuză
choice-ask = Întreabă de fiecare dată
saved = Alegerile dumneavoastră au fost salvate.
services-in-category = Servicii din „{ $category-name }”
gpc-notice = Browserul dumneavoastră trimite semnalul „Global Privacy Control”. Acesta este considerat un refuz pentru tot ce nu ați acceptat chiar dumneavoastră.
withdraw-limits = După ce vă retrageți consimțământul, conținutul respectiv nu mai este încărcat. Acest site nu poate șterge cookie-urile pe care un alt furnizor le-a plasat deja pe propriul domeniu; le puteți șterge din setările browserului.
cookie-explained = Alegerile dumneavoastră sunt păstrate într-un singur cookie al acestui site, numit „{ $name }”, timp de { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}. Conține alegerile dumneavoastră și nimic care să vă identifice.

service-title = Despre { $service }
service-recipient = Destinatar
service-country = Țară
service-category = Categorie
service-purpose = Scop
service-data = Date
service-storage = Stocat pe dispozitivul dumneavoastră
service-storage-item = { $name }: { $duration }
service-storage-unknown = Nu sunt disponibile informații aici: consultați politica de confidențialitate a furnizorului.
service-storage-third = Poate fi citit de { $service }.
service-storage-first = Poate fi citit doar de acest site.
service-retention = Durata păstrării de către destinatar
service-safeguard = Garanție pentru datele trimise acolo
service-controller = Responsabil pentru datele de acolo
service-policy = Politica de confidențialitate { $service }
service-hosts = Servere contactate după ce acceptați
service-reviewed = Ultima verificare: { $date }
service-withdraw = Vă puteți retrage consimțământul oricând la „Alegerile dumneavoastră”.
data-kind = { $kind ->
    [ip-address] adresa dumneavoastră IP
    [device] informații despre dispozitivul și browserul dumneavoastră
    [page-address] adresa acestui site
    [interactions] ce faceți cu conținutul
    [account] contul dumneavoastră de acolo, dacă sunteți conectat
    [location] locația dumneavoastră, dacă permiteți
    [input] ce scrieți în el
    [payment] date de plată, dacă plătiți acolo
   *[identifiers] identificatori în cookie-uri sau în medii de stocare similare
}

view-title = Conținut de la { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Dovezile dumneavoastră
receipts-intro = Fiecare alegere lasă o dovadă, pentru ca acest site să poată demonstra ce s-a ales. O dovadă conține alegerea, ora acesteia și ce texte au fost afișate. Nu conține numele, adresa dumneavoastră IP sau ceva despre dispozitivul dumneavoastră, iar dovezile nu sunt legate între ele.
receipts-cookie = Ca să vă puteți vedea aici propriile dovezi, browserul dumneavoastră le păstrează numerele într-un cookie numit „{ $name }”, care este trimis doar către aceste pagini.
receipts-none = Nu există dovezi de la acest browser.
receipts-off = Acest site nu păstrează dovezi.
receipts-kept = Dovezile se șterg după { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}.
receipts-download = Descarcă dovezile mele
receipts-erase = Șterge dovezile mele
receipts-erase-explained = Alegerile dumneavoastră rămân valabile. Ce rămâne dintr-o dovadă ștearsă este un semn fără conținut, pentru ca registrul în ansamblu să poată fi în continuare verificat.
receipts-erased = { $count ->
    [one] A fost ștearsă o dovadă.
    [few] Au fost șterse { $count } dovezi.
   *[other] Au fost șterse { $count } de dovezi.
}
receipts-unavailable = Dovezile nu pot fi citite în acest moment. Alegerile dumneavoastră rămân valabile.
receipt-time = Ora
receipt-number = Număr
receipt-decision = Alegere
receipt-scope = Pentru
receipt-origin = Făcută prin
receipt-texts = Textele așa cum au fost afișate
receipt-decision-name = { $decision ->
    [accept] Acceptat
    [refuse] Refuzat
   *[withdraw] Retras
}
receipt-scope-once = un singur conținut de la { $service }
receipt-scope-all = tot ce este enumerat
receipt-origin-name = { $origin ->
    [notice] un buton al unui aviz
    [preferences] pagina de alegeri
    [tcf] fereastra de consimțământ a acestui site
   *[gpc] un semnal al browserului dumneavoastră
}

## Choices that end

choices-until = Alegerile dumneavoastră sunt valabile până la { $date }; apoi veți fi întrebat din nou.
ask-again-changed = Sunteți întrebat din nou, deoarece lucrurile despre care ați ales s-au schimbat între timp.
ask-again-expired = Sunteți întrebat din nou, deoarece alegerea dumneavoastră anterioară a expirat.

## Preferences as a dialog

close = Închide

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] ianuarie
    [2] februarie
    [3] martie
    [4] aprilie
    [5] mai
    [6] iunie
    [7] iulie
    [8] august
    [9] septembrie
    [10] octombrie
    [11] noiembrie
   *[12] decembrie
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minut
        [few] { $count } minute
       *[other] { $count } de minute
    }
    [hours] { $count ->
        [one] { $count } oră
        [few] { $count } ore
       *[other] { $count } de ore
    }
    [days] { $count ->
        [one] { $count } zi
        [few] { $count } zile
       *[other] { $count } de zile
    }
    [weeks] { $count ->
        [one] { $count } săptămână
        [few] { $count } săptămâni
       *[other] { $count } de săptămâni
    }
    [months] { $count ->
        [one] { $count } lună
        [few] { $count } luni
       *[other] { $count } de luni
    }
    [years] { $count ->
        [one] { $count } an
        [few] { $count } ani
       *[other] { $count } de ani
    }
   *[session] până la închiderea browserului
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emiratele Arabe Unite
    [AL] Albania
    [AR] Argentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia și Herțegovina
    [BE] Belgia
    [BG] Bulgaria
    [BR] Brazilia
    [BY] Belarus
    [CA] Canada
    [CH] Elveția
    [CL] Chile
    [CN] China
    [CO] Columbia
    [CY] Cipru
    [CZ] Cehia
    [DE] Germania
    [DK] Danemarca
    [EE] Estonia
    [EG] Egipt
    [ES] Spania
    [FI] Finlanda
    [FR] Franța
    [GB] Regatul Unit
    [GE] Georgia
    [GR] Grecia
    [HR] Croația
    [HU] Ungaria
    [IE] Irlanda
    [IL] Israel
    [IN] India
    [IS] Islanda
    [IT] Italia
    [JP] Japonia
    [KR] Coreea de Sud
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Luxemburg
    [LV] Letonia
    [MA] Maroc
    [MC] Monaco
    [MD] Republica Moldova
    [ME] Muntenegru
    [MK] Macedonia de Nord
    [MT] Malta
    [MX] Mexic
    [NL] Țările de Jos
    [NO] Norvegia
    [NZ] Noua Zeelandă
    [PL] Polonia
    [PT] Portugalia
    [RO] România
    [RS] Serbia
    [RU] Rusia
    [SA] Arabia Saudită
    [SE] Suedia
    [SG] Singapore
    [SI] Slovenia
    [SK] Slovacia
    [SM] San Marino
    [TN] Tunisia
    [TR] Turcia
    [TW] Taiwan
    [UA] Ucraina
    [US] Statele Unite ale Americii
    [ZA] Africa de Sud
   *[other] { $country }
}

## Errors shown to readers

error-title = Această pagină nu poate fi afișată
error-upstream = Site-ul nu răspunde în acest moment. Încercați din nou mai târziu.
error-request = Această cerere nu a fost înțeleasă. Nimic nu a fost schimbat.
error-too-many = Sunt mai multe alegeri separate decât poate păstra un browser. Nimic nu a fost modificat. Alegeți în schimb pe categorii.
error-token = Acest link nu mai este valabil. Reveniți la pagină și încercați din nou.
