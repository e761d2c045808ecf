### Texts a reader sees, in Latvian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Latviešu
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociālie tīkli
    [video] Video
    [audio] Audio
    [maps] Kartes
    [charts] Diagrammas un dokumenti
    [forms] Veidlapas
    [comments] Komentāri un tērzēšana
    [live] Tiešraides un rezultāti
    [payments] Maksājumi un ziedojumi
    [technical] Tehniskie pakalpojumi
    [analytics] Auditorijas mērīšana
    [advertising] Reklāma
   *[unclassified] Neklasificēts saturs
}
category-purpose = { $category ->
    [social] Rādīt sociālo tīklu ierakstus.
    [video] Atskaņot video, kas atrodas pie citiem pakalpojumu sniedzējiem.
    [audio] Atskaņot audio, kas atrodas pie citiem pakalpojumu sniedzējiem.
    [maps] Rādīt interaktīvas kartes.
    [charts] Rādīt interaktīvas diagrammas un dokumentus.
    [forms] Rādīt citu pakalpojumu sniedzēju veidlapas un rezervācijas.
    [comments] Rādīt un rakstīt komentārus un ziņas.
    [live] Rādīt citu pakalpojumu sniedzēju tiešraides, rezultātus, laikapstākļus un citu aktuālu informāciju.
    [payments] Rādīt citu pakalpojumu sniedzēju maksājumu un ziedojumu veidlapas.
    [technical] Ielādēt fontus, skriptus un citas lapas daļas no citu pakalpojumu sniedzēju serveriem.
    [analytics] Mērīt, kā lapas tiek lietotas.
    [advertising] Rādīt reklāmu.
   *[unclassified] Ielādēt saturu no pakalpojumu sniedzējiem, kurus šī vietne nav aprakstījusi.
}

## Notice

notice-title = { $category ->
    [social] Ieraksts no { $service }
    [video] Video no { $service }
    [audio] Audio no { $service }
    [maps] Karte no { $service }
    [charts] Diagramma vai dokuments no { $service }
    [forms] Veidlapa no { $service }
    [comments] Komentāri vai tērzēšana no { $service }
    [live] Tiešraide no { $service }
    [payments] Maksājuma vai ziedojuma veidlapa no { $service }
   *[other] Saturs no { $service }
}
notice-reason = Ārējs saturs. Tas nav ielādēts, jo { $service } var vākt personas datus, piemēram, jūsu IP adresi.
notice-category = Lai to redzētu, atļaujiet tikai šo saturu vai visu kategoriju „{ $category-name }”.
accept-once = Rādīt šo saturu
accept-category = Vienmēr rādīt: { $category-name }
refuse = Noraidīt: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Vairāk par { $service }
preferences = Jūsu izvēles
preview-attribution = Šie vārdi ir daļa no šīs lapas. Tie nav ielādēti no { $service }.
preview-link = Atvērt vietnē { $host }
external-link = ārēja saite
loading = Tiek ielādēts saturs no { $service }.
shown = Tiek rādīts saturs no { $service }.
refused = Jūs noraidījāt „{ $category-name }”. Šis saturs paliek aizvērts.
gpc-refused = Jūsu pārlūks lūdz vietnēm nepārdot jūsu datus un nedalīties ar tiem. Tas ir uzskatīts par atteikumu.
withdraw = Vairs nerādīt: { $category-name }
close-once = Aizvērt šo saturu
unavailable = Šo saturu šeit nevar parādīt.

## Pages of the gate

back = Atpakaļ uz lapu
skip = Pāriet uz saturu
preferences-title = Jūsu izvēles par ārēju saturu
preferences-intro = Šeit jūs izlemjat par citu pakalpojumu sniedzēju saturu. Tas, kas uzskaitīts tālāk, tiek ielādēts tikai pēc jūsu piekrišanas. Jūs varat pārdomāt jebkurā laikā.
preferences-current = Pašreizējā izvēle
choice-accepted = Pieņemts
choice-refused = Noraidīts
choice-none = Izvēles vēl nav: nekas netiek ielādēts
accept-all = Pieņemt visu
refuse-all = Noraidīt visu
save-choices = Saglabāt šīs izvēles
withdraw-all = Atsaukt visas izvēles
choice-accept = Pieņemt
choice-refuse = Noraidīt
choice-ask = Jautāt katru reizi
saved = Jūsu izvēles ir saglabātas.
services-in-category = Pakalpojumi kategorijā „{ $category-name }”
gpc-notice = Jūsu pārlūks sūta signālu „Global Privacy Control”. Tas tiek uzskatīts par atteikumu no visa, ko neesat pieņēmuši paši.
withdraw-limits = Pēc piekrišanas atsaukšanas attiecīgais saturs vairs netiek ielādēts. Šī vietne nevar izdzēst sīkdatnes, ko cits pakalpojumu sniedzējs jau ir iestatījis savā domēnā; tās varat izdzēst pārlūka iestatījumos.
cookie-explained = Jūsu izvēles tiek glabātas vienā šīs vietnes sīkdatnē ar nosaukumu „{ $name }”. Glabāšanas ilgums: { $days ->
    [zero] { $days } dienu
    [one] { $days } diena
   *[other] { $days } dienas
}. Tajā ir jūsu izvēles un nekā tāda, kas jūs identificētu.

