### Texts a reader sees, in Basque. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Euskara
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sare sozialak
    [video] Bideoa
    [audio] Audioa
    [maps] Mapak
    [charts] Grafikoak eta dokumentuak
    [forms] Formularioak
    [comments] Iruzkinak eta txata
    [live] Zuzenekoak eta emaitzak
    [payments] Ordainketak eta dohaintzak
    [technical] Zerbitzu teknikoak
    [analytics] Audientzia-neurketa
    [advertising] Publizitatea
   *[unclassified] Sailkatu gabeko edukia
}
category-purpose = { $category ->
    [social] Sare sozialetako argitalpenak erakustea.
    [video] Beste hornitzaile batzuen bideoak erreproduzitzea.
    [audio] Beste hornitzaile batzuen audioak erreproduzitzea.
    [maps] Mapa interaktiboak erakustea.
    [charts] Grafiko eta dokumentu interaktiboak erakustea.
    [forms] Beste hornitzaile batzuen formularioak eta erreserbak erakustea.
    [comments] Iruzkinak eta mezuak erakustea eta idaztea.
    [live] Beste hornitzaile batzuen zuzenekoak, emaitzak, eguraldia eta bestelako informazio eguneratua erakustea.
    [payments] Beste hornitzaile batzuen ordainketa- eta dohaintza-formularioak erakustea.
    [technical] Letra-tipoak, scriptak eta orriaren beste zati batzuk beste hornitzaile batzuen zerbitzarietatik kargatzea.
    [analytics] Orriak nola erabiltzen diren neurtzea.
    [advertising] Publizitatea erakustea.
   *[unclassified] Webgune honek deskribatu ez dituen hornitzaileen edukia kargatzea.
}

## Notice

notice-title = { $category ->
    [social] Argitalpena: { $service }
    [video] Bideoa: { $service }
    [audio] Audioa: { $service }
    [maps] Mapa: { $service }
    [charts] Grafikoa edo dokumentua: { $service }
    [forms] Formularioa: { $service }
    [comments] Iruzkinak edo txata: { $service }
    [live] Zuzenekoa: { $service }
    [payments] Ordainketa- edo dohaintza-formularioa: { $service }
   *[other] Edukia: { $service }
}
notice-reason = Kanpoko edukia. Ez da kargatu, zerbitzu honek datu pertsonalak bil ditzakeelako, hala nola zure IP helbidea: { $service }.
notice-category = Ikusteko, baimendu eduki hau soilik edo «{ $category-name }» kategoria osoa.
accept-once = Erakutsi eduki hau
accept-category = Erakutsi beti: { $category-name }
refuse = Ukatu: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Gehiago jakin: { $service }
preferences = Zure aukerak
preview-attribution = Testu hau orri honen zatia da. Ez da zerbitzu honetatik kargatu: { $service }.
preview-link = Ireki hemen: { $host }
external-link = kanpoko esteka
loading = Edukia kargatzen: { $service }.
shown = Edukia ikusgai dago: { $service }.
refused = «{ $category-name }» ukatu duzu. Eduki hau itxita geratuko da.
gpc-refused = Zure nabigatzaileak webguneei eskatzen die zure datuak ez saltzeko eta ez partekatzeko. Ukotzat hartu da.
withdraw = Utzi erakusteari: { $category-name }
close-once = Itxi eduki hau
unavailable = Eduki hau ezin da hemen erakutsi.

## Pages of the gate

