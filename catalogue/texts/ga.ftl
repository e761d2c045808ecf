### Texts a reader sees, in Irish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Gaeilge
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Líonraí sóisialta
    [video] Físeáin
    [audio] Fuaim
    [maps] Léarscáileanna
    [charts] Cairteacha agus doiciméid
    [forms] Foirmeacha
    [comments] Tráchtanna agus comhrá
    [live] Tuairiscí beo agus torthaí
    [payments] Íocaíochtaí agus síntiúis
    [technical] Seirbhísí teicniúla
    [analytics] Tomhas lucht féachana
    [advertising] Fógraíocht
   *[unclassified] Ábhar gan aicmiú
}
category-purpose = { $category ->
    [social] Chun postálacha ó líonraí sóisialta a thaispeáint.
    [video] Chun físeáin atá ar óstáil ag soláthraithe eile a sheinm.
    [audio] Chun fuaim atá ar óstáil ag soláthraithe eile a sheinm.
    [maps] Chun léarscáileanna idirghníomhacha a thaispeáint.
    [charts] Chun cairteacha agus doiciméid idirghníomhacha a thaispeáint.
    [forms] Chun foirmeacha agus áirithintí soláthraithe eile a thaispeáint.
    [comments] Chun tráchtanna agus teachtaireachtaí a thaispeáint agus a scríobh.
    [live] Chun tuairiscí beo, scóir, an aimsir agus eolas reatha eile ó sholáthraithe eile a thaispeáint.
    [payments] Chun foirmeacha íocaíochta agus síntiúis soláthraithe eile a thaispeáint.
    [technical] Chun clónna, scripteanna agus codanna eile de leathanach a lódáil ó fhreastalaithe soláthraithe eile.
    [analytics] Chun úsáid na leathanach a thomhas.
    [advertising] Chun fógraíocht a thaispeáint.
   *[unclassified] Chun ábhar a lódáil ó sholáthraithe nach bhfuil cur síos déanta ag an suíomh seo orthu.
}

## Notice

notice-title = { $category ->
    [social] Postáil ó { $service }
    [video] Físeán ó { $service }
    [audio] Fuaim ó { $service }
    [maps] Léarscáil ó { $service }
    [charts] Cairt nó doiciméad ó { $service }
    [forms] Foirm ó { $service }
    [comments] Tráchtanna nó comhrá ó { $service }
    [live] Tuairisc bheo ó { $service }
    [payments] Foirm íocaíochta nó síntiúis ó { $service }
   *[other] Ábhar ó { $service }
}
notice-reason = Ábhar seachtrach. Níor lódáladh é, mar d’fhéadfadh { $service } sonraí pearsanta a bhailiú, do sheoladh IP mar shampla.
notice-category = Chun é a fheiceáil, ceadaigh an t-ábhar seo amháin nó an chatagóir “{ $category-name }” ina hiomláine.
accept-once = Taispeáin an t-ábhar
accept-category = Taispeáin i gcónaí: { $category-name }
refuse = Diúltaigh: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Tuilleadh faoi { $service }
preferences = Do roghanna
preview-attribution = Is cuid den leathanach seo na focail seo. Níor lódáladh iad ó { $service }.
preview-link = Oscail ar { $host }
external-link = nasc seachtrach
loading = Tá an t-ábhar ó { $service } á lódáil.
shown = Tá an t-ábhar ó { $service } ar taispeáint.
refused = Dhiúltaigh tú do “{ $category-name }”. Fanann an t-ábhar seo dúnta.
gpc-refused = Iarrann do bhrabhsálaí ar shuíomhanna gan do shonraí a dhíol ná a roinnt. Glacadh leis sin mar dhiúltú.
withdraw = Ná taispeáin a thuilleadh: { $category-name }
close-once = Dún an t-ábhar seo
unavailable = Ní féidir an t-ábhar seo a thaispeáint anseo.

## Pages of the gate

back = Ar ais chuig an leathanach
skip = Téigh chuig an ábhar
preferences-title = Do roghanna faoi ábhar seachtrach
preferences-intro = Is anseo a shocraíonn tú faoi ábhar ó sholáthraithe eile. Ní lódáiltear a bhfuil liostaithe thíos ach tar éis duit toiliú leis. Is féidir leat d’intinn a athrú am ar bith.
preferences-current = Rogha reatha
choice-accepted = Glactha
choice-refused = Diúltaithe
choice-none = Gan rogha fós: ní lódáiltear aon rud
accept-all = Glac le gach rud
refuse-all = Diúltaigh gach rud
save-choices = Sábháil na roghanna seo
withdraw-all = Aistarraing gach rogha
choice-accept = Glac leis
choice-refuse = Diúltaigh
choice-ask = Fiafraigh gach uair
saved = Sábháladh do roghanna.
services-in-category = Seirbhísí in “{ $category-name }”
gpc-notice = Seolann do bhrabhsálaí “Global Privacy Control”. Glactar leis sin mar dhiúltú do gach rud nár ghlac tú féin leis.
withdraw-limits = Tar éis duit do thoiliú a aistarraingt, ní lódáiltear an t-ábhar lena mbaineann a thuilleadh. Ní féidir leis an suíomh seo fianáin a scriosadh atá socraithe cheana ag soláthraí eile ar a fhearann féin; is féidir leat iad a scriosadh i socruithe do bhrabhsálaí.
cookie-explained = Coinnítear do roghanna in aon fhianán amháin den suíomh seo, darb ainm “{ $name }”, ar feadh { $days ->
    [one] { $days } lá
    [two] { $days } lá
    [few] { $days } lá
    [many] { $days } lá
   *[other] { $days } lá
}. Is iad do roghanna atá ann, agus níl aon rud ann a shainaithníonn thú.

