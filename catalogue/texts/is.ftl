### Texts a reader sees, in Icelandic. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Íslenska
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Samfélagsmiðlar
    [video] Myndbönd
    [audio] Hljóð
    [maps] Kort
    [charts] Gröf og skjöl
    [forms] Eyðublöð
    [comments] Athugasemdir og spjall
    [live] Beinar lýsingar og úrslit
    [payments] Greiðslur og framlög
    [technical] Tækniþjónusta
    [analytics] Notkunarmæling
    [advertising] Auglýsingar
   *[unclassified] Óflokkað efni
}
category-purpose = { $category ->
    [social] Að sýna færslur af samfélagsmiðlum.
    [video] Að spila myndbönd sem aðrir hýsa.
    [audio] Að spila hljóð sem aðrir hýsa.
    [maps] Að sýna gagnvirk kort.
    [charts] Að sýna gagnvirk gröf og skjöl.
    [forms] Að sýna eyðublöð og bókanir frá öðrum.
    [comments] Að sýna og skrifa athugasemdir og skilaboð.
    [live] Að sýna beinar lýsingar, úrslit, veður og aðrar nýjar upplýsingar frá öðrum.
    [payments] Að sýna greiðslu- og framlagsform frá öðrum.
    [technical] Að sækja letur, skriftur og aðra hluta síðu af netþjónum annarra.
    [analytics] Að mæla hvernig síður eru notaðar.
    [advertising] Að sýna auglýsingar.
   *[unclassified] Að sækja efni frá aðilum sem þessi vefur hefur ekki lýst.
}

## Notice

notice-title = { $category ->
    [social] Færsla frá { $service }
    [video] Myndband frá { $service }
    [audio] Hljóð frá { $service }
    [maps] Kort frá { $service }
    [charts] Graf eða skjal frá { $service }
    [forms] Eyðublað frá { $service }
    [comments] Athugasemdir eða spjall frá { $service }
    [live] Bein lýsing frá { $service }
    [payments] Greiðslu- eða framlagsform frá { $service }
   *[other] Efni frá { $service }
}
notice-reason = Utanaðkomandi efni. Það hefur ekki verið sótt, því { $service } kann að safna persónuupplýsingum á borð við IP-töluna þína.
notice-category = Til að sjá það getur þú leyft þetta efni eitt og sér eða allan flokkinn „{ $category-name }“.
accept-once = Sýna þetta efni
accept-category = Sýna alltaf: { $category-name }
refuse = Hafna: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Meira um { $service }
preferences = Val þitt
preview-attribution = Þessi orð eru hluti af þessari síðu. Þau voru ekki sótt frá { $service }.
preview-link = Opna á { $host }
external-link = ytri tengill
loading = Verið er að sækja efnið frá { $service }.
shown = Efnið frá { $service } er sýnt.
refused = Þú hafnaðir „{ $category-name }“. Þetta efni er áfram lokað.
gpc-refused = Vafrinn þinn biður vefi um að selja hvorki né deila gögnum þínum. Litið er á það sem höfnun.
withdraw = Hætta að sýna: { $category-name }
close-once = Loka þessu efni
unavailable = Ekki er hægt að sýna þetta efni hér.

## Pages of the gate

back = Til baka á síðuna
skip = Fara í efnið
preferences-title = Val þitt um utanaðkomandi efni
preferences-intro = Hér ákveður þú hvað gera skal við efni frá öðrum. Það sem er talið upp hér að neðan er ekki sótt fyrr en þú hefur samþykkt það. Þú getur skipt um skoðun hvenær sem er.
preferences-current = Núverandi val
choice-accepted = Samþykkt
choice-refused = Hafnað
choice-none = Ekkert valið enn: ekkert er sótt
accept-all = Samþykkja allt
refuse-all = Hafna öllu
save-choices = Vista þetta val
withdraw-all = Afturkalla allt val
choice-accept = Samþykkja
choice-refuse = Hafna
choice-ask = Spyrja hverju sinni
saved = Val þitt hefur verið vistað.
services-in-category = Þjónustur í „{ $category-name }“
gpc-notice = Vafrinn þinn sendir „Global Privacy Control“. Litið er á það sem höfnun á öllu sem þú hefur ekki samþykkt.
withdraw-limits = Eftir að þú afturkallar samþykki þitt er viðkomandi efni ekki lengur sótt. Þessi vefur getur ekki eytt vafrakökum sem annar aðili hefur þegar sett á eigið lén; þú getur eytt þeim í stillingum vafrans.
cookie-explained = Val þitt er geymt í einni vafraköku þessa vefs, sem heitir „{ $name }“, í { $days ->
    [one] { $days } dag
   *[other] { $days } daga
}. Hún geymir val þitt og ekkert sem auðkennir þig.