back = Itzuli orrira
skip = Joan edukira
preferences-title = Kanpoko edukiari buruzko zure aukerak
preferences-intro = Hemen erabakitzen duzu beste hornitzaile batzuen edukiari buruz. Behean ageri dena zuk baietz esan ondoren bakarrik kargatzen da. Edozein unetan alda dezakezu iritzia.
preferences-current = Uneko aukera
choice-accepted = Onartuta
choice-refused = Ukatuta
choice-none = Oraindik aukerarik ez: ez da ezer kargatzen
accept-all = Onartu dena
refuse-all = Ukatu dena
save-choices = Gorde aukera hauek
withdraw-all = Kendu aukera guztiak
choice-accept = Onartu
choice-refuse = Ukatu
choice-ask = Galdetu aldiro
saved = Zure aukerak gorde dira.
services-in-category = «{ $category-name }» kategoriako zerbitzuak
gpc-notice = Zure nabigatzaileak «Global Privacy Control» seinalea bidaltzen du. Zuk zeuk onartu ez duzun guztiaren ukotzat hartzen da.
withdraw-limits = Baimena kendu ondoren, dagokion edukia ez da gehiago kargatzen. Webgune honek ezin ditu ezabatu beste hornitzaile batek bere domeinuan jada ezarri dituen cookieak; zuk ezaba ditzakezu nabigatzailearen ezarpenetan.
cookie-explained = Zure aukerak webgune honen cookie bakar batean gordetzen dira, «{ $name }» izenekoan, { $days ->
    [one] egun batez
   *[other] { $days } egunez
}. Zure aukerak ditu, eta zu identifikatzen zaituen ezer ez.

service-title = Zerbitzu honi buruz: { $service }
service-recipient = Hartzailea
service-country = Herrialdea
service-category = Kategoria
service-purpose = Xedea
service-data = Datuak
service-storage = Zure gailuan gordetakoa
service-storage-item = { $name }: { $duration }
service-storage-unknown = Hemen ez dago informaziorik: ikusi hornitzailearen pribatutasun-politika.
service-storage-third = Honek irakur dezake: { $service }.
service-storage-first = Webgune honek bakarrik irakur dezake.
service-retention = Hartzaileak gordetzeko epea
service-safeguard = Hara bidalitako datuen bermea
service-controller = Han datuen arduraduna
service-policy = Pribatutasun-politika: { $service }
service-hosts = Onartu ondoren konektatzen diren zerbitzariak
service-reviewed = Azken berrikuspena: { $date }
service-withdraw = Baimena edozein unetan ken dezakezu «Zure aukerak» atalean.
data-kind = { $kind ->
    [ip-address] zure IP helbidea
    [device] zure gailuari eta nabigatzaileari buruzko informazioa
    [page-address] webgune honen helbidea
    [interactions] edukiarekin egiten duzuna
    [account] hango zure kontua, saioa hasita baduzu
    [location] zure kokapena, baimentzen baduzu
    [input] bertan idazten duzuna
    [payment] ordainketa-datuak, han ordaintzen baduzu
   *[identifiers] identifikatzaileak cookieetan edo antzeko biltegietan
}