service-title = Par { $service }
service-recipient = Saņēmējs
service-country = Valsts
service-category = Kategorija
service-purpose = Mērķis
service-data = Dati
service-storage = Glabājas jūsu ierīcē
service-storage-item = { $name }: { $duration }
service-storage-unknown = Šeit informācija nav pieejama: skatiet pakalpojumu sniedzēja privātuma politiku.
service-storage-third = To var lasīt { $service }.
service-storage-first = To var lasīt tikai šī vietne.
service-retention = Glabāšanas ilgums pie saņēmēja
service-safeguard = Garantija turp nosūtītajiem datiem
service-controller = Atbildīgais par datiem pie saņēmēja
service-policy = Privātuma politika: { $service }
service-hosts = Serveri, ar kuriem sazinās pēc jūsu piekrišanas
service-reviewed = Pēdējo reizi pārskatīts: { $date }
service-withdraw = Piekrišanu varat atsaukt jebkurā laikā sadaļā „Jūsu izvēles”.
data-kind = { $kind ->
    [ip-address] jūsu IP adrese
    [device] ziņas par jūsu ierīci un pārlūku
    [page-address] šīs vietnes adrese
    [interactions] ko jūs darāt ar saturu
    [account] jūsu konts tur, ja esat pieteicies
    [location] jūsu atrašanās vieta, ja to atļaujat
    [input] ko jūs tajā ierakstāt
    [payment] maksājuma dati, ja tur maksājat
   *[identifiers] identifikatori sīkdatnēs vai līdzīgā krātuvē
}

