### Texts a reader sees, in Swedish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Svenska
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociala nätverk
    [video] Video
    [audio] Ljud
    [maps] Kartor
    [charts] Diagram och dokument
    [forms] Formulär
    [comments] Kommentarer och chatt
    [live] Direktrapporter och resultat
    [payments] Betalningar och gåvor
    [technical] Tekniska tjänster
    [analytics] Publikmätning
    [advertising] Annonser
   *[unclassified] Oklassificerat innehåll
}
category-purpose = { $category ->
    [social] Visa inlägg från sociala nätverk.
    [video] Spela upp videor som ligger hos andra leverantörer.
    [audio] Spela upp ljud som ligger hos andra leverantörer.
    [maps] Visa interaktiva kartor.
    [charts] Visa interaktiva diagram och dokument.
    [forms] Visa formulär och bokningar från andra leverantörer.
    [comments] Visa och skriva kommentarer och meddelanden.
    [live] Visa direktrapporter, resultat, väder och annan aktuell information från andra leverantörer.
    [payments] Visa betalnings- och gåvoformulär från andra leverantörer.
    [technical] Hämta typsnitt, skript och andra delar av en sida från andra leverantörers servrar.
    [analytics] Mäta hur sidorna används.
    [advertising] Visa annonser.
   *[unclassified] Hämta innehåll från leverantörer som den här webbplatsen inte har beskrivit.
}

## Notice

notice-title = { $category ->
    [social] Inlägg från { $service }
    [video] Video från { $service }
    [audio] Ljud från { $service }
    [maps] Karta från { $service }
    [charts] Diagram eller dokument från { $service }
    [forms] Formulär från { $service }
    [comments] Kommentarer eller chatt från { $service }
    [live] Direktrapport från { $service }
    [payments] Betalnings- eller gåvoformulär från { $service }
   *[other] Innehåll från { $service }
}
notice-reason = Externt innehåll. Det har inte hämtats, eftersom { $service } kan samla in personuppgifter, till exempel din IP-adress.
notice-category = För att se det kan du tillåta bara det här innehållet eller hela kategorin ”{ $category-name }”.
accept-once = Visa innehållet
accept-category = Visa alltid: { $category-name }
refuse = Neka: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Mer om { $service }
preferences = Dina val
preview-attribution = De här orden är en del av sidan. De har inte hämtats från { $service }.
preview-link = Öppna på { $host }
external-link = extern länk
loading = Innehållet från { $service } hämtas.
shown = Innehållet från { $service } visas.
refused = Du har nekat ”{ $category-name }”. Det här innehållet förblir stängt.
gpc-refused = Din webbläsare ber webbplatser att inte sälja eller dela dina uppgifter. Det har tolkats som ett nej.
withdraw = Sluta visa: { $category-name }
close-once = Stäng innehållet
unavailable = Det här innehållet kan inte visas här.

## Pages of the gate

back = Tillbaka till sidan
skip = Gå till innehållet
preferences-title = Dina val om externt innehåll
preferences-intro = Här bestämmer du om innehåll från andra leverantörer. Det som står nedan hämtas först när du har sagt ja. Du kan ändra dig när som helst.
preferences-current = Nuvarande val
choice-accepted = Godkänt
choice-refused = Nekat
choice-none = Inget val ännu: inget hämtas
accept-all = Godkänn alla
refuse-all = Neka alla
save-choices = Spara de här valen
withdraw-all = Ta tillbaka alla val
choice-accept = Godkänn
choice-refuse = Neka
choice-ask = Fråga varje gång
saved = Dina val har sparats.
services-in-category = Tjänster i ”{ $category-name }”
gpc-notice = Din webbläsare skickar ”Global Privacy Control”. Det tolkas som ett nej till allt som du inte själv har godkänt.
withdraw-limits = När du har tagit tillbaka ditt samtycke hämtas innehållet inte längre. Den här webbplatsen kan inte ta bort kakor som en annan leverantör redan har lagt på sin egen domän; du kan ta bort dem i webbläsarens inställningar.
cookie-explained = Dina val sparas i en enda kaka från den här webbplatsen, med namnet ”{ $name }”, i { $days ->
    [one] en dag
   *[other] { $days } dagar
}. Den innehåller dina val och inget som identifierar dig.

service-title = Om { $service }
service-recipient = Mottagare
service-country = Land
service-category = Kategori
service-purpose = Syfte
service-data = Uppgifter
service-storage = Lagras på din enhet
service-storage-item = { $name }: { $duration }
service-storage-unknown = Det finns ingen information här: läs leverantörens egen integritetspolicy.
service-storage-third = Det kan läsas av { $service }.
service-storage-first = Det kan bara läsas av den här webbplatsen.
service-retention = Hur länge mottagaren behåller uppgifterna
service-safeguard = Skydd för uppgifter som skickas dit
service-controller = Ansvarig för uppgifterna där
service-policy = Integritetspolicy för { $service }
service-hosts = Servrar som kontaktas när du har godkänt
service-reviewed = Senast granskad: { $date }
service-withdraw = Du kan ta tillbaka ditt samtycke när som helst under ”Dina val”.
data-kind = { $kind ->
    [ip-address] din IP-adress
    [device] uppgifter om din enhet och webbläsare
    [page-address] den här webbplatsens adress
    [interactions] vad du gör med innehållet
    [account] ditt konto där, om du är inloggad
    [location] din plats, om du tillåter det
    [input] vad du skriver i det
    [payment] betalningsuppgifter, om du betalar där
   *[identifiers] identifierare i kakor eller liknande lagring
}

