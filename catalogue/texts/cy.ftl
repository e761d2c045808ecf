### Texts a reader sees, in Welsh. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Cymraeg
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Rhwydweithiau cymdeithasol
    [video] Fideo
    [audio] Sain
    [maps] Mapiau
    [charts] Siartiau a dogfennau
    [forms] Ffurflenni
    [comments] Sylwadau a sgwrsio
    [live] Darllediadau byw a chanlyniadau
    [payments] Taliadau a rhoddion
    [technical] Gwasanaethau technegol
    [analytics] Mesur cynulleidfa
    [advertising] Hysbysebion
   *[unclassified] Cynnwys heb ei ddosbarthu
}
category-purpose = { $category ->
    [social] Dangos postiadau o rwydweithiau cymdeithasol.
    [video] Chwarae fideos a gedwir gan ddarparwyr eraill.
    [audio] Chwarae sain a gedwir gan ddarparwyr eraill.
    [maps] Dangos mapiau rhyngweithiol.
    [charts] Dangos siartiau a dogfennau rhyngweithiol.
    [forms] Dangos ffurflenni ac archebion darparwyr eraill.
    [comments] Dangos ac ysgrifennu sylwadau a negeseuon.
    [live] Dangos blogiau byw, sgoriau, y tywydd a gwybodaeth gyfredol arall gan ddarparwyr eraill.
    [payments] Dangos ffurflenni talu a rhoi darparwyr eraill.
    [technical] Llwytho ffontiau, sgriptiau a rhannau eraill o dudalen o weinyddion darparwyr eraill.
    [analytics] Mesur sut y defnyddir y tudalennau.
    [advertising] Dangos hysbysebion.
   *[unclassified] Llwytho cynnwys gan ddarparwyr nad yw’r wefan hon wedi eu disgrifio.
}

## Notice

notice-title = { $category ->
    [social] Postiad gan { $service }
    [video] Fideo gan { $service }
    [audio] Sain gan { $service }
    [maps] Map gan { $service }
    [charts] Siart neu ddogfen gan { $service }
    [forms] Ffurflen gan { $service }
    [comments] Sylwadau neu sgwrs gan { $service }
    [live] Darllediad byw gan { $service }
    [payments] Ffurflen dalu neu roi gan { $service }
   *[other] Cynnwys gan { $service }
}
notice-reason = Cynnwys allanol. Nid yw wedi ei lwytho, gan y gall { $service } gasglu data personol fel eich cyfeiriad IP.
notice-category = I’w weld, caniatewch y cynnwys hwn yn unig neu’r categori “{ $category-name }” cyfan.
accept-once = Dangos y cynnwys hwn
accept-category = Dangos bob tro: { $category-name }
refuse = Gwrthod: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Rhagor am { $service }
preferences = Eich dewisiadau
preview-attribution = Mae’r geiriau hyn yn rhan o’r dudalen hon. Ni chawsant eu llwytho o { $service }.
preview-link = Agor ar { $host }
external-link = dolen allanol
loading = Yn llwytho’r cynnwys gan { $service }.
shown = Mae’r cynnwys gan { $service } i’w weld.
refused = Gwrthodoch chi “{ $category-name }”. Mae’r cynnwys hwn yn aros ar gau.
gpc-refused = Mae eich porwr yn gofyn i wefannau beidio â gwerthu na rhannu eich data. Cymerwyd hyn fel gwrthodiad.
withdraw = Peidio â dangos: { $category-name }
close-once = Cau’r cynnwys hwn
unavailable = Ni ellir dangos y cynnwys hwn yma.

## Pages of the gate

back = Yn ôl i’r dudalen
skip = Neidio i’r cynnwys
preferences-title = Eich dewisiadau am gynnwys allanol
preferences-intro = Yma rydych yn penderfynu am gynnwys gan ddarparwyr eraill. Dim ond ar ôl i chi gytuno y caiff yr hyn a restrir isod ei lwytho. Gallwch newid eich meddwl unrhyw bryd.
preferences-current = Dewis presennol
choice-accepted = Derbyniwyd
choice-refused = Gwrthodwyd
choice-none = Dim dewis eto: ni lwythir dim
accept-all = Derbyn popeth
refuse-all = Gwrthod popeth
save-choices = Cadw’r dewisiadau hyn
withdraw-all = Tynnu pob dewis yn ôl
choice-accept = Derbyn
choice-refuse = Gwrthod
choice-ask = Gofyn bob tro
saved = Mae eich dewisiadau wedi eu cadw.
services-in-category = Gwasanaethau yn “{ $category-name }”
gpc-notice = Mae eich porwr yn anfon “Global Privacy Control”. Cymerir hyn fel gwrthodiad o bopeth nad ydych chi wedi ei dderbyn.
withdraw-limits = Ar ôl i chi dynnu eich cydsyniad yn ôl, ni chaiff y cynnwys dan sylw ei lwytho mwyach. Ni all y wefan hon ddileu cwcis y mae darparwr arall eisoes wedi eu gosod ar ei barth ei hun; gallwch eu dileu yng ngosodiadau eich porwr.
cookie-explained = Cedwir eich dewisiadau mewn un cwci gan y wefan hon, o’r enw “{ $name }”, am { $days ->
    [zero] { $days } diwrnod
    [one] { $days } diwrnod
    [two] { $days } ddiwrnod
    [few] { $days } diwrnod
    [many] { $days } diwrnod
   *[other] { $days } diwrnod
}. Mae’n cynnwys eich dewisiadau, a dim byd sy’n dangos pwy ydych chi.

