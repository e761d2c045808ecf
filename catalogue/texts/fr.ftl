### Texts a reader sees, in French. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).
### No “de” before a variable (it may start with a vowel). U+202F before ; ! ? and U+00A0 before : and inside « ».

-gate = Jalousie

## Language

language-name = Français
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Réseaux sociaux
    [video] Vidéo
    [audio] Audio
    [maps] Cartes
    [charts] Graphiques et documents
    [forms] Formulaires
    [comments] Commentaires et discussions
    [live] Direct et résultats
    [payments] Paiements et dons
    [technical] Services techniques
    [analytics] Mesure d’audience
    [advertising] Publicité
   *[unclassified] Contenus non classés
}
category-purpose = { $category ->
    [social] Afficher des publications de réseaux sociaux.
    [video] Lire des vidéos hébergées par des tiers.
    [audio] Écouter des sons hébergés par des tiers.
    [maps] Afficher des cartes interactives.
    [charts] Afficher des graphiques et des documents interactifs.
    [forms] Afficher des formulaires et des réservations gérés par des tiers.
    [comments] Afficher et écrire des commentaires et des messages.
    [live] Afficher des directs, des scores, la météo et d’autres informations actuelles de tiers.
    [payments] Afficher des formulaires de paiement et de don de tiers.
    [technical] Charger des polices de caractères, des scripts et d’autres éléments de la page depuis les serveurs de tiers.
    [analytics] Mesurer l’utilisation des pages.
    [advertising] Afficher de la publicité.
   *[unclassified] Charger des contenus de tiers que ce site n’a pas décrits.
}

## Notice

