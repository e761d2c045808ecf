### Texts a reader sees, in Maltese. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Malti
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Netwerks soċjali
    [video] Vidjo
    [audio] Awdjo
    [maps] Mapep
    [charts] Grafiċi u dokumenti
    [forms] Formoli
    [comments] Kummenti u chat
    [live] Dirett u riżultati
    [payments] Ħlasijiet u donazzjonijiet
    [technical] Servizzi tekniċi
    [analytics] Kejl tal-udjenza
    [advertising] Reklamar
   *[unclassified] Kontenut mhux klassifikat
}
category-purpose = { $category ->
    [social] Biex jintwerew posts minn netwerks soċjali.
    [video] Biex jindaqqu vidjos li jinsabu għand fornituri oħra.
    [audio] Biex jindaqq awdjo li jinsab għand fornituri oħra.
    [maps] Biex jintwerew mapep interattivi.
    [charts] Biex jintwerew grafiċi u dokumenti interattivi.
    [forms] Biex jintwerew formoli u prenotazzjonijiet ta’ fornituri oħra.
    [comments] Biex jintwerew u jinkitbu kummenti u messaġġi.
    [live] Biex jintwerew dirett, punteġġi, it-temp u informazzjoni kurrenti oħra minn fornituri oħra.
    [payments] Biex jintwerew formoli tal-ħlas u tad-donazzjoni ta’ fornituri oħra.
    [technical] Biex jitniżżlu fonts, scripts u partijiet oħra ta’ paġna minn servers ta’ fornituri oħra.
    [analytics] Biex jitkejjel kif jintużaw il-paġni.
    [advertising] Biex jintwera r-reklamar.
   *[unclassified] Biex jitniżżel kontenut minn fornituri li dan is-sit ma ddeskriviex.
}

## Notice

notice-title = { $category ->
    [social] Post minn { $service }
    [video] Vidjo minn { $service }
    [audio] Awdjo minn { $service }
    [maps] Mappa minn { $service }
    [charts] Grafika jew dokument minn { $service }
    [forms] Formola minn { $service }
    [comments] Kummenti jew chat minn { $service }
    [live] Dirett minn { $service }
    [payments] Formola tal-ħlas jew tad-donazzjoni minn { $service }
   *[other] Kontenut minn { $service }
}
notice-reason = Kontenut estern. Ma tniżżilx, għax { $service } jista’ jiġbor data personali bħall-indirizz IP tiegħek.
notice-category = Biex tarah, ippermetti dan il-kontenut biss jew il-kategorija sħiħa “{ $category-name }”.
accept-once = Uri dan il-kontenut
accept-category = Dejjem uri: { $category-name }
refuse = Irrifjuta: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Aktar dwar { $service }
preferences = L-għażliet tiegħek
preview-attribution = Dan it-test huwa parti minn din il-paġna. Ma tniżżilx minn { $service }.
preview-link = Iftaħ fuq { $host }
external-link = link esterna
loading = Qed jitniżżel il-kontenut minn { $service }.
shown = Il-kontenut minn { $service } qed jintwera.
refused = Irrifjutajt “{ $category-name }”. Dan il-kontenut jibqa’ magħluq.
gpc-refused = Il-browser tiegħek jitlob lis-siti biex ma jbigħux u ma jaqsmux id-data tiegħek. Dan ittieħed bħala rifjut.
withdraw = Tibqax turi: { $category-name }
close-once = Agħlaq dan il-kontenut
unavailable = Dan il-kontenut ma jistax jintwera hawn.

## Pages of the gate

back = Lura lejn il-paġna
skip = Mur fil-kontenut
preferences-title = L-għażliet tiegħek dwar kontenut estern
preferences-intro = Hawn tiddeċiedi dwar kontenut minn fornituri oħra. Dak li hemm fil-lista t’hawn taħt jitniżżel biss wara li tgħid iva. Tista’ tbiddel fehmtek meta trid.
preferences-current = L-għażla attwali
choice-accepted = Aċċettat
choice-refused = Irrifjutat
choice-none = Għad m’hemmx għażla: ma jitniżżel xejn
accept-all = Aċċetta kollox
refuse-all = Irrifjuta kollox
save-choices = Ħażżen dawn l-għażliet
withdraw-all = Irtira l-għażliet kollha
choice-accept = Aċċetta
choice-refuse = Irrifjuta
choice-ask = Staqsini kull darba
saved = L-għażliet tiegħek ġew maħżuna.
services-in-category = Servizzi f’“{ $category-name }”
gpc-notice = Il-browser tiegħek jibgħat “Global Privacy Control”. Dan jittieħed bħala rifjut ta’ dak kollu li ma aċċettajtx int stess.
withdraw-limits = Wara li tirtira l-kunsens tiegħek, il-kontenut ikkonċernat ma jibqax jitniżżel. Dan is-sit ma jistax iħassar cookies li fornitur ieħor diġà poġġa fuq id-dominju tiegħu stess; tista’ tħassarhom fis-settings tal-browser tiegħek.
cookie-explained = L-għażliet tiegħek jinżammu f’cookie waħda ta’ dan is-sit, bl-isem “{ $name }”, għal { $days ->
    [one] { $days } jum
    [two] jumejn
    [few] { $days } ijiem
    [many] { $days }-il jum
   *[other] { $days } jum
}. Fiha l-għażliet tiegħek u xejn li jidentifikak.