service-title = Ynghylch { $service }
service-recipient = Derbynnydd
service-country = Gwlad
service-category = Categori
service-purpose = Diben
service-data = Data
service-storage = Wedi ei storio ar eich dyfais
service-storage-item = { $name }: { $duration }
service-storage-unknown = Dim gwybodaeth ar gael yma: gweler polisi preifatrwydd y darparwr ei hun.
service-storage-third = Gall { $service } ei ddarllen.
service-storage-first = Dim ond y wefan hon all ei ddarllen.
service-retention = Am ba hyd y mae’r derbynnydd yn ei gadw
service-safeguard = Mesur diogelu ar gyfer data a anfonir yno
service-controller = Yn gyfrifol am y data yno
service-policy = Polisi preifatrwydd { $service }
service-hosts = Gweinyddion y cysylltir â nhw ar ôl i chi dderbyn
service-reviewed = Adolygwyd ddiwethaf: { $date }
service-withdraw = Gallwch dynnu eich cydsyniad yn ôl unrhyw bryd o dan “Eich dewisiadau”.
data-kind = { $kind ->
    [ip-address] eich cyfeiriad IP
    [device] ffeithiau am eich dyfais a’ch porwr
    [page-address] cyfeiriad y wefan hon
    [interactions] yr hyn a wnewch gyda’r cynnwys
    [account] eich cyfrif yno, os ydych wedi mewngofnodi
    [location] eich lleoliad, os ydych yn caniatáu hynny
    [input] yr hyn a deipiwch ynddo
    [payment] manylion talu, os ydych yn talu yno
   *[identifiers] dynodwyr mewn cwcis neu storfeydd tebyg
}