service-title = Maidir le { $service }
service-recipient = Faighteoir
service-country = Tír
service-category = Catagóir
service-purpose = Cuspóir
service-data = Sonraí
service-storage = Stóráilte ar do ghléas
service-storage-item = { $name }: { $duration }
service-storage-unknown = Níl aon eolas ar fáil anseo: féach polasaí príobháideachais an tsoláthraí.
service-storage-third = Is féidir le { $service } é a léamh.
service-storage-first = Ní féidir ach leis an suíomh seo é a léamh.
service-retention = An fad a choinníonn an faighteoir iad
service-safeguard = Cosaint do shonraí a sheoltar ansin
service-controller = Freagrach as na sonraí ansin
service-policy = Polasaí príobháideachais: { $service }
service-hosts = Freastalaithe a ndéantar teagmháil leo tar éis duit glacadh
service-reviewed = Athbhreithnithe an uair dheireanach: { $date }
service-withdraw = Is féidir leat do thoiliú a aistarraingt am ar bith faoi “Do roghanna”.
data-kind = { $kind ->
    [ip-address] do sheoladh IP
    [device] eolas faoi do ghléas agus do bhrabhsálaí
    [page-address] seoladh an tsuímh seo
    [interactions] a ndéanann tú leis an ábhar
    [account] do chuntas ansin, má tá tú logáilte isteach
    [location] do shuíomh, má cheadaíonn tú é
    [input] a scríobhann tú ann
    [payment] sonraí íocaíochta, má íocann tú ansin
   *[identifiers] aitheantóirí i bhfianáin nó i stóras cosúil leo
}

