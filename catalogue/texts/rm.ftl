### Texts a reader sees, in Romansh (Rumantsch Grischun). Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Rumantsch
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Raits socialas
    [video] Videos
    [audio] Audio
    [maps] Cartas
    [charts] Graficas e documents
    [forms] Formulars
    [comments] Commentaris e chat
    [live] Reportaschas directas e resultats
    [payments] Pajaments e donaziuns
    [technical] Servetschs tecnics
    [analytics] Mesiraziun da l’audienza
    [advertising] Reclama
   *[unclassified] Cuntegn betg classifitgà
}
category-purpose = { $category ->
    [social] Mussar contribuziuns da raits socialas.
    [video] Far ir videos che sa chattan tar auters purschiders.
    [audio] Far ir audio che sa chatta tar auters purschiders.
    [maps] Mussar cartas interactivas.
    [charts] Mussar graficas e documents interactivs.
    [forms] Mussar formulars e reservaziuns dad auters purschiders.
    [comments] Mussar e scriver commentaris e messadis.
    [live] Mussar reportaschas directas, resultats, l’aura ed autras infurmaziuns actualas dad auters purschiders.
    [payments] Mussar formulars da pajament e da donaziun dad auters purschiders.
    [technical] Chargiar scrittiras, scripts ed autras parts d’ina pagina da servers dad auters purschiders.
    [analytics] Mesirar co che las paginas vegnan utilisadas.
    [advertising] Mussar reclama.
   *[unclassified] Chargiar cuntegn da purschiders che questa website n’ha betg descrit.
}

## Notice

notice-title = { $category ->
    [social] Contribuziun da { $service }
    [video] Video da { $service }
    [audio] Audio da { $service }
    [maps] Carta da { $service }
    [charts] Grafica u document da { $service }
    [forms] Formular da { $service }
    [comments] Commentaris u chat da { $service }
    [live] Reportascha directa da { $service }
    [payments] Formular da pajament u da donaziun da { $service }
   *[other] Cuntegn da { $service }
}
notice-reason = Cuntegn extern. El n’è betg vegnì chargià, perquai che { $service } po rimnar datas persunalas sco Vossa adressa IP.
notice-category = Per al vesair pudais Vus lubir be quest cuntegn u l’entira categoria «{ $category-name }».
accept-once = Mussar quest cuntegn
accept-category = Adina mussar: { $category-name }
refuse = Refusar: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Dapli davart { $service }
preferences = Vossas decisiuns
preview-attribution = Quests pleds èn ina part da questa pagina. Els n’èn betg vegnids chargiads da { $service }.
preview-link = Avrir sin { $host }
external-link = colliaziun externa
loading = Il cuntegn da { $service } vegn chargià.
shown = Il cuntegn da { $service } vegn mussà.
refused = Vus avais refusà «{ $category-name }». Quest cuntegn resta serrà.
gpc-refused = Voss navigatur supplitgescha las websites da betg vender u cundivider Vossas datas. Quai è vegnì considerà sco refusa.
withdraw = Betg pli mussar: { $category-name }
close-once = Serrar quest cuntegn
unavailable = Quest cuntegn na po betg vegnir mussà qua.

## Pages of the gate

