### Texts a reader sees, in Catalan. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Català
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Xarxes socials
    [video] Vídeo
    [audio] Àudio
    [maps] Mapes
    [charts] Gràfics i documents
    [forms] Formularis
    [comments] Comentaris i xat
    [live] Directes i resultats
    [payments] Pagaments i donacions
    [technical] Serveis tècnics
    [analytics] Mesurament d’audiència
    [advertising] Publicitat
   *[unclassified] Contingut no classificat
}
category-purpose = { $category ->
    [social] Mostrar publicacions de xarxes socials.
    [video] Reproduir vídeos allotjats per tercers.
    [audio] Reproduir àudio allotjat per tercers.
    [maps] Mostrar mapes interactius.
    [charts] Mostrar gràfics i documents interactius.
    [forms] Mostrar formularis i reserves gestionats per tercers.
    [comments] Mostrar i escriure comentaris i missatges.
    [live] Mostrar directes, resultats, el temps i altra informació actual de tercers.
    [payments] Mostrar formularis de pagament i de donació de tercers.
    [technical] Carregar tipus de lletra, scripts i altres parts d’una pàgina des de servidors de tercers.
    [analytics] Mesurar com es fan servir les pàgines.
    [advertising] Mostrar publicitat.
   *[unclassified] Carregar contingut de tercers que aquest lloc web no ha descrit.
}

## Notice

notice-title = { $category ->
    [social] Publicació a { $service }
    [video] Vídeo a { $service }
    [audio] Àudio a { $service }
    [maps] Mapa proporcionat per { $service }
    [charts] Gràfic o document proporcionat per { $service }
    [forms] Formulari proporcionat per { $service }
    [comments] Comentaris o xat a { $service }
    [live] Directe a { $service }
    [payments] Formulari de pagament o donació a { $service }
   *[other] Contingut proporcionat per { $service }
}
notice-reason = Contingut extern. No s’ha carregat, perquè { $service } pot recollir dades personals, com ara la vostra adreça IP.
notice-category = Per veure’l, permeteu només aquest contingut o tota la categoria «{ $category-name }».
accept-once = Mostra aquest contingut
accept-category = Mostra sempre: { $category-name }
refuse = Rebutja: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Més sobre { $service }
preferences = Les vostres decisions
preview-attribution = Aquest text forma part d’aquesta pàgina. No s’ha carregat des de { $service }.
preview-link = Obre a { $host }
external-link = enllaç extern
loading = S’està carregant el contingut proporcionat per { $service }.
shown = Es mostra el contingut proporcionat per { $service }.
refused = Heu rebutjat «{ $category-name }». Aquest contingut continua tancat.
gpc-refused = El vostre navegador demana als llocs web que no venguin ni comparteixin les vostres dades. S’ha considerat un rebuig.
withdraw = Deixa de mostrar: { $category-name }
close-once = Tanca aquest contingut
unavailable = Aquest contingut no es pot mostrar aquí.

## Pages of the gate

back = Torna a la pàgina
skip = Ves al contingut
preferences-title = Les vostres decisions sobre el contingut extern
preferences-intro = Aquí decidiu sobre el contingut de tercers. El que hi ha a la llista següent només es carrega després que digueu que sí. Podeu canviar d’opinió en qualsevol moment.
preferences-current = Decisió actual
choice-accepted = Acceptat
choice-refused = Rebutjat
choice-none = Encara sense decisió: no es carrega res
accept-all = Accepta-ho tot
refuse-all = Rebutja-ho tot
save-choices = Desa aquestes decisions
withdraw-all = Retira totes les decisions
choice-accept = Accepta
choice-refuse = Rebutja
choice-ask = Pregunta-m’ho cada vegada
saved = S’han desat les vostres decisions.
services-in-category = Serveis de la categoria «{ $category-name }»
gpc-notice = El vostre navegador envia el senyal «Global Privacy Control». Es considera un rebuig de tot allò que no hàgiu acceptat vós.
withdraw-limits = Després que retireu el consentiment, el contingut en qüestió ja no es carrega. Aquest lloc web no pot esborrar les galetes que un tercer ja hagi desat en el seu propi domini; podeu esborrar-les a la configuració del navegador.
cookie-explained = Les vostres decisions es guarden en una sola galeta d’aquest lloc web, anomenada «{ $name }», durant { $days ->
    [one] { $days } dia
   *[other] { $days } dies
}. Conté les vostres decisions i res que us identifiqui.

service-title = Sobre { $service }
service-recipient = Destinatari
service-country = País
service-category = Categoria
service-purpose = Finalitat
service-data = Dades
service-storage = Emmagatzemat al vostre dispositiu
service-storage-item = { $name }: { $duration }
service-storage-unknown = No hi ha informació disponible aquí: consulteu la política de privadesa del proveïdor.
service-storage-third = { $service } ho pot llegir.
service-storage-first = Només aquest lloc web ho pot llegir.
service-retention = Termini de conservació pel destinatari
service-safeguard = Garantia per a les dades enviades allà
service-controller = Responsable de les dades rebudes
service-policy = Política de privadesa: { $service }
service-hosts = Servidors amb què es contacta després que accepteu
service-reviewed = Última revisió: { $date }
service-withdraw = Podeu retirar el consentiment en qualsevol moment a «Les vostres decisions».
data-kind = { $kind ->
    [ip-address] la vostra adreça IP
    [device] informació sobre el vostre dispositiu i navegador
    [page-address] l’adreça d’aquest lloc web
    [interactions] què feu amb el contingut
    [account] el vostre compte en aquest servei, si hi heu iniciat la sessió
    [location] la vostra ubicació, si ho permeteu
    [input] el que hi escriviu
    [payment] dades de pagament, si hi pagueu
   *[identifiers] identificadors en galetes o emmagatzematge semblant
}