notice-title = { $category ->
    [social] Publication sur { $service }
    [video] Vidéo sur { $service }
    [audio] Contenu audio sur { $service }
    [maps] Carte fournie par { $service }
    [charts] Graphique ou document fourni par { $service }
    [forms] Formulaire fourni par { $service }
    [comments] Commentaires ou discussion sur { $service }
    [live] Direct fourni par { $service }
    [payments] Formulaire de paiement ou de don fourni par { $service }
   *[other] Contenu fourni par { $service }
}
notice-reason = Contenu externe. Il n’a pas été chargé, car { $service } peut collecter des données personnelles, comme votre adresse IP.
notice-category = Pour le voir, autorisez ce seul contenu ou toute la catégorie « { $category-name } ».
accept-once = Voir ce contenu
accept-category = Toujours voir : { $category-name }
refuse = Refuser : { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = En savoir plus sur { $service }
preferences = Vos choix
preview-attribution = Ce texte fait partie de cette page. Il n’a pas été chargé depuis { $service }.
preview-link = Ouvrir sur { $host }
external-link = lien externe
loading = Chargement du contenu fourni par { $service }.
shown = Le contenu fourni par { $service } est affiché.
refused = Vous avez refusé « { $category-name } ». Ce contenu reste fermé.
gpc-refused = Votre navigateur demande aux sites de ne pas vendre ni partager vos données. Cette demande vaut refus.
withdraw = Ne plus voir : { $category-name }
close-once = Fermer ce contenu
unavailable = Ce contenu ne peut pas être affiché ici.

## Pages of the gate

back = Retour à la page
skip = Aller au contenu
preferences-title = Vos choix concernant les contenus externes
preferences-intro = Vous décidez ici des contenus provenant de tiers. Ceux de la liste ci-dessous ne sont chargés qu’après votre accord. Vous pouvez changer d’avis à tout moment.
preferences-current = Choix actuel
choice-accepted = Accepté
choice-refused = Refusé
choice-none = Pas encore de choix : rien n’est chargé
accept-all = Tout accepter
refuse-all = Tout refuser
save-choices = Enregistrer ces choix
withdraw-all = Retirer tous les choix
choice-accept = Accepter
choice-refuse = Refuser
choice-ask = Me demander à chaque fois
saved = Vos choix ont été enregistrés.
services-in-category = Services de la catégorie « { $category-name } »
gpc-notice = Votre navigateur envoie le signal « Global Privacy Control ». Il vaut refus de tout ce que vous n’avez pas accepté vous-même.
withdraw-limits = Après le retrait de votre consentement, les contenus concernés ne sont plus chargés. Ce site ne peut pas supprimer les cookies qu’un tiers a déjà déposés sur son propre domaine ; vous pouvez les supprimer dans les réglages de votre navigateur.
cookie-explained = Vos choix sont conservés dans un seul cookie de ce site, nommé « { $name } », pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Il contient vos choix, et rien qui vous identifie.

service-title = Informations sur { $service }
service-recipient = Destinataire
service-country = Pays
service-category = Catégorie
service-purpose = Finalité
service-data = Données
service-storage = Stockage sur votre appareil
service-storage-item = { $name } : { $duration }
service-storage-unknown = Aucune information disponible ici : veuillez consulter la politique de confidentialité du service.
service-storage-third = { $service } peut le lire.
service-storage-first = Seul ce site peut le lire.
service-retention = Durée de conservation par le destinataire
service-safeguard = Garantie pour les données envoyées dans ce pays
service-controller = Responsable des données reçues
service-policy = Politique de confidentialité ({ $service })
service-hosts = Serveurs contactés après votre accord
service-reviewed = Dernière vérification : { $date }
service-withdraw = Vous pouvez retirer votre consentement à tout moment sous « Vos choix ».
data-kind = { $kind ->
    [ip-address] votre adresse IP
    [device] des informations sur votre appareil et votre navigateur
    [page-address] l’adresse de ce site
    [interactions] vos actions sur le contenu
    [account] votre compte sur ce service, si vous y avez ouvert une session
    [location] votre position, si vous l’autorisez
    [input] ce que vous y saisissez
    [payment] vos données de paiement, si vous y payez
   *[identifiers] des identifiants dans des cookies ou d’autres traceurs
}

view-title = Contenu fourni par { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Vos reçus
receipts-intro = Chaque choix donne lieu à un reçu, afin que ce site puisse prouver ce qui a été choisi. Un reçu contient le choix, son heure et les textes qui ont été affichés. Il ne contient ni votre nom, ni votre adresse IP, ni rien qui concerne votre appareil, et les reçus ne sont pas liés entre eux.
receipts-cookie = Pour que vous puissiez voir ici vos propres reçus, votre navigateur garde leurs numéros dans un cookie nommé « { $name } », qui n’est envoyé qu’à ces pages.
receipts-none = Il n’y a aucun reçu de ce navigateur.
receipts-off = Ce site ne conserve pas de reçus.
receipts-kept = Les reçus sont supprimés après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
receipts-download = Télécharger mes reçus
receipts-erase = Effacer mes reçus
receipts-erase-explained = Vos choix restent valables. Ce qui reste d’un reçu effacé est une marque sans contenu, pour que l’ensemble puisse toujours être vérifié.
receipts-erased = { $count ->
    [one] { $count } reçu a été effacé.
   *[other] { $count } reçus ont été effacés.
}
receipts-unavailable = Les reçus ne peuvent pas être lus pour le moment. Vos choix restent valables.
receipt-time = Heure
receipt-number = Numéro
receipt-decision = Choix
receipt-scope = Portée
receipt-origin = Fait avec
receipt-texts = Textes tels qu’ils ont été affichés
receipt-decision-name = { $decision ->
    [accept] Accepté
    [refuse] Refusé
   *[withdraw] Retiré
}
receipt-scope-once = un seul contenu fourni par { $service }
receipt-scope-all = tout ce qui figure dans la liste
receipt-origin-name = { $origin ->
    [notice] un bouton d’un avis
    [preferences] la page des choix
    [tcf] la fenêtre de consentement de ce site
   *[gpc] un signal de votre navigateur
}

## Choices that end

choices-until = Vos choix sont valables jusqu’au { $date } ; ensuite, la question vous sera posée à nouveau.
ask-again-changed = La question vous est posée à nouveau, car ce sur quoi portait votre choix a changé depuis.
ask-again-expired = La question vous est posée à nouveau, car votre choix précédent a expiré.

## Preferences as a dialog

close = Fermer

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
    [hours] { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
    [days] { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
    [weeks] { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
    [months] { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
    [years] { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
   *[session] jusqu’à la fermeture du navigateur
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorre
    [AE] Émirats arabes unis
    [AL] Albanie
    [AR] Argentine
    [AT] Autriche
    [AU] Australie
    [BA] Bosnie-Herzégovine
    [BE] Belgique
    [BG] Bulgarie
    [BR] Brésil
    [BY] Biélorussie
    [CA] Canada
    [CH] Suisse
    [CL] Chili
    [CN] Chine
    [CO] Colombie
    [CY] Chypre
    [CZ] Tchéquie
    [DE] Allemagne
    [DK] Danemark
    [EE] Estonie
    [EG] Égypte
    [ES] Espagne
    [FI] Finlande
    [FR] France
    [GB] Royaume-Uni
    [GE] Géorgie
    [GR] Grèce
    [HR] Croatie
    [HU] Hongrie
    [IE] Irlande
    [IL] Israël
    [IN] Inde
    [IS] Islande
    [IT] Italie
    [JP] Japon
    [KR] Corée du Sud
    [LI] Liechtenstein
    [LT] Lituanie
    [LU] Luxembourg
    [LV] Lettonie
    [MA] Maroc
    [MC] Monaco
    [MD] Moldavie
    [ME] Monténégro
    [MK] Macédoine du Nord
    [MT] Malte
    [MX] Mexique
    [NL] Pays-Bas
    [NO] Norvège
    [NZ] Nouvelle-Zélande
    [PL] Pologne
    [PT] Portugal
    [RO] Roumanie
    [RS] Serbie
    [RU] Russie
    [SA] Arabie saoudite
    [SE] Suède
    [SG] Singapour
    [SI] Slovénie
    [SK] Slovaquie
    [SM] Saint-Marin
    [TN] Tunisie
    [TR] Turquie
    [TW] Taïwan
    [UA] Ukraine
    [US] États-Unis
    [ZA] Afrique du Sud
   *[other] { $country }
}

## Errors shown to readers

error-title = Cette page ne peut pas être affichée
error-upstream = Le site ne répond pas pour le moment. Veuillez réessayer plus tard.
error-request = Cette demande n’a pas été comprise. Rien n’a été modifié.
error-too-many = Ces choix séparés sont plus nombreux qu’un navigateur ne peut en conserver. Rien n’a été modifié. Veuillez plutôt choisir par catégorie.
error-token = Ce lien n’est plus valable. Veuillez revenir à la page et réessayer.