back = Enavos a la pagina
skip = Ir al cuntegn
preferences-title = Vossas decisiuns davart cuntegn extern
preferences-intro = Qua decidais Vus davart cuntegn dad auters purschiders. Quai ch’è enumerà sutvart vegn chargià pir suenter che Vus avais ditg gea. Vus pudais midar Vossa decisiun da tut temp.
preferences-current = Decisiun actuala
choice-accepted = Acceptà
choice-refused = Refusà
choice-none = Anc nagina decisiun: nagut na vegn chargià
accept-all = Acceptar tut
refuse-all = Refusar tut
save-choices = Memorisar questas decisiuns
withdraw-all = Revocar tut las decisiuns
choice-accept = Acceptar
choice-refuse = Refusar
choice-ask = Dumandar mintga giada
saved = Vossas decisiuns èn memorisadas.
services-in-category = Servetschs en «{ $category-name }»
gpc-notice = Voss navigatur trametta «Global Privacy Control». Quai vala sco refusa da tut quai che Vus n’avais betg acceptà sezs.
withdraw-limits = Suenter che Vus avais revocà Voss consentiment na vegn il cuntegn pertutgà betg pli chargià. Questa website na po betg stizzar cookies ch’in auter purschider ha gia mess sin sia atgna domena; Vus ils pudais stizzar en ils parameters da Voss navigatur.
cookie-explained = Vossas decisiuns vegnan conservadas en in sulet cookie da questa website cun il num «{ $name }», durant { $days ->
    [one] { $days } di
   *[other] { $days } dis
}. El cuntegna Vossas decisiuns e nagut che As identifitgescha.

service-title = Davart { $service }
service-recipient = Destinatur
service-country = Pajais
service-category = Categoria
service-purpose = Intent
service-data = Datas
service-storage = Memorisà sin Voss apparat
service-storage-item = { $name }: { $duration }
service-storage-unknown = Qua n’èn naginas infurmaziuns disponiblas: consultai la decleraziun da protecziun da datas dal purschider.
service-storage-third = Po vegnir legì da { $service }.
service-storage-first = Po vegnir legì be da questa website.
service-retention = Durada da conservaziun tar il destinatur
service-safeguard = Garanzia per datas tramessas là
service-controller = Responsabel per las datas là
service-policy = Decleraziun da protecziun da datas da { $service }
service-hosts = Servers contactads suenter che Vus avais acceptà
service-reviewed = Controllà la davosa giada: { $date }
service-withdraw = Vus pudais revocar Voss consentiment da tut temp sut «Vossas decisiuns».
data-kind = { $kind ->
    [ip-address] Vossa adressa IP
    [device] infurmaziuns davart Voss apparat e navigatur
    [page-address] l’adressa da questa website
    [interactions] quai che Vus faschais cun il cuntegn
    [account] Voss conto là, sche Vus essas annunziads
    [location] Vossa posiziun, sche Vus lubis quai
    [input] quai che Vus scrivais en el
    [payment] datas da pajament, sche Vus pajais là
   *[identifiers] identificaturs en cookies u memorias sumegliantas
}

