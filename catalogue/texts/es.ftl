### Texts a reader sees, in Spanish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Español
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Redes sociales
    [video] Vídeo
    [audio] Audio
    [maps] Mapas
    [charts] Gráficos y documentos
    [forms] Formularios
    [comments] Comentarios y chat
    [live] Directos y resultados
    [payments] Pagos y donaciones
    [technical] Servicios técnicos
    [analytics] Medición de audiencia
    [advertising] Publicidad
   *[unclassified] Contenido sin clasificar
}
category-purpose = { $category ->
    [social] Mostrar publicaciones de redes sociales.
    [video] Reproducir vídeos alojados por terceros.
    [audio] Reproducir audios alojados por terceros.
    [maps] Mostrar mapas interactivos.
    [charts] Mostrar gráficos y documentos interactivos.
    [forms] Mostrar formularios y reservas gestionados por terceros.
    [comments] Mostrar y escribir comentarios y mensajes.
    [live] Mostrar directos, marcadores, el tiempo y otra información actual de terceros.
    [payments] Mostrar formularios de pago y de donación de terceros.
    [technical] Cargar tipos de letra, scripts y otras partes de una página desde servidores de terceros.
    [analytics] Medir cómo se usan las páginas.
    [advertising] Mostrar publicidad.
   *[unclassified] Cargar contenido de terceros que este sitio no ha descrito.
}

## Notice

notice-title = { $category ->
    [social] Publicación de { $service }
    [video] Vídeo de { $service }
    [audio] Audio de { $service }
    [maps] Mapa de { $service }
    [charts] Gráfico o documento de { $service }
    [forms] Formulario de { $service }
    [comments] Comentarios o chat de { $service }
    [live] Directo de { $service }
    [payments] Formulario de pago o donación de { $service }
   *[other] Contenido de { $service }
}
notice-reason = Contenido externo. No se ha cargado, porque { $service } puede recoger datos personales, como su dirección IP.
notice-category = Para verlo, permita solo este contenido o toda la categoría «{ $category-name }».
accept-once = Mostrar contenido
accept-category = Mostrar siempre: { $category-name }
refuse = Rechazar: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Más sobre { $service }
preferences = Sus decisiones
preview-attribution = Este texto forma parte de esta página. No se ha cargado desde { $service }.
preview-link = Abrir en { $host }
external-link = enlace externo
loading = Cargando el contenido de { $service }.
shown = Se muestra el contenido de { $service }.
refused = Ha rechazado «{ $category-name }». Este contenido sigue cerrado.
gpc-refused = Su navegador pide a los sitios que no vendan ni compartan sus datos. Se ha considerado un rechazo.
withdraw = Dejar de mostrar: { $category-name }
close-once = Cerrar este contenido
unavailable = Este contenido no se puede mostrar aquí.

## Pages of the gate

back = Volver a la página
skip = Ir al contenido
preferences-title = Sus decisiones sobre el contenido externo
preferences-intro = Aquí decide usted sobre el contenido de terceros. Lo que figura a continuación solo se carga después de que usted lo acepte. Puede cambiar de opinión en cualquier momento.
preferences-current = Decisión actual
choice-accepted = Aceptado
choice-refused = Rechazado
choice-none = Aún sin decisión: no se carga nada
accept-all = Aceptar todo
refuse-all = Rechazar todo
save-choices = Guardar estas decisiones
withdraw-all = Retirar todas las decisiones
choice-accept = Aceptar
choice-refuse = Rechazar
choice-ask = Preguntar cada vez
saved = Se han guardado sus decisiones.
services-in-category = Servicios de la categoría «{ $category-name }»
gpc-notice = Su navegador envía la señal «Global Privacy Control». Se considera un rechazo de todo lo que usted no haya aceptado.
withdraw-limits = Después de retirar su consentimiento, el contenido correspondiente deja de cargarse. Este sitio no puede borrar las cookies que un tercero ya haya instalado en su propio dominio; usted puede borrarlas en los ajustes de su navegador.
cookie-explained = Sus decisiones se guardan durante { $days ->
    [one] { $days } día
   *[other] { $days } días
} en una sola cookie de este sitio, llamada «{ $name }». Contiene sus decisiones y nada que le identifique.

service-title = Acerca de { $service }
service-recipient = Destinatario
service-country = País
service-category = Categoría
service-purpose = Finalidad
service-data = Datos
service-storage = Almacenamiento en su dispositivo
service-storage-item = { $name }: { $duration }
service-storage-unknown = No hay información disponible aquí: consulte la política de privacidad del proveedor.
service-storage-third = { $service } puede leerlo.
service-storage-first = Solo este sitio puede leerlo.
service-retention = Plazo de conservación por el destinatario
service-safeguard = Garantía para los datos enviados a ese país
service-controller = Responsable de los datos recibidos
service-policy = Política de privacidad de { $service }
service-hosts = Servidores con los que se contacta después de que usted acepte
service-reviewed = Última revisión: { $date }
service-withdraw = Puede retirar su consentimiento en cualquier momento en «Sus decisiones».
data-kind = { $kind ->
    [ip-address] su dirección IP
    [device] información sobre su dispositivo y su navegador
    [page-address] la dirección de este sitio
    [interactions] lo que usted hace con el contenido
    [account] su cuenta en ese servicio, si ha iniciado sesión
    [location] su ubicación, si usted lo permite
    [input] lo que usted escribe en él
    [payment] datos de pago, si paga allí
   *[identifiers] identificadores en cookies o tecnologías similares
}