service-title = Dwar { $service }
service-recipient = Riċevitur
service-country = Pajjiż
service-category = Kategorija
service-purpose = Għan
service-data = Data
service-storage = Maħżun fuq l-apparat tiegħek
service-storage-item = { $name }: { $duration }
service-storage-unknown = M’hemmx informazzjoni disponibbli hawn: ara l-politika tal-privatezza tal-fornitur.
service-storage-third = Jista’ jinqara minn { $service }.
service-storage-first = Jista’ jinqara minn dan is-sit biss.
service-retention = Għal kemm iżommhom ir-riċevitur
service-safeguard = Salvagwardja għad-data mibgħuta hemm
service-controller = Responsabbli għad-data hemm
service-policy = Politika tal-privatezza ta’ { $service }
service-hosts = Servers ikkuntattjati wara li taċċetta
service-reviewed = L-aħħar reviżjoni: { $date }
service-withdraw = Tista’ tirtira l-kunsens tiegħek meta trid taħt “L-għażliet tiegħek”.
data-kind = { $kind ->
    [ip-address] l-indirizz IP tiegħek
    [device] fatti dwar l-apparat u l-browser tiegħek
    [page-address] l-indirizz ta’ dan is-sit
    [interactions] x’tagħmel bil-kontenut
    [account] il-kont tiegħek hemm, jekk tkun illoggjat
    [location] il-post fejn qiegħed, jekk tippermettih
    [input] dak li tikteb fih
    [payment] dettalji tal-ħlas, jekk tħallas hemm
   *[identifiers] identifikaturi f’cookies jew f’ħażniet simili
}