view-title = Cynnwys gan { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Eich derbynebau
receipts-intro = Mae pob dewis yn gadael derbynneb, fel y gall y wefan hon brofi beth a ddewiswyd. Mae derbynneb yn cynnwys y dewis, ei amser, a pha destunau a ddangoswyd. Nid yw’n cynnwys eich enw, eich cyfeiriad IP na dim am eich dyfais, ac nid yw derbynebau wedi eu cysylltu â’i gilydd.
receipts-cookie = Er mwyn i chi weld eich derbynebau eich hun yma, mae eich porwr yn cadw eu rhifau mewn cwci o’r enw “{ $name }”, a anfonir i’r tudalennau hyn yn unig.
receipts-none = Nid oes derbynebau gan y porwr hwn.
receipts-off = Nid yw’r wefan hon yn cadw derbynebau.
receipts-kept = Caiff derbynebau eu dileu ar ôl { $days ->
    [zero] { $days } diwrnod
    [one] { $days } diwrnod
    [two] { $days } ddiwrnod
    [few] { $days } diwrnod
    [many] { $days } diwrnod
   *[other] { $days } diwrnod
}.
receipts-download = Llwytho fy nerbynebau i lawr
receipts-erase = Dileu fy nerbynebau
receipts-erase-explained = Mae eich dewisiadau yn dal mewn grym. Yr hyn sy’n weddill o dderbynneb a ddilëwyd yw nod heb gynnwys, fel y gellir gwirio’r cofnod cyfan o hyd.
receipts-erased = { $count ->
    [zero] Ni ddilëwyd unrhyw dderbynneb.
    [one] Dilëwyd { $count } dderbynneb.
    [two] Dilëwyd { $count } dderbynneb.
    [few] Dilëwyd { $count } derbynneb.
    [many] Dilëwyd { $count } derbynneb.
   *[other] Dilëwyd { $count } derbynneb.
}
receipts-unavailable = Ni ellir darllen y derbynebau ar hyn o bryd. Mae eich dewisiadau yn dal mewn grym.
receipt-time = Amser
receipt-number = Rhif
receipt-decision = Dewis
receipt-scope = Ar gyfer
receipt-origin = Gwnaed gyda
receipt-texts = Testunau fel y’u dangoswyd
receipt-decision-name = { $decision ->
    [accept] Derbyniwyd
    [refuse] Gwrthodwyd
   *[withdraw] Tynnwyd yn ôl
}
receipt-scope-once = un cynnwys gan { $service }
receipt-scope-all = popeth a restrir
receipt-origin-name = { $origin ->
    [notice] botwm mewn hysbysiad
    [preferences] y dudalen ddewisiadau
    [tcf] ffenestr gydsynio’r wefan hon
   *[gpc] signal gan eich porwr
}

## Choices that end

choices-until = Mae eich dewisiadau yn ddilys tan { $date }; wedyn gofynnir i chi eto.
ask-again-changed = Gofynnir i chi eto, gan fod yr hyn yr oedd eich dewis yn ymwneud ag ef wedi newid ers hynny.
ask-again-expired = Gofynnir i chi eto, gan fod eich dewis blaenorol wedi dod i ben.

## Preferences as a dialog

close = Cau

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [zero] { $count } munud
        [one] { $count } munud
        [two] { $count } funud
        [few] { $count } munud
        [many] { $count } munud
       *[other] { $count } munud
    }
    [hours] { $count ->
        [zero] { $count } awr
        [one] { $count } awr
        [two] { $count } awr
        [few] { $count } awr
        [many] { $count } awr
       *[other] { $count } awr
    }
    [days] { $count ->
        [zero] { $count } diwrnod
        [one] { $count } diwrnod
        [two] { $count } ddiwrnod
        [few] { $count } diwrnod
        [many] { $count } diwrnod
       *[other] { $count } diwrnod
    }
    [weeks] { $count ->
        [zero] { $count } wythnos
        [one] { $count } wythnos
        [two] { $count } wythnos
        [few] { $count } wythnos
        [many] { $count } wythnos
       *[other] { $count } wythnos
    }
    [months] { $count ->
        [zero] { $count } mis
        [one] { $count } mis
        [two] { $count } fis
        [few] { $count } mis
        [many] { $count } mis
       *[other] { $count } mis
    }
    [years] { $count ->
        [zero] { $count } mlynedd
        [one] { $count } flwyddyn
        [two] { $count } flynedd
        [few] { $count } blynedd
        [many] { $count } blynedd
       *[other] { $count } mlynedd
    }
   *[session] nes i’r porwr gael ei gau
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emiradau Arabaidd Unedig
    [AL] Albania
    [AR] Yr Ariannin
    [AT] Awstria
    [AU] Awstralia
    [BA] Bosnia a Herzegovina
    [BE] Gwlad Belg
    [BG] Bwlgaria
    [BR] Brasil
    [BY] Belarws
    [CA] Canada
    [CH] Y Swistir
    [CL] Chile
    [CN] Tsieina
    [CO] Colombia
    [CY] Cyprus
    [CZ] Tsiecia
    [DE] Yr Almaen
    [DK] Denmarc
    [EE] Estonia
    [EG] Yr Aifft
    [ES] Sbaen
    [FI] Y Ffindir
    [FR] Ffrainc
    [GB] Y Deyrnas Unedig
    [GE] Georgia
    [GR] Gwlad Groeg
    [HR] Croatia
    [HU] Hwngari
    [IE] Iwerddon
    [IL] Israel
    [IN] India
    [IS] Gwlad yr Iâ
    [IT] Yr Eidal
    [JP] Japan
    [KR] De Corea
    [LI] Liechtenstein
    [LT] Lithwania
    [LU] Lwcsembwrg
    [LV] Latfia
    [MA] Moroco
    [MC] Monaco
    [MD] Moldofa
    [ME] Montenegro
    [MK] Gogledd Macedonia
    [MT] Malta
    [MX] Mecsico
    [NL] Yr Iseldiroedd
    [NO] Norwy
    [NZ] Seland Newydd
    [PL] Gwlad Pwyl
    [PT] Portiwgal
    [RO] Rwmania
    [RS] Serbia
    [RU] Rwsia
    [SA] Saudi Arabia
    [SE] Sweden
    [SG] Singapore
    [SI] Slofenia
    [SK] Slofacia
    [SM] San Marino
    [TN] Tiwnisia
    [TR] Twrci
    [TW] Taiwan
    [UA] Wcráin
    [US] Yr Unol Daleithiau
    [ZA] De Affrica
   *[other] { $country }
}

## Errors shown to readers

error-title = Ni ellir dangos y dudalen hon
error-upstream = Nid yw’r wefan yn ymateb ar hyn o bryd. Rhowch gynnig arall arni yn nes ymlaen.
error-request = Ni ddeallwyd y cais hwn. Ni newidiwyd dim.
error-too-many = Mae’r rhain yn fwy o ddewisiadau ar wahân nag y gall porwr eu cadw. Ni newidiwyd dim. Dewiswch fesul categori yn lle hynny.
error-token = Nid yw’r ddolen hon yn ddilys mwyach. Ewch yn ôl i’r dudalen a rhowch gynnig arall arni.
