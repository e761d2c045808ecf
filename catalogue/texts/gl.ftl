### Texts a reader sees, in Galician. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Galego
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Redes sociais
    [video] Vídeo
    [audio] Audio
    [maps] Mapas
    [charts] Gráficos e documentos
    [forms] Formularios
    [comments] Comentarios e chat
    [live] Directos e resultados
    [payments] Pagamentos e doazóns
    [technical] Servizos técnicos
    [analytics] Medición de audiencia
    [advertising] Publicidade
   *[unclassified] Contido sen clasificar
}
category-purpose = { $category ->
    [social] Amosar publicacións de redes sociais.
    [video] Reproducir vídeos aloxados por terceiros.
    [audio] Reproducir audio aloxado por terceiros.
    [maps] Amosar mapas interactivos.
    [charts] Amosar gráficos e documentos interactivos.
    [forms] Amosar formularios e reservas xestionados por terceiros.
    [comments] Amosar e escribir comentarios e mensaxes.
    [live] Amosar directos, marcadores, o tempo e outra información actual de terceiros.
    [payments] Amosar formularios de pagamento e de doazón de terceiros.
    [technical] Cargar tipos de letra, scripts e outras partes dunha páxina desde servidores de terceiros.
    [analytics] Medir como se usan as páxinas.
    [advertising] Amosar publicidade.
   *[unclassified] Cargar contido de terceiros que este sitio non describiu.
}

## Notice

notice-title = { $category ->
    [social] Publicación de { $service }
    [video] Vídeo de { $service }
    [audio] Audio de { $service }
    [maps] Mapa de { $service }
    [charts] Gráfico ou documento de { $service }
    [forms] Formulario de { $service }
    [comments] Comentarios ou chat de { $service }
    [live] Directo de { $service }
    [payments] Formulario de pagamento ou doazón de { $service }
   *[other] Contido de { $service }
}
notice-reason = Contido externo. Non se cargou, porque { $service } pode recoller datos persoais, como o seu enderezo IP.
notice-category = Para velo, permita só este contido ou toda a categoría «{ $category-name }».
accept-once = Amosar este contido
accept-category = Amosar sempre: { $category-name }
refuse = Rexeitar: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Máis sobre { $service }
preferences = As súas decisións
preview-attribution = Este texto forma parte desta páxina. Non se cargou desde { $service }.
preview-link = Abrir en { $host }
external-link = ligazón externa
loading = Cargando o contido de { $service }.
shown = Amósase o contido de { $service }.
refused = Vostede rexeitou «{ $category-name }». Este contido segue pechado.
gpc-refused = O seu navegador pide aos sitios que non vendan nin compartan os seus datos. Considerouse un rexeitamento.
withdraw = Deixar de amosar: { $category-name }
close-once = Pechar este contido
unavailable = Este contido non se pode amosar aquí.

## Pages of the gate