service-title = Um { $service }
service-recipient = Viðtakandi
service-country = Land
service-category = Flokkur
service-purpose = Tilgangur
service-data = Gögn
service-storage = Geymt í tækinu þínu
service-storage-item = { $name }: { $duration }
service-storage-unknown = Engar upplýsingar eru tiltækar hér: sjá persónuverndarstefnu þjónustuaðilans.
service-storage-third = Þessi aðili getur lesið það: { $service }.
service-storage-first = Aðeins þessi vefur getur lesið það.
service-retention = Geymslutími hjá viðtakanda
service-safeguard = Verndarráðstöfun vegna gagna sem þangað eru send
service-controller = Ábyrgðaraðili gagnanna þar
service-policy = Persónuverndarstefna: { $service }
service-hosts = Netþjónar sem haft er samband við eftir að þú samþykkir
service-reviewed = Síðast yfirfarið: { $date }
service-withdraw = Þú getur afturkallað samþykki þitt hvenær sem er undir „Val þitt“.
data-kind = { $kind ->
    [ip-address] IP-talan þín
    [device] upplýsingar um tækið þitt og vafrann
    [page-address] vistfang þessa vefs
    [interactions] hvað þú gerir við efnið
    [account] aðgangurinn þinn þar, ef innskráning er virk
    [location] staðsetning þín, ef þú leyfir það
    [input] það sem þú skrifar í það
    [payment] greiðsluupplýsingar, ef þú greiðir þar
   *[identifiers] auðkenni í vafrakökum eða sambærilegri geymslu
}