view-title = Ábhar ó { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Do chuid admhálacha
receipts-intro = Fágann gach rogha admháil ina diaidh, ionas gur féidir leis an suíomh seo a chruthú cad a roghnaíodh. Tá an rogha, a ham agus na téacsanna a taispeánadh san admháil. Níl d’ainm, do sheoladh IP ná aon rud faoi do ghléas inti, agus níl na hadmhálacha nasctha le chéile.
receipts-cookie = Chun gur féidir leat d’admhálacha féin a fheiceáil anseo, coinníonn do bhrabhsálaí a n-uimhreacha i bhfianán darb ainm “{ $name }”, nach seoltar ach chuig na leathanaigh seo.
receipts-none = Níl aon admhálacha ón mbrabhsálaí seo ann.
receipts-off = Ní choinníonn an suíomh seo aon admhálacha.
receipts-kept = Scriostar admhálacha tar éis { $days ->
    [one] { $days } lá
    [two] { $days } lá
    [few] { $days } lá
    [many] { $days } lá
   *[other] { $days } lá
}.
receipts-download = Íoslódáil m’admhálacha
receipts-erase = Scrios m’admhálacha
receipts-erase-explained = Fanann do roghanna i bhfeidhm. Is éard a fhanann d’admháil scriosta ná marc gan ábhar, ionas gur féidir an taifead ina iomláine a sheiceáil i gcónaí.
receipts-erased = { $count ->
    [one] Scriosadh { $count } admháil.
    [two] Scriosadh { $count } admháil.
    [few] Scriosadh { $count } admháil.
    [many] Scriosadh { $count } n-admháil.
   *[other] Scriosadh { $count } admháil.
}
receipts-unavailable = Ní féidir na hadmhálacha a léamh faoi láthair. Fanann do roghanna i bhfeidhm.
receipt-time = Am
receipt-number = Uimhir
receipt-decision = Rogha
receipt-scope = Le haghaidh
receipt-origin = Déanta le
receipt-texts = Téacsanna mar a taispeánadh iad
receipt-decision-name = { $decision ->
    [accept] Glactha
    [refuse] Diúltaithe
   *[withdraw] Aistarraingthe
}
receipt-scope-once = ábhar amháin ó { $service }
receipt-scope-all = gach rud atá liostaithe
receipt-origin-name = { $origin ->
    [notice] cnaipe i bhfógra
    [preferences] leathanach na roghanna
    [tcf] fuinneog toilithe an tsuímh seo
   *[gpc] comhartha ó do bhrabhsálaí
}

## Choices that end

choices-until = Tá do roghanna bailí go dtí { $date }; fiafrófar díot arís ina dhiaidh sin.
ask-again-changed = Fiafraítear díot arís, mar tá athrú tagtha ó shin ar an rud ar bhain do rogha leis.
ask-again-expired = Fiafraítear díot arís, mar tá do rogha roimhe seo imithe in éag.

## Preferences as a dialog

close = Dún

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] Eanáir
    [2] Feabhra
    [3] Márta
    [4] Aibreán
    [5] Bealtaine
    [6] Meitheamh
    [7] Iúil
    [8] Lúnasa
    [9] Meán Fómhair
    [10] Deireadh Fómhair
    [11] Samhain
   *[12] Nollaig
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } nóiméad
        [two] { $count } nóiméad
        [few] { $count } nóiméad
        [many] { $count } nóiméad
       *[other] { $count } nóiméad
    }
    [hours] { $count ->
        [one] { $count } uair
        [two] { $count } uair
        [few] { $count } huaire
        [many] { $count } n-uaire
       *[other] { $count } uair
    }
    [days] { $count ->
        [one] { $count } lá
        [two] { $count } lá
        [few] { $count } lá
        [many] { $count } lá
       *[other] { $count } lá
    }
    [weeks] { $count ->
        [one] { $count } seachtain
        [two] { $count } sheachtain
        [few] { $count } seachtaine
        [many] { $count } seachtaine
       *[other] { $count } seachtain
    }
    [months] { $count ->
        [one] { $count } mhí
        [two] { $count } mhí
        [few] { $count } mhí
        [many] { $count } mí
       *[other] { $count } mí
    }
    [years] { $count ->
        [one] { $count } bhliain
        [two] { $count } bhliain
        [few] { $count } bliana
        [many] { $count } mbliana
       *[other] { $count } bliain
    }
   *[session] go dtí go ndúntar an brabhsálaí
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andóra
    [AE] Aontas na nÉimíríochtaí Arabacha
    [AL] an Albáin
    [AR] an Airgintín
    [AT] an Ostair
    [AU] an Astráil
    [BA] an Bhoisnia agus an Heirseagaivéin
    [BE] an Bheilg
    [BG] an Bhulgáir
    [BR] an Bhrasaíl
    [BY] an Bhealarúis
    [CA] Ceanada
    [CH] an Eilvéis
    [CL] an tSile
    [CN] an tSín
    [CO] an Cholóim
    [CY] an Chipir
    [CZ] an tSeicia
    [DE] an Ghearmáin
    [DK] an Danmhairg
    [EE] an Eastóin
    [EG] an Éigipt
    [ES] an Spáinn
    [FI] an Fhionlainn
    [FR] an Fhrainc
    [GB] an Ríocht Aontaithe
    [GE] an tSeoirsia
    [GR] an Ghréig
    [HR] an Chróit
    [HU] an Ungáir
    [IE] Éire
    [IL] Iosrael
    [IN] an India
    [IS] an Íoslainn
    [IT] an Iodáil
    [JP] an tSeapáin
    [KR] an Chóiré Theas
    [LI] Lichtinstéin
    [LT] an Liotuáin
    [LU] Lucsamburg
    [LV] an Laitvia
    [MA] Maracó
    [MC] Monacó
    [MD] an Mholdóiv
    [ME] Montainéagró
    [MK] an Mhacadóin Thuaidh
    [MT] Málta
    [MX] Meicsiceo
    [NL] an Ísiltír
    [NO] an Iorua
    [NZ] an Nua-Shéalainn
    [PL] an Pholainn
    [PT] an Phortaingéil
    [RO] an Rómáin
    [RS] an tSeirbia
    [RU] an Rúis
    [SA] an Araib Shádach
    [SE] an tSualainn
    [SG] Singeapór
    [SI] an tSlóivéin
    [SK] an tSlóvaic
    [SM] San Mairíne
    [TN] an Tuinéis
    [TR] an Tuirc
    [TW] an Téaváin
    [UA] an Úcráin
    [US] Stáit Aontaithe Mheiriceá
    [ZA] an Afraic Theas
   *[other] { $country }
}

## Errors shown to readers

error-title = Ní féidir an leathanach seo a thaispeáint
error-upstream = Níl an suíomh ag freagairt faoi láthair. Triail arís ar ball.
error-request = Níor tuigeadh an t-iarratas. Níor athraíodh aon rud.
error-too-many = Is mó roghanna ar leith iad seo ná mar is féidir le brabhsálaí a choinneáil. Níor athraíodh aon rud. Roghnaigh de réir catagóire ina ionad sin.
error-token = Níl an nasc seo bailí a thuilleadh. Téigh ar ais chuig an leathanach agus triail arís.