view-title = Edukia: { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Zure frogagiriak
receipts-intro = Aukera bakoitzak frogagiri bat uzten du, webgune honek zer aukeratu den frogatu ahal izateko. Frogagiriak aukera, haren ordua eta zer testu erakutsi ziren jasotzen du. Ez du jasotzen zure izena, zure IP helbidea edo zure gailuari buruzko ezer, eta frogagiriak ez daude elkarrekin lotuta.
receipts-cookie = Zure frogagiriak hemen ikusi ahal izateko, zure nabigatzaileak haien zenbakiak «{ $name }» izeneko cookie batean gordetzen ditu, eta hori orri hauetara bakarrik bidaltzen da.
receipts-none = Ez dago nabigatzaile honen frogagiririk.
receipts-off = Webgune honek ez du frogagiririk gordetzen.
receipts-kept = Frogagiriak ezabatzeko epea: { $days ->
    [one] egun bat
   *[other] { $days } egun
}.
receipts-download = Deskargatu nire frogagiriak
receipts-erase = Ezabatu nire frogagiriak
receipts-erase-explained = Zure aukerek indarrean jarraitzen dute. Ezabatutako frogagiri batetik edukirik gabeko marka bat geratzen da, erregistroa oro har egiaztatu ahal izaten jarrai dadin.
receipts-erased = { $count ->
    [one] Frogagiri bat ezabatu da.
   *[other] { $count } frogagiri ezabatu dira.
}
receipts-unavailable = Une honetan ezin dira frogagiriak irakurri. Zure aukerek indarrean jarraitzen dute.
receipt-time = Ordua
receipt-number = Zenbakia
receipt-decision = Aukera
receipt-scope = Zertarako
receipt-origin = Nola egina
receipt-texts = Testuak, erakutsi ziren bezala
receipt-decision-name = { $decision ->
    [accept] Onartuta
    [refuse] Ukatuta
   *[withdraw] Kenduta
}
receipt-scope-once = eduki bakar bat: { $service }
receipt-scope-all = zerrendako guztia
receipt-origin-name = { $origin ->
    [notice] jakinarazpen bateko botoia
    [preferences] aukeren orria
    [tcf] webgune honen baimen-leihoa
   *[gpc] zure nabigatzailearen seinale bat
}

## Choices that end

choices-until = Zure aukeren azken eguna: { $date }. Gero berriro galdetuko zaizu.
ask-again-changed = Berriro galdetzen zaizu, aukeratutakoa ordutik aldatu delako.
ask-again-expired = Berriro galdetzen zaizu, zure aurreko aukera iraungi delako.

## Preferences as a dialog

close = Itxi

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $year }ko { $month ->
    [1] urtarrilaren
    [2] otsailaren
    [3] martxoaren
    [4] apirilaren
    [5] maiatzaren
    [6] ekainaren
    [7] uztailaren
    [8] abuztuaren
    [9] irailaren
    [10] urriaren
    [11] azaroaren
   *[12] abenduaren
} { $day }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] minutu { $count }
       *[other] { $count } minutu
    }
    [hours] { $count ->
        [one] ordu { $count }
       *[other] { $count } ordu
    }
    [days] { $count ->
        [one] egun { $count }
       *[other] { $count } egun
    }
    [weeks] { $count ->
        [one] aste { $count }
       *[other] { $count } aste
    }
    [months] { $count ->
        [one] hilabete { $count }
       *[other] { $count } hilabete
    }
    [years] { $count ->
        [one] urte { $count }
       *[other] { $count } urte
    }
   *[session] nabigatzailea itxi arte
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Arabiar Emirerri Batuak
    [AL] Albania
    [AR] Argentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia-Herzegovina
    [BE] Belgika
    [BG] Bulgaria
    [BR] Brasil
    [BY] Bielorrusia
    [CA] Kanada
    [CH] Suitza
    [CL] Txile
    [CN] Txina
    [CO] Kolonbia
    [CY] Zipre
    [CZ] Txekia
    [DE] Alemania
    [DK] Danimarka
    [EE] Estonia
    [EG] Egipto
    [ES] Espainia
    [FI] Finlandia
    [FR] Frantzia
    [GB] Erresuma Batua
    [GE] Georgia
    [GR] Grezia
    [HR] Kroazia
    [HU] Hungaria
    [IE] Irlanda
    [IL] Israel
    [IN] India
    [IS] Islandia
    [IT] Italia
    [JP] Japonia
    [KR] Hego Korea
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Luxenburgo
    [LV] Letonia
    [MA] Maroko
    [MC] Monako
    [MD] Moldavia
    [ME] Montenegro
    [MK] Ipar Mazedonia
    [MT] Malta
    [MX] Mexiko
    [NL] Herbehereak
    [NO] Norvegia
    [NZ] Zeelanda Berria
    [PL] Polonia
    [PT] Portugal
    [RO] Errumania
    [RS] Serbia
    [RU] Errusia
    [SA] Saudi Arabia
    [SE] Suedia
    [SG] Singapur
    [SI] Eslovenia
    [SK] Eslovakia
    [SM] San Marino
    [TN] Tunisia
    [TR] Turkia
    [TW] Taiwan
    [UA] Ukraina
    [US] Ameriketako Estatu Batuak
    [ZA] Hegoafrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Orri hau ezin da erakutsi
error-upstream = Webguneak ez du une honetan erantzuten. Saiatu berriro geroago.
error-request = Eskaera ez da ulertu. Ez da ezer aldatu.
error-too-many = Nabigatzaile batek gorde ditzakeenak baino aukera bereizi gehiago dira. Ez da ezer aldatu. Mesedez, aukeratu kategoriaka.
error-token = Esteka hau ez da jada baliozkoa. Itzuli orrira eta saiatu berriro.