view-title = Saturs no { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Jūsu apliecinājumi
receipts-intro = Katra izvēle atstāj apliecinājumu, lai šī vietne varētu pierādīt, kas tika izvēlēts. Apliecinājumā ir izvēle, tās laiks un tas, kādi teksti tika rādīti. Tajā nav jūsu vārda, jūsu IP adreses vai jebkā par jūsu ierīci, un apliecinājumi nav savstarpēji saistīti.
receipts-cookie = Lai jūs šeit varētu redzēt savus apliecinājumus, jūsu pārlūks glabā to numurus sīkdatnē ar nosaukumu „{ $name }”, kas tiek sūtīta tikai uz šīm lapām.
receipts-none = Nav neviena šī pārlūka apliecinājuma.
receipts-off = Šī vietne neglabā apliecinājumus.
receipts-kept = Apliecinājumi tiek dzēsti pēc { $days ->
    [zero] { $days } dienām
    [one] { $days } dienas
   *[other] { $days } dienām
}.
receipts-download = Lejupielādēt manus apliecinājumus
receipts-erase = Dzēst manus apliecinājumus
receipts-erase-explained = Jūsu izvēles paliek spēkā. No dzēsta apliecinājuma paliek atzīme bez satura, lai reģistru kopumā joprojām varētu pārbaudīt.
receipts-erased = { $count ->
    [zero] Dzēsti { $count } apliecinājumu.
    [one] Dzēsts { $count } apliecinājums.
   *[other] Dzēsti { $count } apliecinājumi.
}
receipts-unavailable = Apliecinājumus pašlaik nevar nolasīt. Jūsu izvēles paliek spēkā.
receipt-time = Laiks
receipt-number = Numurs
receipt-decision = Izvēle
receipt-scope = Attiecas uz
receipt-origin = Izvēles veids
receipt-texts = Teksti, kādi tie tika rādīti
receipt-decision-name = { $decision ->
    [accept] Pieņemts
    [refuse] Noraidīts
   *[withdraw] Atsaukts
}
receipt-scope-once = viens saturs no { $service }
receipt-scope-all = viss uzskaitītais
receipt-origin-name = { $origin ->
    [notice] paziņojuma poga
    [preferences] izvēļu lapa
    [tcf] šīs vietnes piekrišanas logs
   *[gpc] jūsu pārlūka signāls
}

## Choices that end

choices-until = Jūsu izvēles ir spēkā līdz šim datumam: { $date }. Pēc tam jums jautās vēlreiz.
ask-again-changed = Jums jautā vēlreiz, jo tas, par ko bijāt izvēlējušies, kopš tā laika ir mainījies.
ask-again-expired = Jums jautā vēlreiz, jo jūsu iepriekšējai izvēlei ir beidzies termiņš.

## Preferences as a dialog

close = Aizvērt

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $year }. gada { $day }. { $month ->
    [1] janvāris
    [2] februāris
    [3] marts
    [4] aprīlis
    [5] maijs
    [6] jūnijs
    [7] jūlijs
    [8] augusts
    [9] septembris
    [10] oktobris
    [11] novembris
   *[12] decembris
}
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [zero] { $count } minūšu
        [one] { $count } minūte
       *[other] { $count } minūtes
    }
    [hours] { $count ->
        [zero] { $count } stundu
        [one] { $count } stunda
       *[other] { $count } stundas
    }
    [days] { $count ->
        [zero] { $count } dienu
        [one] { $count } diena
       *[other] { $count } dienas
    }
    [weeks] { $count ->
        [zero] { $count } nedēļu
        [one] { $count } nedēļa
       *[other] { $count } nedēļas
    }
    [months] { $count ->
        [zero] { $count } mēnešu
        [one] { $count } mēnesis
       *[other] { $count } mēneši
    }
    [years] { $count ->
        [zero] { $count } gadu
        [one] { $count } gads
       *[other] { $count } gadi
    }
   *[session] līdz pārlūka aizvēršanai
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andora
    [AE] Apvienotie Arābu Emirāti
    [AL] Albānija
    [AR] Argentīna
    [AT] Austrija
    [AU] Austrālija
    [BA] Bosnija un Hercegovina
    [BE] Beļģija
    [BG] Bulgārija
    [BR] Brazīlija
    [BY] Baltkrievija
    [CA] Kanāda
    [CH] Šveice
    [CL] Čīle
    [CN] Ķīna
    [CO] Kolumbija
    [CY] Kipra
    [CZ] Čehija
    [DE] Vācija
    [DK] Dānija
    [EE] Igaunija
    [EG] Ēģipte
    [ES] Spānija
    [FI] Somija
    [FR] Francija
    [GB] Apvienotā Karaliste
    [GE] Gruzija
    [GR] Grieķija
    [HR] Horvātija
    [HU] Ungārija
    [IE] Īrija
    [IL] Izraēla
    [IN] Indija
    [IS] Islande
    [IT] Itālija
    [JP] Japāna
    [KR] Dienvidkoreja
    [LI] Lihtenšteina
    [LT] Lietuva
    [LU] Luksemburga
    [LV] Latvija
    [MA] Maroka
    [MC] Monako
    [MD] Moldova
    [ME] Melnkalne
    [MK] Ziemeļmaķedonija
    [MT] Malta
    [MX] Meksika
    [NL] Nīderlande
    [NO] Norvēģija
    [NZ] Jaunzēlande
    [PL] Polija
    [PT] Portugāle
    [RO] Rumānija
    [RS] Serbija
    [RU] Krievija
    [SA] Saūda Arābija
    [SE] Zviedrija
    [SG] Singapūra
    [SI] Slovēnija
    [SK] Slovākija
    [SM] Sanmarīno
    [TN] Tunisija
    [TR] Turcija
    [TW] Taivāna
    [UA] Ukraina
    [US] Amerikas Savienotās Valstis
    [ZA] Dienvidāfrikas Republika
   *[other] { $country }
}

## Errors shown to readers

error-title = Šo lapu nevar parādīt
error-upstream = Vietne pašlaik neatbild. Lūdzu, mēģiniet vēlreiz vēlāk.
error-request = Šis pieprasījums netika saprasts. Nekas nav mainīts.
error-too-many = Šo atsevišķo izvēļu ir vairāk, nekā pārlūkprogramma var saglabāt. Nekas nav mainīts. Lūdzu, izvēlieties pēc kategorijām.
error-token = Šī saite vairs nav derīga. Lūdzu, atgriezieties lapā un mēģiniet vēlreiz.