view-title = Contenido de { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Sus justificantes
receipts-intro = Cada decisión deja un justificante, para que este sitio pueda demostrar qué se eligió. Un justificante contiene la decisión, su hora y qué textos se mostraron. No contiene su nombre, su dirección IP ni nada sobre su dispositivo, y los justificantes no están vinculados entre sí.
receipts-cookie = Para que usted pueda ver aquí sus propios justificantes, su navegador guarda sus números en una cookie llamada «{ $name }», que solo se envía a estas páginas.
receipts-none = No hay justificantes de este navegador.
receipts-off = Este sitio no guarda justificantes.
receipts-kept = Los justificantes se eliminan después de { $days ->
    [one] { $days } día
   *[other] { $days } días
}.
receipts-download = Descargar mis justificantes
receipts-erase = Borrar mis justificantes
receipts-erase-explained = Sus decisiones siguen vigentes. De un justificante borrado queda una marca sin contenido, para que el registro en su conjunto se pueda seguir comprobando.
receipts-erased = { $count ->
    [one] Se ha borrado { $count } justificante.
   *[other] Se han borrado { $count } justificantes.
}
receipts-unavailable = En este momento no se pueden leer los justificantes. Sus decisiones siguen vigentes.
receipt-time = Hora
receipt-number = Número
receipt-decision = Decisión
receipt-scope = Para
receipt-origin = Tomada con
receipt-texts = Textos tal como se mostraron
receipt-decision-name = { $decision ->
    [accept] Aceptado
    [refuse] Rechazado
   *[withdraw] Retirado
}
receipt-scope-once = un solo contenido de { $service }
receipt-scope-all = todo lo que figura en la lista
receipt-origin-name = { $origin ->
    [notice] un botón de un aviso
    [preferences] la página de decisiones
    [tcf] la ventana de consentimiento de este sitio
   *[gpc] una señal de su navegador
}

## Choices that end

choices-until = Sus decisiones son válidas hasta el { $date }; después se le volverá a preguntar.
ask-again-changed = Se le vuelve a preguntar, porque ha cambiado aquello sobre lo que había decidido.
ask-again-expired = Se le vuelve a preguntar, porque su decisión anterior ha caducado.

## Preferences as a dialog

close = Cerrar

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
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
        [one] { $count } año
       *[other] { $count } años
    }
   *[session] hasta que se cierre el navegador
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emiratos Árabes Unidos
    [AL] Albania
    [AR] Argentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia y Herzegovina
    [BE] Bélgica
    [BG] Bulgaria
    [BR] Brasil
    [BY] Bielorrusia
    [CA] Canadá
    [CH] Suiza
    [CL] Chile
    [CN] China
    [CO] Colombia
    [CY] Chipre
    [CZ] Chequia
    [DE] Alemania
    [DK] Dinamarca
    [EE] Estonia
    [EG] Egipto
    [ES] España
    [FI] Finlandia
    [FR] Francia
    [GB] Reino Unido
    [GE] Georgia
    [GR] Grecia
    [HR] Croacia
    [HU] Hungría
    [IE] Irlanda
    [IL] Israel
    [IN] India
    [IS] Islandia
    [IT] Italia
    [JP] Japón
    [KR] Corea del Sur
    [LI] Liechtenstein
    [LT] Lituania
    [LU] Luxemburgo
    [LV] Letonia
    [MA] Marruecos
    [MC] Mónaco
    [MD] Moldavia
    [ME] Montenegro
    [MK] Macedonia del Norte
    [MT] Malta
    [MX] México
    [NL] Países Bajos
    [NO] Noruega
    [NZ] Nueva Zelanda
    [PL] Polonia
    [PT] Portugal
    [RO] Rumanía
    [RS] Serbia
    [RU] Rusia
    [SA] Arabia Saudí
    [SE] Suecia
    [SG] Singapur
    [SI] Eslovenia
    [SK] Eslovaquia
    [SM] San Marino
    [TN] Túnez
    [TR] Turquía
    [TW] Taiwán
    [UA] Ucrania
    [US] Estados Unidos
    [ZA] Sudáfrica
   *[other] { $country }
}

## Errors shown to readers

error-title = Esta página no se puede mostrar
error-upstream = El sitio no responde en este momento. Inténtelo de nuevo más tarde.
error-request = No se ha entendido la solicitud. No se ha cambiado nada.
error-too-many = Son más elecciones separadas de las que puede guardar un navegador. No se ha cambiado nada. Elija por categorías.
error-token = Este enlace ya no es válido. Vuelva a la página e inténtelo de nuevo.