back = Volver á páxina
skip = Ir ao contido
preferences-title = As súas decisións sobre o contido externo
preferences-intro = Aquí decide vostede sobre o contido de terceiros. O que figura a continuación só se carga despois de que vostede o acepte. Pode cambiar de opinión en calquera momento.
preferences-current = Decisión actual
choice-accepted = Aceptado
choice-refused = Rexeitado
choice-none = Aínda sen decisión: non se carga nada
accept-all = Aceptar todo
refuse-all = Rexeitar todo
save-choices = Gardar estas decisións
withdraw-all = Retirar todas as decisións
choice-accept = Aceptar
choice-refuse = Rexeitar
choice-ask = Preguntar cada vez
saved = As súas decisións foron gardadas.
services-in-category = Servizos da categoría «{ $category-name }»
gpc-notice = O seu navegador envía o sinal «Global Privacy Control». Considérase un rexeitamento de todo o que vostede non aceptase.
withdraw-limits = Despois de retirar o seu consentimento, o contido correspondente xa non se carga. Este sitio non pode borrar as cookies que un terceiro xa gardase no seu propio dominio; vostede pode borralas nos axustes do seu navegador.
cookie-explained = As súas decisións gárdanse nunha soa cookie deste sitio, chamada «{ $name }», durante { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Contén as súas decisións e nada que o identifique.

service-title = Acerca de { $service }
service-recipient = Destinatario
service-country = País
service-category = Categoría
service-purpose = Finalidade
service-data = Datos
service-storage = Almacenado no seu dispositivo
service-storage-item = { $name }: { $duration }
service-storage-unknown = Non hai información dispoñible aquí: consulte a política de privacidade do provedor.
service-storage-third = { $service } pode lelo.
service-storage-first = Só este sitio pode lelo.
service-retention = Prazo de conservación polo destinatario
service-safeguard = Garantía para os datos enviados alí
service-controller = Responsable dos datos recibidos
service-policy = Política de privacidade de { $service }
service-hosts = Servidores cos que se contacta despois de que vostede acepte
service-reviewed = Última revisión: { $date }
service-withdraw = Pode retirar o seu consentimento en calquera momento en «As súas decisións».
data-kind = { $kind ->
    [ip-address] o seu enderezo IP
    [device] información sobre o seu dispositivo e navegador
    [page-address] o enderezo deste sitio
    [interactions] o que vostede fai co contido
    [account] a súa conta nese servizo, se iniciou sesión
    [location] a súa localización, se o permite
    [input] o que vostede escribe nel
    [payment] datos de pagamento, se paga alí
   *[identifiers] identificadores en cookies ou almacenamento semellante
}

view-title = Contido de { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Os seus xustificantes
receipts-intro = Cada decisión deixa un xustificante, para que este sitio poida demostrar que se elixiu. Un xustificante contén a decisión, a súa hora e que textos se amosaron. Non contén o seu nome, o seu enderezo IP nin nada sobre o seu dispositivo, e os xustificantes non están vinculados entre si.
receipts-cookie = Para que poida ver aquí os seus propios xustificantes, o seu navegador garda os seus números nunha cookie chamada «{ $name }», que só se envía a estas páxinas.
receipts-none = Non hai xustificantes deste navegador.
receipts-off = Este sitio non garda xustificantes.
receipts-kept = Os xustificantes elimínanse despois de { $days ->
    [one] { $days } día
   *[other] { $days } días
}.
receipts-download = Descargar os meus xustificantes
receipts-erase = Borrar os meus xustificantes
receipts-erase-explained = As súas decisións seguen vixentes. Dun xustificante borrado queda unha marca sen contido, para que o rexistro no seu conxunto se poida seguir comprobando.
receipts-erased = { $count ->
    [one] Borrouse { $count } xustificante.
   *[other] Borráronse { $count } xustificantes.
}
receipts-unavailable = Neste momento non se poden ler os xustificantes. As súas decisións seguen vixentes.
receipt-time = Hora
receipt-number = Número
receipt-decision = Decisión
receipt-scope = Para
receipt-origin = Tomada con
receipt-texts = Textos tal como se amosaron
receipt-decision-name = { $decision ->
    [accept] Aceptado
    [refuse] Rexeitado
   *[withdraw] Retirado
}
receipt-scope-once = un só contido de { $service }
receipt-scope-all = todo o que figura na lista
receipt-origin-name = { $origin ->
    [notice] un botón dun aviso
    [preferences] a páxina de decisións
    [tcf] a xanela de consentimento deste sitio
   *[gpc] un sinal do seu navegador
}

## Choices that end

choices-until = As súas decisións son válidas ata o { $date }; despois preguntaráselle de novo.
ask-again-changed = Pregúntaselle de novo, porque desde entón cambiou aquilo sobre o que decidira.
ask-again-expired = Pregúntaselle de novo, porque a súa decisión anterior caducou.

## Preferences as a dialog

close = Pechar

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } de { $month ->
    [1] xaneiro
    [2] febreiro
    [3] marzo
    [4] abril
    [5] maio
    [6] xuño
    [7] xullo
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] decembro
} de { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
    [hours] { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
    [days] { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
    [weeks] { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }
    [months] { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
    [years] { $count ->
        [one] { $count } ano
       *[other] { $count } anos
    }
   *[session] ata que se peche o navegador
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emiratos Árabes Unidos
    [AL] Albania
    [AR] Arxentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia e Hercegovina
    [BE] Bélxica
    [BG] Bulgaria
    [BR] Brasil
    [BY] Belarús
    [CA] Canadá
    [CH] Suíza
    [CL] Chile
    [CN] China
    [CO] Colombia
    [CY] Chipre
    [CZ] Chequia
    [DE] Alemaña
    [DK] Dinamarca
    [EE] Estonia
    [EG] Exipto
    [ES] España
    [FI] Finlandia
    [FR] Francia
    [GB] Reino Unido
    [GE] Xeorxia
    [GR] Grecia
    [HR] Croacia
    [HU] Hungría
    [IE] Irlanda
    [IL] Israel
    [IN] India
    [IS] Islandia
    [IT] Italia
    [JP] Xapón
    [KR] Corea do Sur
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Luxemburgo
    [LV] Letonia
    [MA] Marrocos
    [MC] Mónaco
    [MD] República Moldova
    [ME] Montenegro
    [MK] Macedonia do Norte
    [MT] Malta
    [MX] México
    [NL] Países Baixos
    [NO] Noruega
    [NZ] Nova Zelandia
    [PL] Polonia
    [PT] Portugal
    [RO] Romanía
    [RS] Serbia
    [RU] Rusia
    [SA] Arabia Saudita
    [SE] Suecia
    [SG] Singapur
    [SI] Eslovenia
    [SK] Eslovaquia
    [SM] San Marino
    [TN] Tunisia
    [TR] Turquía
    [TW] Taiwán
    [UA] Ucraína
    [US] Estados Unidos
    [ZA] Suráfrica
   *[other] { $country }
}

## Errors shown to readers

error-title = Esta páxina non se pode amosar
error-upstream = O sitio non responde neste momento. Inténteo de novo máis tarde.
error-request = Non se entendeu a solicitude. Non se cambiou nada.
error-too-many = Son máis eleccións separadas das que pode gardar un navegador. Non se cambiou nada. Elixa por categorías.
error-token = Esta ligazón xa non é válida. Volva á páxina e inténteo de novo.
