### Texts a reader sees, in Lithuanian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Lietuvių
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Socialiniai tinklai
    [video] Vaizdo įrašai
    [audio] Garso įrašai
    [maps] Žemėlapiai
    [charts] Diagramos ir dokumentai
    [forms] Formos
    [comments] Komentarai ir pokalbiai
    [live] Tiesioginės transliacijos ir rezultatai
    [payments] Mokėjimai ir aukos
    [technical] Techninės paslaugos
    [analytics] Auditorijos matavimas
    [advertising] Reklama
   *[unclassified] Neklasifikuotas turinys
}
category-purpose = { $category ->
    [social] Rodyti socialinių tinklų įrašus.
    [video] Leisti vaizdo įrašus, laikomus pas kitus teikėjus.
    [audio] Leisti garso įrašus, laikomus pas kitus teikėjus.
    [maps] Rodyti interaktyvius žemėlapius.
    [charts] Rodyti interaktyvias diagramas ir dokumentus.
    [forms] Rodyti kitų teikėjų formas ir rezervacijas.
    [comments] Rodyti ir rašyti komentarus ir žinutes.
    [live] Rodyti kitų teikėjų tiesiogines transliacijas, rezultatus, orus ir kitą naujausią informaciją.
    [payments] Rodyti kitų teikėjų mokėjimo ir aukojimo formas.
    [technical] Įkelti šriftus, scenarijus ir kitas puslapio dalis iš kitų teikėjų serverių.
    [analytics] Matuoti, kaip naudojami puslapiai.
    [advertising] Rodyti reklamą.
   *[unclassified] Įkelti teikėjų, kurių ši svetainė neaprašė, turinį.
}

## Notice

notice-title = { $category ->
    [social] Įrašas – { $service }
    [video] Vaizdo įrašas – { $service }
    [audio] Garso įrašas – { $service }
    [maps] Žemėlapis – { $service }
    [charts] Diagrama arba dokumentas – { $service }
    [forms] Forma – { $service }
    [comments] Komentarai arba pokalbis – { $service }
    [live] Tiesioginė transliacija – { $service }
    [payments] Mokėjimo arba aukojimo forma – { $service }
   *[other] Turinys – { $service }
}
notice-reason = Išorinis turinys. Jis neįkeltas, nes { $service } gali rinkti asmens duomenis, pavyzdžiui, jūsų IP adresą.
notice-category = Norėdami jį matyti, leiskite tik šį turinį arba visą kategoriją „{ $category-name }“.
accept-once = Rodyti šį turinį
accept-category = Visada rodyti: { $category-name }
refuse = Atmesti: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Daugiau apie { $service }
preferences = Jūsų pasirinkimai
preview-attribution = Šie žodžiai yra šio puslapio dalis. Jie nebuvo įkelti iš { $service }.
preview-link = Atverti { $host }
external-link = išorinė nuoroda
loading = Įkeliamas turinys iš { $service }.
shown = Rodomas turinys iš { $service }.
refused = Jūs atmetėte „{ $category-name }“. Šis turinys lieka uždarytas.
gpc-refused = Jūsų naršyklė prašo svetainių neparduoti jūsų duomenų ir jais nesidalyti. Tai laikoma atsisakymu.
withdraw = Neberodyti: { $category-name }
close-once = Uždaryti šį turinį
unavailable = Šio turinio čia parodyti negalima.

## Pages of the gate

back = Grįžti į puslapį
skip = Pereiti prie turinio
preferences-title = Jūsų pasirinkimai dėl išorinio turinio
preferences-intro = Čia jūs sprendžiate dėl kitų teikėjų turinio. Tai, kas išvardyta toliau, įkeliama tik jums sutikus. Bet kada galite apsigalvoti.
preferences-current = Dabartinis pasirinkimas
choice-accepted = Priimta
choice-refused = Atmesta
choice-none = Dar nepasirinkta: niekas neįkeliama
accept-all = Priimti viską
refuse-all = Atmesti viską
save-choices = Išsaugoti šiuos pasirinkimus
withdraw-all = Atšaukti visus pasirinkimus
choice-accept = Priimti
choice-refuse = Atmesti
choice-ask = Klausti kiekvieną kartą
saved = Jūsų pasirinkimai išsaugoti.
services-in-category = Paslaugos kategorijoje „{ $category-name }“
gpc-notice = Jūsų naršyklė siunčia signalą „Global Privacy Control“. Tai laikoma visko, ko patys nepriėmėte, atmetimu.
withdraw-limits = Jums atšaukus sutikimą, atitinkamas turinys nebeįkeliamas. Ši svetainė negali ištrinti slapukų, kuriuos kitas teikėjas jau įrašė savo domene; juos galite ištrinti naršyklės nustatymuose.
cookie-explained = Jūsų pasirinkimai saugomi viename šios svetainės slapuke, pavadintame „{ $name }“. Saugojimo trukmė: { $days ->
    [one] { $days } diena
    [few] { $days } dienos
    [many] { $days } dienos
   *[other] { $days } dienų
}. Jame yra jūsų pasirinkimai ir nieko, kas leistų jus nustatyti.