view-title = Contingut proporcionat per { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Els vostres justificants
receipts-intro = Cada decisió deixa un justificant, perquè aquest lloc web pugui demostrar què s’ha triat. Un justificant conté la decisió, l’hora i quins textos es van mostrar. No conté el vostre nom, la vostra adreça IP ni res sobre el vostre dispositiu, i els justificants no estan vinculats entre si.
receipts-cookie = Perquè pugueu veure aquí els vostres justificants, el vostre navegador en guarda els números en una galeta anomenada «{ $name }», que només s’envia a aquestes pàgines.
receipts-none = No hi ha cap justificant d’aquest navegador.
receipts-off = Aquest lloc web no guarda justificants.
receipts-kept = Els justificants s’eliminen després de { $days ->
    [one] { $days } dia
   *[other] { $days } dies
}.
receipts-download = Baixa els meus justificants
receipts-erase = Esborra els meus justificants
receipts-erase-explained = Les vostres decisions continuen vigents. D’un justificant esborrat en queda una marca sense contingut, perquè el registre en conjunt encara es pugui comprovar.
receipts-erased = { $count ->
    [one] S’ha esborrat { $count } justificant.
   *[other] S’han esborrat { $count } justificants.
}
receipts-unavailable = Ara mateix no es poden llegir els justificants. Les vostres decisions continuen vigents.
receipt-time = Hora
receipt-number = Número
receipt-decision = Decisió
receipt-scope = Per a
receipt-origin = Presa amb
receipt-texts = Textos tal com es van mostrar
receipt-decision-name = { $decision ->
    [accept] Acceptat
    [refuse] Rebutjat
   *[withdraw] Retirat
}
receipt-scope-once = un sol contingut proporcionat per { $service }
receipt-scope-all = tot el que hi ha a la llista
receipt-origin-name = { $origin ->
    [notice] un botó d’un avís
    [preferences] la pàgina de decisions
    [tcf] la finestra de consentiment d’aquest lloc
   *[gpc] un senyal del vostre navegador
}

## Choices that end

choices-until = Data de caducitat de les vostres decisions: { $date }. Després se us tornarà a preguntar.
ask-again-changed = Se us torna a preguntar, perquè ha canviat allò sobre què havíeu decidit.
ask-again-expired = Se us torna a preguntar, perquè la vostra decisió anterior ha caducat.

## Preferences as a dialog

close = Tanca

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] de gener
    [2] de febrer
    [3] de març
    [4] d’abril
    [5] de maig
    [6] de juny
    [7] de juliol
    [8] d’agost
    [9] de setembre
    [10] d’octubre
    [11] de novembre
   *[12] de desembre
} del { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minut
       *[other] { $count } minuts
    }
    [hours] { $count ->
        [one] { $count } hora
       *[other] { $count } hores
    }
    [days] { $count ->
        [one] { $count } dia
       *[other] { $count } dies
    }
    [weeks] { $count ->
        [one] { $count } setmana
       *[other] { $count } setmanes
    }
    [months] { $count ->
        [one] { $count } mes
       *[other] { $count } mesos
    }
    [years] { $count ->
        [one] { $count } any
       *[other] { $count } anys
    }
   *[session] fins que es tanqui el navegador
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emirats Àrabs Units
    [AL] Albània
    [AR] Argentina
    [AT] Àustria
    [AU] Austràlia
    [BA] Bòsnia i Hercegovina
    [BE] Bèlgica
    [BG] Bulgària
    [BR] Brasil
    [BY] Belarús
    [CA] Canadà
    [CH] Suïssa
    [CL] Xile
    [CN] Xina
    [CO] Colòmbia
    [CY] Xipre
    [CZ] Txèquia
    [DE] Alemanya
    [DK] Dinamarca
    [EE] Estònia
    [EG] Egipte
    [ES] Espanya
    [FI] Finlàndia
    [FR] França
    [GB] Regne Unit
    [GE] Geòrgia
    [GR] Grècia
    [HR] Croàcia
    [HU] Hongria
    [IE] Irlanda
    [IL] Israel
    [IN] Índia
    [IS] Islàndia
    [IT] Itàlia
    [JP] Japó
    [KR] Corea del Sud
    [LI] Liechtenstein
    [LT] Lituània
    [LU] Luxemburg
    [LV] Letònia
    [MA] Marroc
    [MC] Mònaco
    [MD] Moldàvia
    [ME] Montenegro
    [MK] Macedònia del Nord
    [MT] Malta
    [MX] Mèxic
    [NL] Països Baixos
    [NO] Noruega
    [NZ] Nova Zelanda
    [PL] Polònia
    [PT] Portugal
    [RO] Romania
    [RS] Sèrbia
    [RU] Rússia
    [SA] Aràbia Saudí
    [SE] Suècia
    [SG] Singapur
    [SI] Eslovènia
    [SK] Eslovàquia
    [SM] San Marino
    [TN] Tunísia
    [TR] Turquia
    [TW] Taiwan
    [UA] Ucraïna
    [US] Estats Units
    [ZA] Sud-àfrica
   *[other] { $country }
}

## Errors shown to readers

error-title = Aquesta pàgina no es pot mostrar
error-upstream = El lloc web no respon en aquest moment. Torneu-ho a provar més tard.
error-request = No s’ha entès la sol·licitud. No s’ha canviat res.
error-too-many = Són més decisions separades de les que pot desar un navegador. No s’ha canviat res. Trieu per categories.
error-token = Aquest enllaç ja no és vàlid. Torneu a la pàgina i torneu-ho a provar.