view-title = Cuntegn da { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Voss attests
receipts-intro = Mintga decisiun lascha enavos in attest, per che questa website possia cumprovar tge ch’è vegnì tschernì. In attest cuntegna la decisiun, sia ura ed ils texts ch’èn vegnids mussads. El na cuntegna betg Voss num, Vossa adressa IP u insatge davart Voss apparat, ed ils attests n’èn betg colliads in cun l’auter.
receipts-cookie = Per che Vus possias vesair qua Voss agens attests, conserva Voss navigatur lur numers en in cookie cun il num «{ $name }», che vegn tramess be a questas paginas.
receipts-none = I na dat nagins attests da quest navigatur.
receipts-off = Questa website na conserva nagins attests.
receipts-kept = Ils attests vegnan stizzads suenter { $days ->
    [one] { $days } di
   *[other] { $days } dis
}.
receipts-download = Telechargiar mes attests
receipts-erase = Stizzar mes attests
receipts-erase-explained = Vossas decisiuns restan en vigur. Quai che resta d’in attest stizzà è in segn senza cuntegn, per ch’il register sco tut possia vinavant vegnir controllà.
receipts-erased = { $count ->
    [one] { $count } attest è vegnì stizzà.
   *[other] { $count } attests èn vegnids stizzads.
}
receipts-unavailable = Ils attests na pon betg vegnir legids actualmain. Vossas decisiuns restan en vigur.
receipt-time = Ura
receipt-number = Numer
receipt-decision = Decisiun
receipt-scope = Per
receipt-origin = Fatg cun
receipt-texts = Texts sco ch’els èn vegnids mussads
receipt-decision-name = { $decision ->
    [accept] Acceptà
    [refuse] Refusà
   *[withdraw] Revocà
}
receipt-scope-once = in sulet cuntegn da { $service }
receipt-scope-all = tut quai ch’è enumerà
receipt-origin-name = { $origin ->
    [notice] in buttun d’in avis
    [preferences] la pagina cun las decisiuns
    [tcf] la fanestra da consentiment da questa pagina
   *[gpc] in signal da Voss navigatur
}

## Choices that end

choices-until = Vossas decisiuns valan fin: { $date }. Alura vegnis Vus dumandads danovamain.
ask-again-changed = Vus vegnis dumandads danovamain, perquai che quai che Vossa decisiun pertutgava è sa midà dapi lura.
ask-again-expired = Vus vegnis dumandads danovamain, perquai che Vossa decisiun anteriura è scadida.

## Preferences as a dialog

close = Serrar

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] da schaner
    [2] da favrer
    [3] da mars
    [4] d’avrigl
    [5] da matg
    [6] da zercladur
    [7] da fanadur
    [8] d’avust
    [9] da settember
    [10] d’october
    [11] da november
   *[12] da december
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
       *[other] { $count } minutas
    }
    [hours] { $count ->
        [one] { $count } ura
       *[other] { $count } uras
    }
    [days] { $count ->
        [one] { $count } di
       *[other] { $count } dis
    }
    [weeks] { $count ->
        [one] { $count } emna
       *[other] { $count } emnas
    }
    [months] { $count ->
        [one] { $count } mais
       *[other] { $count } mais
    }
    [years] { $count ->
        [one] { $count } onn
       *[other] { $count } onns
    }
   *[session] fin ch’il navigatur vegn serrà
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emirats Arabs Unids
    [AL] Albania
    [AR] Argentinia
    [AT] Austria
    [AU] Australia
    [BA] Bosnia ed Erzegovina
    [BE] Belgia
    [BG] Bulgaria
    [BR] Brasilia
    [BY] Bielorussia
    [CA] Canada
    [CH] Svizra
    [CL] Chile
    [CN] China
    [CO] Columbia
    [CY] Cipra
    [CZ] Tschechia
    [DE] Germania
    [DK] Danemarc
    [EE] Estonia
    [EG] Egipta
    [ES] Spagna
    [FI] Finlanda
    [FR] Frantscha
    [GB] Reginavel Unì
    [GE] Georgia
    [GR] Grezia
    [HR] Croazia
    [HU] Ungaria
    [IE] Irlanda
    [IL] Israel
    [IN] India
    [IS] Islanda
    [IT] Italia
    [JP] Giapun
    [KR] Corea dal Sid
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Luxemburg
    [LV] Lettonia
    [MA] Maroc
    [MC] Monaco
    [MD] Moldavia
    [ME] Montenegro
    [MK] Macedonia dal Nord
    [MT] Malta
    [MX] Mexico
    [NL] Pajais Bass
    [NO] Norvegia
    [NZ] Nova Zelanda
    [PL] Pologna
    [PT] Portugal
    [RO] Rumenia
    [RS] Serbia
    [RU] Russia
    [SA] Arabia Saudita
    [SE] Svezia
    [SG] Singapur
    [SI] Slovenia
    [SK] Slovachia
    [SM] San Marino
    [TN] Tunesia
    [TR] Tirchia
    [TW] Taiwan
    [UA] Ucraina
    [US] Stadis Unids da l’America
    [ZA] Africa dal Sid
   *[other] { $country }
}

## Errors shown to readers

error-title = Questa pagina na po betg vegnir mussada
error-upstream = La website na respunda betg actualmain. Empruvai pli tard anc ina giada.
error-request = Questa dumonda n’è betg vegnida chapida. Nagut n’è vegnì midà.
error-too-many = Quai èn dapli tschernas separadas ch’in navigatur po tegnair. I n’è vegnì midà nagut. Tscherni empè per categoria.
error-token = Questa colliaziun n’è betg pli valaivla. Turnai a la pagina ed empruvai anc ina giada.