service-title = Apie { $service }
service-recipient = Gavėjas
service-country = Šalis
service-category = Kategorija
service-purpose = Tikslas
service-data = Duomenys
service-storage = Saugoma jūsų įrenginyje
service-storage-item = { $name }: { $duration }
service-storage-unknown = Informacijos čia nėra: žr. paties teikėjo privatumo politiką.
service-storage-third = Jį gali skaityti { $service }.
service-storage-first = Jį gali skaityti tik ši svetainė.
service-retention = Kiek laiko saugo gavėjas
service-safeguard = Ten siunčiamų duomenų apsaugos priemonė
service-controller = Atsakingas už duomenis gavėjo pusėje
service-policy = Privatumo politika: { $service }
service-hosts = Serveriai, į kuriuos kreipiamasi jums sutikus
service-reviewed = Paskutinį kartą peržiūrėta: { $date }
service-withdraw = Sutikimą galite bet kada atšaukti skiltyje „Jūsų pasirinkimai“.
data-kind = { $kind ->
    [ip-address] jūsų IP adresas
    [device] duomenys apie jūsų įrenginį ir naršyklę
    [page-address] šios svetainės adresas
    [interactions] ką darote su turiniu
    [account] jūsų paskyra toje paslaugoje, jei esate prisijungę
    [location] jūsų buvimo vieta, jei tai leidžiate
    [input] ką jame įrašote
    [payment] mokėjimo duomenys, jei ten mokate
   *[identifiers] identifikatoriai slapukuose ar panašioje saugykloje
}

view-title = Turinys – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Jūsų kvitai
receipts-intro = Kiekvienas pasirinkimas palieka kvitą, kad ši svetainė galėtų įrodyti, kas buvo pasirinkta. Kvite yra pasirinkimas, jo laikas ir tai, kokie tekstai buvo rodomi. Jame nėra jūsų vardo, IP adreso ar ko nors apie jūsų įrenginį, ir kvitai nėra tarpusavyje susieti.
receipts-cookie = Kad čia galėtumėte matyti savo kvitus, jūsų naršyklė saugo jų numerius slapuke, pavadintame „{ $name }“, kuris siunčiamas tik į šiuos puslapius.
receipts-none = Šios naršyklės kvitų nėra.
receipts-off = Ši svetainė kvitų nesaugo.
receipts-kept = Kvitai ištrinami praėjus { $days ->
    [one] { $days } dienai
    [few] { $days } dienoms
    [many] { $days } dienos
   *[other] { $days } dienų
}.
receipts-download = Atsisiųsti mano kvitus
receipts-erase = Ištrinti mano kvitus
receipts-erase-explained = Jūsų pasirinkimai lieka galioti. Iš ištrinto kvito lieka žymė be turinio, kad visą įrašą vis dar būtų galima patikrinti.
receipts-erased = { $count ->
    [one] Ištrintas { $count } kvitas.
    [few] Ištrinti { $count } kvitai.
    [many] Ištrinta { $count } kvito.
   *[other] Ištrinta { $count } kvitų.
}
receipts-unavailable = Šiuo metu kvitų perskaityti negalima. Jūsų pasirinkimai lieka galioti.
receipt-time = Laikas
receipt-number = Numeris
receipt-decision = Pasirinkimas
receipt-scope = Taikoma
receipt-origin = Pasirinkimo būdas
receipt-texts = Tekstai, kaip jie buvo rodomi
receipt-decision-name = { $decision ->
    [accept] Priimta
    [refuse] Atmesta
   *[withdraw] Atšaukta
}
receipt-scope-once = vienas turinys iš { $service }
receipt-scope-all = viskas, kas išvardyta
receipt-origin-name = { $origin ->
    [notice] pranešimo mygtukas
    [preferences] pasirinkimų puslapis
    [tcf] šios svetainės sutikimo langas
   *[gpc] jūsų naršyklės signalas
}