view-title = Innehåll från { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Dina kvitton
receipts-intro = Varje val lämnar ett kvitto, så att den här webbplatsen kan visa vad som valdes. Ett kvitto innehåller valet, tidpunkten och vilka texter som visades. Det innehåller inte ditt namn, din IP-adress eller något om din enhet, och kvittona är inte kopplade till varandra.
receipts-cookie = För att du ska kunna se dina egna kvitton här sparar din webbläsare deras nummer i en kaka med namnet ”{ $name }”, som bara skickas till de här sidorna.
receipts-none = Det finns inga kvitton från den här webbläsaren.
receipts-off = Den här webbplatsen sparar inga kvitton.
receipts-kept = Kvitton tas bort efter { $days ->
    [one] en dag
   *[other] { $days } dagar
}.
receipts-download = Ladda ner mina kvitton
receipts-erase = Radera mina kvitton
receipts-erase-explained = Dina val gäller fortfarande. Det som blir kvar av ett raderat kvitto är en markering utan innehåll, så att registret som helhet fortfarande kan kontrolleras.
receipts-erased = { $count ->
    [one] Ett kvitto har raderats.
   *[other] { $count } kvitton har raderats.
}
receipts-unavailable = Kvittona kan inte läsas just nu. Dina val gäller fortfarande.
receipt-time = Tid
receipt-number = Nummer
receipt-decision = Val
receipt-scope = För
receipt-origin = Gjort med
receipt-texts = Texterna som de visades
receipt-decision-name = { $decision ->
    [accept] Godkänt
    [refuse] Nekat
   *[withdraw] Tillbakataget
}
receipt-scope-once = ett enda innehåll från { $service }
receipt-scope-all = allt som står i listan
receipt-origin-name = { $origin ->
    [notice] en knapp i ett meddelande
    [preferences] sidan med val
    [tcf] webbplatsens eget samtyckesfönster
   *[gpc] en signal från din webbläsare
}

## Choices that end

choices-until = Dina val gäller till { $date }; sedan får du frågan igen.
ask-again-changed = Du får frågan igen, eftersom det som du hade valt om har ändrats sedan dess.
ask-again-expired = Du får frågan igen, eftersom ditt tidigare val har upphört att gälla.

## Preferences as a dialog

close = Stäng

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minut
       *[other] { $count } minuter
    }
    [hours] { $count ->
        [one] { $count } timme
       *[other] { $count } timmar
    }
    [days] { $count ->
        [one] { $count } dag
       *[other] { $count } dagar
    }
    [weeks] { $count ->
        [one] { $count } vecka
       *[other] { $count } veckor
    }
    [months] { $count ->
        [one] { $count } månad
       *[other] { $count } månader
    }
    [years] { $count ->
        [one] { $count } år
       *[other] { $count } år
    }
   *[session] tills webbläsaren stängs
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Förenade Arabemiraten
    [AL] Albanien
    [AR] Argentina
    [AT] Österrike
    [AU] Australien
    [BA] Bosnien och Hercegovina
    [BE] Belgien
    [BG] Bulgarien
    [BR] Brasilien
    [BY] Belarus
    [CA] Kanada
    [CH] Schweiz
    [CL] Chile
    [CN] Kina
    [CO] Colombia
    [CY] Cypern
    [CZ] Tjeckien
    [DE] Tyskland
    [DK] Danmark
    [EE] Estland
    [EG] Egypten
    [ES] Spanien
    [FI] Finland
    [FR] Frankrike
    [GB] Storbritannien
    [GE] Georgien
    [GR] Grekland
    [HR] Kroatien
    [HU] Ungern
    [IE] Irland
    [IL] Israel
    [IN] Indien
    [IS] Island
    [IT] Italien
    [JP] Japan
    [KR] Sydkorea
    [LI] Liechtenstein
    [LT] Litauen
    [LU] Luxemburg
    [LV] Lettland
    [MA] Marocko
    [MC] Monaco
    [MD] Moldavien
    [ME] Montenegro
    [MK] Nordmakedonien
    [MT] Malta
    [MX] Mexiko
    [NL] Nederländerna
    [NO] Norge
    [NZ] Nya Zeeland
    [PL] Polen
    [PT] Portugal
    [RO] Rumänien
    [RS] Serbien
    [RU] Ryssland
    [SA] Saudiarabien
    [SE] Sverige
    [SG] Singapore
    [SI] Slovenien
    [SK] Slovakien
    [SM] San Marino
    [TN] Tunisien
    [TR] Turkiet
    [TW] Taiwan
    [UA] Ukraina
    [US] USA
    [ZA] Sydafrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Den här sidan kan inte visas
error-upstream = Webbplatsen svarar inte just nu. Försök igen senare.
error-request = Begäran kunde inte förstås. Inget har ändrats.
error-too-many = Det är fler separata val än en webbläsare kan spara. Inget har ändrats. Välj i stället efter kategori.
error-token = Länken är inte längre giltig. Gå tillbaka till sidan och försök igen.