view-title = Kontenut minn { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = L-irċevuti tiegħek
receipts-intro = Kull għażla tħalli rċevuta, biex dan is-sit ikun jista’ juri x’intgħażel. F’irċevuta hemm l-għażla, il-ħin tagħha, u liema testi ntwerew. Ma fihiex ismek, l-indirizz IP tiegħek jew xi ħaġa dwar l-apparat tiegħek, u l-irċevuti mhumiex marbuta ma’ xulxin.
receipts-cookie = Biex tkun tista’ tara l-irċevuti tiegħek hawn, il-browser tiegħek iżomm in-numri tagħhom f’cookie bl-isem “{ $name }”, li tintbagħat biss lil dawn il-paġni.
receipts-none = M’hemmx irċevuti ta’ dan il-browser.
receipts-off = Dan is-sit ma jżommx irċevuti.
receipts-kept = L-irċevuti jitħassru wara { $days ->
    [one] { $days } jum
    [two] jumejn
    [few] { $days } ijiem
    [many] { $days }-il jum
   *[other] { $days } jum
}.
receipts-download = Niżżel l-irċevuti tiegħi
receipts-erase = Ħassar l-irċevuti tiegħi
receipts-erase-explained = L-għażliet tiegħek jibqgħu fis-seħħ. Dak li jibqa’ minn irċevuta mħassra huwa marka mingħajr kontenut, biex ir-reġistru kollu kemm hu jkun għadu jista’ jiġi ċċekkjat.
receipts-erased = { $count ->
    [one] Tħassret irċevuta waħda.
    [two] Tħassru żewġ irċevuti.
    [few] Tħassru { $count } irċevuti.
    [many] Tħassru { $count }-il irċevuta.
   *[other] Tħassru { $count } irċevuta.
}
receipts-unavailable = L-irċevuti ma jistgħux jinqraw bħalissa. L-għażliet tiegħek jibqgħu fis-seħħ.
receipt-time = Ħin
receipt-number = Numru
receipt-decision = Għażla
receipt-scope = Għal
receipt-origin = Magħmula bi
receipt-texts = Testi kif intwerew
receipt-decision-name = { $decision ->
    [accept] Aċċettat
    [refuse] Irrifjutat
   *[withdraw] Irtirat
}
receipt-scope-once = kontenut wieħed minn { $service }
receipt-scope-all = dak kollu li hemm fil-lista
receipt-origin-name = { $origin ->
    [notice] buttuna f’avviż
    [preferences] il-paġna tal-għażliet
    [tcf] it-tieqa tal-kunsens ta’ dan is-sit
   *[gpc] sinjal mill-browser tiegħek
}

## Choices that end

choices-until = L-għażliet tiegħek huma validi sa { $date }; imbagħad terġa’ tintalab tagħżel.
ask-again-changed = Qed terġa’ tintalab tagħżel, għax dak li kienet tirrigwarda l-għażla tiegħek inbidel minn dakinhar.
ask-again-expired = Qed terġa’ tintalab tagħżel, għax l-għażla preċedenti tiegħek skadiet.

## Preferences as a dialog

close = Agħlaq

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } ta’ { $month ->
    [1] Jannar
    [2] Frar
    [3] Marzu
    [4] April
    [5] Mejju
    [6] Ġunju
    [7] Lulju
    [8] Awwissu
    [9] Settembru
    [10] Ottubru
    [11] Novembru
   *[12] Diċembru
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
        [two] żewġ minuti
        [few] { $count } minuti
        [many] { $count }-il minuta
       *[other] { $count } minuta
    }
    [hours] { $count ->
        [one] { $count } siegħa
        [two] sagħtejn
        [few] { $count } sigħat
        [many] { $count }-il siegħa
       *[other] { $count } siegħa
    }
    [days] { $count ->
        [one] { $count } jum
        [two] jumejn
        [few] { $count } ijiem
        [many] { $count }-il jum
       *[other] { $count } jum
    }
    [weeks] { $count ->
        [one] { $count } ġimgħa
        [two] ġimagħtejn
        [few] { $count } ġimgħat
        [many] { $count }-il ġimgħa
       *[other] { $count } ġimgħa
    }
    [months] { $count ->
        [one] { $count } xahar
        [two] xahrejn
        [few] { $count } xhur
        [many] { $count }-il xahar
       *[other] { $count } xahar
    }
    [years] { $count ->
        [one] { $count } sena
        [two] sentejn
        [few] { $count } snin
        [many] { $count }-il sena
       *[other] { $count } sena
    }
   *[session] sakemm jingħalaq il-browser
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] l-Emirati Għarab Magħquda
    [AL] l-Albanija
    [AR] l-Arġentina
    [AT] l-Awstrija
    [AU] l-Awstralja
    [BA] il-Bożnija-Ħerzegovina
    [BE] il-Belġju
    [BG] il-Bulgarija
    [BR] il-Brażil
    [BY] il-Belarussja
    [CA] il-Kanada
    [CH] l-Iżvizzera
    [CL] iċ-Ċili
    [CN] iċ-Ċina
    [CO] il-Kolombja
    [CY] Ċipru
    [CZ] ir-Repubblika Ċeka
    [DE] il-Ġermanja
    [DK] id-Danimarka
    [EE] l-Estonja
    [EG] l-Eġittu
    [ES] Spanja
    [FI] il-Finlandja
    [FR] Franza
    [GB] ir-Renju Unit
    [GE] il-Georgia
    [GR] il-Greċja
    [HR] il-Kroazja
    [HU] l-Ungerija
    [IE] l-Irlanda
    [IL] Iżrael
    [IN] l-Indja
    [IS] l-Iżlanda
    [IT] l-Italja
    [JP] il-Ġappun
    [KR] il-Korea t’Isfel
    [LI] il-Liechtenstein
    [LT] il-Litwanja
    [LU] il-Lussemburgu
    [LV] il-Latvja
    [MA] il-Marokk
    [MC] Monaco
    [MD] il-Moldova
    [ME] il-Montenegro
    [MK] il-Maċedonja ta’ Fuq
    [MT] Malta
    [MX] il-Messiku
    [NL] in-Netherlands
    [NO] in-Norveġja
    [NZ] New Zealand
    [PL] il-Polonja
    [PT] il-Portugall
    [RO] ir-Rumanija
    [RS] is-Serbja
    [RU] ir-Russja
    [SA] l-Arabja Sawdija
    [SE] l-Iżvezja
    [SG] Singapore
    [SI] is-Slovenja
    [SK] is-Slovakkja
    [SM] San Marino
    [TN] it-Tuneżija
    [TR] it-Turkija
    [TW] it-Tajwan
    [UA] l-Ukrajna
    [US] l-Istati Uniti
    [ZA] l-Afrika t’Isfel
   *[other] { $country }
}

## Errors shown to readers

error-title = Din il-paġna ma tistax tintwera
error-upstream = Is-sit mhux qed iwieġeb bħalissa. Erġa’ pprova aktar tard.
error-request = Din it-talba ma nftehmitx. Ma nbidel xejn.
error-too-many = Dawn huma aktar għażliet separati milli brawżer jista’ jżomm. Ma nbidel xejn. Jekk jogħġbok agħżel skont il-kategorija.
error-token = Din il-link m’għadhiex valida. Mur lura lejn il-paġna u erġa’ pprova.
