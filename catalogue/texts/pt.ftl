### Texts a reader sees, in Portuguese (of Portugal). Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Português
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Redes sociais
    [video] Vídeo
    [audio] Áudio
    [maps] Mapas
    [charts] Gráficos e documentos
    [forms] Formulários
    [comments] Comentários e chat
    [live] Diretos e resultados
    [payments] Pagamentos e donativos
    [technical] Serviços técnicos
    [analytics] Medição de audiências
    [advertising] Publicidade
   *[unclassified] Conteúdo não classificado
}
category-purpose = { $category ->
    [social] Mostrar publicações de redes sociais.
    [video] Reproduzir vídeos alojados por terceiros.
    [audio] Reproduzir áudio alojado por terceiros.
    [maps] Mostrar mapas interativos.
    [charts] Mostrar gráficos e documentos interativos.
    [forms] Mostrar formulários e reservas geridos por terceiros.
    [comments] Mostrar e escrever comentários e mensagens.
    [live] Mostrar diretos, resultados, meteorologia e outras informações atuais de terceiros.
    [payments] Mostrar formulários de pagamento e de donativo de terceiros.
    [technical] Carregar tipos de letra, scripts e outras partes de uma página a partir de servidores de terceiros.
    [analytics] Medir como as páginas são usadas.
    [advertising] Mostrar publicidade.
   *[unclassified] Carregar conteúdo de terceiros que este site não descreveu.
}

## Notice

notice-title = { $category ->
    [social] Publicação de { $service }
    [video] Vídeo de { $service }
    [audio] Áudio de { $service }
    [maps] Mapa de { $service }
    [charts] Gráfico ou documento de { $service }
    [forms] Formulário de { $service }
    [comments] Comentários ou chat de { $service }
    [live] Direto de { $service }
    [payments] Formulário de pagamento ou donativo de { $service }
   *[other] Conteúdo de { $service }
}
notice-reason = Conteúdo externo. Não foi carregado, porque { $service } pode recolher dados pessoais, como o seu endereço IP.
notice-category = Para o ver, permita apenas este conteúdo ou toda a categoria «{ $category-name }».
accept-once = Mostrar este conteúdo
accept-category = Mostrar sempre: { $category-name }
refuse = Recusar: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mais sobre { $service }
preferences = As suas escolhas
preview-attribution = Este texto faz parte desta página. Não foi carregado a partir de { $service }.
preview-link = Abrir em { $host }
external-link = ligação externa
loading = A carregar o conteúdo de { $service }.
shown = O conteúdo de { $service } está visível.
refused = Recusou «{ $category-name }». Este conteúdo permanece fechado.
gpc-refused = O seu navegador pede aos sites que não vendam nem partilhem os seus dados. Isto foi considerado uma recusa.
withdraw = Deixar de mostrar: { $category-name }
close-once = Fechar este conteúdo
unavailable = Este conteúdo não pode ser mostrado aqui.

## Pages of the gate