view-title = Efni frá { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Kvittanirnar þínar
receipts-intro = Hvert val skilur eftir kvittun, svo að þessi vefur geti sýnt fram á hvað var valið. Í kvittun er valið, tími þess og hvaða textar voru sýndir. Þar er hvorki nafn þitt, IP-tala þín né nokkuð um tækið þitt, og kvittanirnar eru ekki tengdar hver annarri.
receipts-cookie = Til þess að þú getir séð þínar eigin kvittanir hér geymir vafrinn númer þeirra í vafraköku sem heitir „{ $name }“ og er aðeins send á þessar síður.
receipts-none = Engar kvittanir eru til frá þessum vafra.
receipts-off = Þessi vefur geymir engar kvittanir.
receipts-kept = Kvittunum er eytt eftir { $days ->
    [one] { $days } dag
   *[other] { $days } daga
}.
receipts-download = Sækja kvittanirnar mínar
receipts-erase = Eyða kvittununum mínum
receipts-erase-explained = Val þitt gildir áfram. Það sem eftir verður af kvittun sem er eytt er merki án innihalds, svo að enn sé hægt að sannreyna skrána í heild.
receipts-erased = { $count ->
    [one] { $count } kvittun hefur verið eytt.
   *[other] { $count } kvittunum hefur verið eytt.
}
receipts-unavailable = Ekki er hægt að lesa kvittanirnar eins og er. Val þitt gildir áfram.
receipt-time = Tími
receipt-number = Númer
receipt-decision = Val
receipt-scope = Fyrir
receipt-origin = Valið með
receipt-texts = Textar eins og þeir voru sýndir
receipt-decision-name = { $decision ->
    [accept] Samþykkt
    [refuse] Hafnað
   *[withdraw] Afturkallað
}
receipt-scope-once = eitt efni frá { $service }
receipt-scope-all = allt sem er á listanum
receipt-origin-name = { $origin ->
    [notice] hnappi í tilkynningu
    [preferences] síðunni með valkostum
    [tcf] samþykkisglugga þessa vefs
   *[gpc] merki frá vafranum þínum
}

## Choices that end

choices-until = Val þitt gildir til { $date }; eftir það er spurt aftur.
ask-again-changed = Spurt er aftur, því það sem val þitt sneri að hefur breyst síðan þá.
ask-again-expired = Spurt er aftur, því fyrra val þitt er útrunnið.

## Preferences as a dialog

close = Loka

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] janúar
    [2] febrúar
    [3] mars
    [4] apríl
    [5] maí
    [6] júní
    [7] júlí
    [8] ágúst
    [9] september
    [10] október
    [11] nóvember
   *[12] desember
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } mínúta
       *[other] { $count } mínútur
    }
    [hours] { $count ->
        [one] { $count } klukkustund
       *[other] { $count } klukkustundir
    }
    [days] { $count ->
        [one] { $count } dagur
       *[other] { $count } dagar
    }
    [weeks] { $count ->
        [one] { $count } vika
       *[other] { $count } vikur
    }
    [months] { $count ->
        [one] { $count } mánuður
       *[other] { $count } mánuðir
    }
    [years] { $count ->
        [one] { $count } ár
       *[other] { $count } ár
    }
   *[session] þar til vafranum er lokað
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Sameinuðu arabísku furstadæmin
    [AL] Albanía
    [AR] Argentína
    [AT] Austurríki
    [AU] Ástralía
    [BA] Bosnía og Hersegóvína
    [BE] Belgía
    [BG] Búlgaría
    [BR] Brasilía
    [BY] Hvíta-Rússland
    [CA] Kanada
    [CH] Sviss
    [CL] Síle
    [CN] Kína
    [CO] Kólumbía
    [CY] Kýpur
    [CZ] Tékkland
    [DE] Þýskaland
    [DK] Danmörk
    [EE] Eistland
    [EG] Egyptaland
    [ES] Spánn
    [FI] Finnland
    [FR] Frakkland
    [GB] Bretland
    [GE] Georgía
    [GR] Grikkland
    [HR] Króatía
    [HU] Ungverjaland
    [IE] Írland
    [IL] Ísrael
    [IN] Indland
    [IS] Ísland
    [IT] Ítalía
    [JP] Japan
    [KR] Suður-Kórea
    [LI] Liechtenstein
    [LT] Litháen
    [LU] Lúxemborg
    [LV] Lettland
    [MA] Marokkó
    [MC] Mónakó
    [MD] Moldóva
    [ME] Svartfjallaland
    [MK] Norður-Makedónía
    [MT] Malta
    [MX] Mexíkó
    [NL] Holland
    [NO] Noregur
    [NZ] Nýja-Sjáland
    [PL] Pólland
    [PT] Portúgal
    [RO] Rúmenía
    [RS] Serbía
    [RU] Rússland
    [SA] Sádi-Arabía
    [SE] Svíþjóð
    [SG] Singapúr
    [SI] Slóvenía
    [SK] Slóvakía
    [SM] San Marínó
    [TN] Túnis
    [TR] Tyrkland
    [TW] Taívan
    [UA] Úkraína
    [US] Bandaríkin
    [ZA] Suður-Afríka
   *[other] { $country }
}

## Errors shown to readers

error-title = Ekki er hægt að sýna þessa síðu
error-upstream = Vefurinn svarar ekki eins og er. Reyndu aftur síðar.
error-request = Beiðnin skildist ekki. Engu var breytt.
error-too-many = Þetta eru fleiri einstök val en vafri getur geymt. Engu var breytt. Veldu frekar eftir flokkum.
error-token = Þessi tengill er ekki lengur gildur. Farðu aftur á síðuna og reyndu aftur.