## Choices that end

choices-until = Jūsų pasirinkimai galioja iki { $date }; paskui būsite paklausti iš naujo.
ask-again-changed = Klausiama iš naujo, nes tai, dėl ko buvote pasirinkę, nuo to laiko pasikeitė.
ask-again-expired = Klausiama iš naujo, nes jūsų ankstesnis pasirinkimas nebegalioja.

## Preferences as a dialog

close = Uždaryti

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $year } m. { $month ->
    [1] sausio
    [2] vasario
    [3] kovo
    [4] balandžio
    [5] gegužės
    [6] birželio
    [7] liepos
    [8] rugpjūčio
    [9] rugsėjo
    [10] spalio
    [11] lapkričio
   *[12] gruodžio
} { $day } d.
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minutė
        [few] { $count } minutės
        [many] { $count } minutės
       *[other] { $count } minučių
    }
    [hours] { $count ->
        [one] { $count } valanda
        [few] { $count } valandos
        [many] { $count } valandos
       *[other] { $count } valandų
    }
    [days] { $count ->
        [one] { $count } diena
        [few] { $count } dienos
        [many] { $count } dienos
       *[other] { $count } dienų
    }
    [weeks] { $count ->
        [one] { $count } savaitė
        [few] { $count } savaitės
        [many] { $count } savaitės
       *[other] { $count } savaičių
    }
    [months] { $count ->
        [one] { $count } mėnuo
        [few] { $count } mėnesiai
        [many] { $count } mėnesio
       *[other] { $count } mėnesių
    }
    [years] { $count ->
        [one] { $count } metai
        [few] { $count } metai
        [many] { $count } metų
       *[other] { $count } metų
    }
   *[session] kol uždaroma naršyklė
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andora
    [AE] Jungtiniai Arabų Emyratai
    [AL] Albanija
    [AR] Argentina
    [AT] Austrija
    [AU] Australija
    [BA] Bosnija ir Hercegovina
    [BE] Belgija
    [BG] Bulgarija
    [BR] Brazilija
    [BY] Baltarusija
    [CA] Kanada
    [CH] Šveicarija
    [CL] Čilė
    [CN] Kinija
    [CO] Kolumbija
    [CY] Kipras
    [CZ] Čekija
    [DE] Vokietija
    [DK] Danija
    [EE] Estija
    [EG] Egiptas
    [ES] Ispanija
    [FI] Suomija
    [FR] Prancūzija
    [GB] Jungtinė Karalystė
    [GE] Gruzija
    [GR] Graikija
    [HR] Kroatija
    [HU] Vengrija
    [IE] Airija
    [IL] Izraelis
    [IN] Indija
    [IS] Islandija
    [IT] Italija
    [JP] Japonija
    [KR] Pietų Korėja
    [LI] Lichtenšteinas
    [LT] Lietuva
    [LU] Liuksemburgas
    [LV] Latvija
    [MA] Marokas
    [MC] Monakas
    [MD] Moldova
    [ME] Juodkalnija
    [MK] Šiaurės Makedonija
    [MT] Malta
    [MX] Meksika
    [NL] Nyderlandai
    [NO] Norvegija
    [NZ] Naujoji Zelandija
    [PL] Lenkija
    [PT] Portugalija
    [RO] Rumunija
    [RS] Serbija
    [RU] Rusija
    [SA] Saudo Arabija
    [SE] Švedija
    [SG] Singapūras
    [SI] Slovėnija
    [SK] Slovakija
    [SM] San Marinas
    [TN] Tunisas
    [TR] Turkija
    [TW] Taivanas
    [UA] Ukraina
    [US] Jungtinės Valstijos
    [ZA] Pietų Afrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Šio puslapio parodyti negalima
error-upstream = Svetainė šiuo metu neatsako. Pabandykite vėliau.
error-request = Ši užklausa nesuprasta. Niekas nepakeista.
error-too-many = Atskirų pasirinkimų yra daugiau, nei naršyklė gali išsaugoti. Niekas nepakeista. Rinkitės pagal kategorijas.
error-token = Ši nuoroda nebegalioja. Grįžkite į puslapį ir bandykite dar kartą.