back = Voltar à página
skip = Ir para o conteúdo
preferences-title = As suas escolhas sobre conteúdo externo
preferences-intro = Aqui decide sobre o conteúdo de terceiros. O que está listado abaixo só é carregado depois de dizer que sim. Pode mudar de ideias a qualquer momento.
preferences-current = Escolha atual
choice-accepted = Aceite
choice-refused = Recusado
choice-none = Ainda sem escolha: nada é carregado
accept-all = Aceitar tudo
refuse-all = Recusar tudo
save-choices = Guardar estas escolhas
withdraw-all = Retirar todas as escolhas
choice-accept = Aceitar
choice-refuse = Recusar
choice-ask = Perguntar sempre
saved = As suas escolhas foram guardadas.
services-in-category = Serviços em «{ $category-name }»
gpc-notice = O seu navegador envia o sinal «Global Privacy Control». Este é considerado uma recusa de tudo o que não tenha aceitado.
withdraw-limits = Depois de retirar o seu consentimento, o conteúdo em causa deixa de ser carregado. Este site não pode apagar cookies que um terceiro já tenha colocado no seu próprio domínio; pode apagá-los nas definições do seu navegador.
cookie-explained = As suas escolhas são guardadas num único cookie deste site, chamado «{ $name }», durante { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Contém as suas escolhas e nada que o identifique.

service-title = Sobre { $service }
service-recipient = Destinatário
service-country = País
service-category = Categoria
service-purpose = Finalidade
service-data = Dados
service-storage = Armazenado no seu dispositivo
service-storage-item = { $name }: { $duration }
service-storage-unknown = Não há informação disponível aqui: consulte a política de privacidade do fornecedor.
service-storage-third = Pode ser lido por { $service }.
service-storage-first = Só pode ser lido por este site.
service-retention = Prazo de conservação pelo destinatário
service-safeguard = Garantia para os dados enviados para lá
service-controller = Responsável pelos dados recebidos
service-policy = Política de privacidade de { $service }
service-hosts = Servidores contactados depois de aceitar
service-reviewed = Última revisão: { $date }
service-withdraw = Pode retirar o seu consentimento a qualquer momento em «As suas escolhas».
data-kind = { $kind ->
    [ip-address] o seu endereço IP
    [device] informações sobre o seu dispositivo e navegador
    [page-address] o endereço deste site
    [interactions] o que faz com o conteúdo
    [account] a sua conta nesse serviço, se tiver sessão iniciada
    [location] a sua localização, se o permitir
    [input] o que nele escreve
    [payment] dados de pagamento, se lá pagar
   *[identifiers] identificadores em cookies ou armazenamento semelhante
}

view-title = Conteúdo de { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Os seus comprovativos
receipts-intro = Cada escolha deixa um comprovativo, para que este site possa provar o que foi escolhido. Um comprovativo contém a escolha, a sua hora e os textos que foram mostrados. Não contém o seu nome, o seu endereço IP nem nada sobre o seu dispositivo, e os comprovativos não estão ligados entre si.
receipts-cookie = Para que possa ver aqui os seus próprios comprovativos, o seu navegador guarda os números deles num cookie chamado «{ $name }», que só é enviado a estas páginas.
receipts-none = Não há comprovativos deste navegador.
receipts-off = Este site não guarda comprovativos.
receipts-kept = Os comprovativos são eliminados após { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
receipts-download = Descarregar os meus comprovativos
receipts-erase = Apagar os meus comprovativos
receipts-erase-explained = As suas escolhas continuam em vigor. De um comprovativo apagado resta uma marca sem conteúdo, para que o registo no seu todo ainda possa ser verificado.
receipts-erased = { $count ->
    [one] Foi apagado { $count } comprovativo.
   *[other] Foram apagados { $count } comprovativos.
}
receipts-unavailable = De momento, não é possível ler os comprovativos. As suas escolhas continuam em vigor.
receipt-time = Hora
receipt-number = Número
receipt-decision = Escolha
receipt-scope = Para
receipt-origin = Feita com
receipt-texts = Textos tal como foram mostrados
receipt-decision-name = { $decision ->
    [accept] Aceite
    [refuse] Recusado
   *[withdraw] Retirado
}
receipt-scope-once = um só conteúdo de { $service }
receipt-scope-all = tudo o que está listado
receipt-origin-name = { $origin ->
    [notice] um botão de um aviso
    [preferences] a página de escolhas
    [tcf] a janela de consentimento deste site
   *[gpc] um sinal do seu navegador
}

## Choices that end

choices-until = As suas escolhas são válidas até { $date }; depois, a pergunta será feita de novo.
ask-again-changed = A pergunta é feita de novo, porque aquilo sobre que tinha escolhido mudou entretanto.
ask-again-expired = A pergunta é feita de novo, porque a sua escolha anterior expirou.

## Preferences as a dialog

close = Fechar

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
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
        [one] { $count } dia
       *[other] { $count } dias
    }
    [weeks] { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }
    [months] { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
    [years] { $count ->
        [one] { $count } ano
       *[other] { $count } anos
    }
   *[session] até o navegador ser fechado
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Emirados Árabes Unidos
    [AL] Albânia
    [AR] Argentina
    [AT] Áustria
    [AU] Austrália
    [BA] Bósnia e Herzegovina
    [BE] Bélgica
    [BG] Bulgária
    [BR] Brasil
    [BY] Bielorrússia
    [CA] Canadá
    [CH] Suíça
    [CL] Chile
    [CN] China
    [CO] Colômbia
    [CY] Chipre
    [CZ] Tchéquia
    [DE] Alemanha
    [DK] Dinamarca
    [EE] Estônia
    [EG] Egito
    [ES] Espanha
    [FI] Finlândia
    [FR] França
    [GB] Reino Unido
    [GE] Geórgia
    [GR] Grécia
    [HR] Croácia
    [HU] Hungria
    [IE] Irlanda
    [IL] Israel
    [IN] Índia
    [IS] Islândia
    [IT] Itália
    [JP] Japão
    [KR] Coreia do Sul
    [LI] Liechtenstein
    [LT] Lituânia
    [LU] Luxemburgo
    [LV] Letônia
    [MA] Marrocos
    [MC] Mônaco
    [MD] Moldávia
    [ME] Montenegro
    [MK] Macedônia do Norte
    [MT] Malta
    [MX] México
    [NL] Países Baixos
    [NO] Noruega
    [NZ] Nova Zelândia
    [PL] Polônia
    [PT] Portugal
    [RO] Romênia
    [RS] Sérvia
    [RU] Rússia
    [SA] Arábia Saudita
    [SE] Suécia
    [SG] Singapura
    [SI] Eslovênia
    [SK] Eslováquia
    [SM] San Marino
    [TN] Tunísia
    [TR] Turquia
    [TW] Taiwan
    [UA] Ucrânia
    [US] Estados Unidos
    [ZA] África do Sul
   *[other] { $country }
}

## Errors shown to readers

error-title = Não é possível mostrar esta página
error-upstream = O site não está a responder de momento. Tente novamente mais tarde.
error-request = Este pedido não foi compreendido. Nada foi alterado.
error-too-many = São mais escolhas separadas do que um navegador pode guardar. Nada foi alterado. Escolha antes por categoria.
error-token = Esta ligação já não é válida. Volte à página e tente novamente.
