### Texts a reader sees, in Czech. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Čeština
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sociální sítě
    [video] Video
    [audio] Zvuk
    [maps] Mapy
    [charts] Grafy a dokumenty
    [forms] Formuláře
    [comments] Komentáře a chat
    [live] Živé přenosy a výsledky
    [payments] Platby a dary
    [technical] Technické služby
    [analytics] Měření návštěvnosti
    [advertising] Reklama
   *[unclassified] Nezařazený obsah
}
category-purpose = { $category ->
    [social] Zobrazovat příspěvky ze sociálních sítí.
    [video] Přehrávat videa uložená u jiných poskytovatelů.
    [audio] Přehrávat zvuk uložený u jiných poskytovatelů.
    [maps] Zobrazovat interaktivní mapy.
    [charts] Zobrazovat interaktivní grafy a dokumenty.
    [forms] Zobrazovat formuláře a rezervace jiných poskytovatelů.
    [comments] Zobrazovat a psát komentáře a zprávy.
    [live] Zobrazovat živé přenosy, výsledky, počasí a další aktuální informace jiných poskytovatelů.
    [payments] Zobrazovat platební a dárcovské formuláře jiných poskytovatelů.
    [technical] Načítat písma, skripty a další části stránky ze serverů jiných poskytovatelů.
    [analytics] Měřit, jak se stránky používají.
    [advertising] Zobrazovat reklamu.
   *[unclassified] Načítat obsah od poskytovatelů, které tento web nepopsal.
}

## Notice

notice-title = { $category ->
    [social] Příspěvek – { $service }
    [video] Video – { $service }
    [audio] Zvuk – { $service }
    [maps] Mapa – { $service }
    [charts] Graf nebo dokument – { $service }
    [forms] Formulář – { $service }
    [comments] Komentáře nebo chat – { $service }
    [live] Živý přenos – { $service }
    [payments] Platební nebo dárcovský formulář – { $service }
   *[other] Obsah – { $service }
}
notice-reason = Externí obsah. Nebyl načten, protože služba { $service } může shromažďovat osobní údaje, například vaši IP adresu.
notice-category = Chcete-li jej vidět, povolte jen tento obsah nebo celou kategorii „{ $category-name }“.
accept-once = Zobrazit tento obsah
accept-category = Vždy zobrazovat: { $category-name }
refuse = Odmítnout: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Více o službě { $service }
preferences = Vaše volby
preview-attribution = Tato slova jsou součástí této stránky. Nebyla načtena ze služby { $service }.
preview-link = Otevřít na { $host }
external-link = externí odkaz
loading = Načítá se obsah služby { $service }.
shown = Zobrazuje se obsah služby { $service }.
refused = Kategorii „{ $category-name }“ jste odmítli. Tento obsah zůstává zavřený.
gpc-refused = Váš prohlížeč žádá weby, aby neprodávaly ani nesdílely vaše údaje. To bylo považováno za odmítnutí.
withdraw = Přestat zobrazovat: { $category-name }
close-once = Zavřít tento obsah
unavailable = Tento obsah zde nelze zobrazit.

## Pages of the gate

back = Zpět na stránku
skip = Přejít na obsah
preferences-title = Vaše volby týkající se externího obsahu
preferences-intro = Zde rozhodujete o obsahu jiných poskytovatelů. Co je uvedeno níže, se načte až poté, co s tím vyslovíte souhlas. Kdykoli si to můžete rozmyslet.
preferences-current = Současná volba
choice-accepted = Přijato
choice-refused = Odmítnuto
choice-none = Zatím bez volby: nic se nenačítá
accept-all = Přijmout vše
refuse-all = Odmítnout vše
save-choices = Uložit tyto volby
withdraw-all = Odvolat všechny volby
choice-accept = Přijmout
choice-refuse = Odmítnout
choice-ask = Pokaždé se zeptat
saved = Vaše volby byly uloženy.
services-in-category = Služby v kategorii „{ $category-name }“
gpc-notice = Váš prohlížeč vysílá signál „Global Privacy Control“. Ten se považuje za odmítnutí všeho, co jste sami nepřijali.
withdraw-limits = Poté, co souhlas odvoláte, se dotčený obsah již nenačítá. Tento web nemůže smazat soubory cookie, které již jiný poskytovatel uložil na své vlastní doméně; můžete je smazat v nastavení svého prohlížeče.
cookie-explained = Vaše volby se uchovávají v jediném souboru cookie tohoto webu s názvem „{ $name }“. Doba uchování: { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
}. Obsahuje vaše volby a nic, co by vás identifikovalo.

service-title = O službě { $service }
service-recipient = Příjemce
service-country = Země
service-category = Kategorie
service-purpose = Účel
service-data = Údaje
service-storage = Uloženo ve vašem zařízení
service-storage-item = { $name }: { $duration }
service-storage-unknown = Zde nejsou k dispozici žádné informace: viz zásady ochrany soukromí poskytovatele.
service-storage-third = Může to číst { $service }.
service-storage-first = Může to číst jen tento web.
service-retention = Doba uchování u příjemce
service-safeguard = Záruka pro údaje tam zasílané
service-controller = Správce údajů na straně příjemce
service-policy = Zásady ochrany soukromí: { $service }
service-hosts = Servery kontaktované po vašem přijetí
service-reviewed = Naposledy zkontrolováno { $date }
service-withdraw = Souhlas můžete kdykoli odvolat v části „Vaše volby“.
data-kind = { $kind ->
    [ip-address] vaše IP adresa
    [device] údaje o vašem zařízení a prohlížeči
    [page-address] adresa tohoto webu
    [interactions] co s obsahem děláte
    [account] váš účet u této služby, pokud jste tam přihlášeni
    [location] vaše poloha, pokud to povolíte
    [input] co do něj napíšete
    [payment] platební údaje, pokud tam platíte
   *[identifiers] identifikátory v souborech cookie nebo podobném úložišti
}

view-title = Obsah – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Vaše potvrzení
receipts-intro = Každá volba zanechá potvrzení, aby tento web mohl prokázat, co bylo zvoleno. Potvrzení obsahuje volbu, její čas a to, které texty byly zobrazeny. Neobsahuje vaše jméno, vaši IP adresu ani nic o vašem zařízení a potvrzení nejsou navzájem propojena.
receipts-cookie = Abyste zde mohli vidět svá vlastní potvrzení, uchovává váš prohlížeč jejich čísla v souboru cookie s názvem „{ $name }“, který se posílá jen na tyto stránky.
receipts-none = Z tohoto prohlížeče nejsou žádná potvrzení.
receipts-off = Tento web žádná potvrzení neuchovává.
receipts-kept = Potvrzení se mažou po uplynutí doby { $days ->
    [one] { $days } dne
    [few] { $days } dnů
   *[other] { $days } dnů
}.
receipts-download = Stáhnout má potvrzení
receipts-erase = Smazat má potvrzení
receipts-erase-explained = Vaše volby zůstávají v platnosti. Ze smazaného potvrzení zbude značka bez obsahu, aby bylo možné záznam jako celek nadále ověřit.
receipts-erased = { $count ->
    [one] Bylo smazáno { $count } potvrzení.
    [few] Byla smazána { $count } potvrzení.
   *[other] Bylo smazáno { $count } potvrzení.
}
receipts-unavailable = Potvrzení nyní nelze načíst. Vaše volby zůstávají v platnosti.
receipt-time = Čas
receipt-number = Číslo
receipt-decision = Volba
receipt-scope = Pro
receipt-origin = Provedeno přes
receipt-texts = Texty tak, jak byly zobrazeny
receipt-decision-name = { $decision ->
    [accept] Přijato
    [refuse] Odmítnuto
   *[withdraw] Odvoláno
}
receipt-scope-once = jediný obsah služby { $service }
receipt-scope-all = vše uvedené
receipt-origin-name = { $origin ->
    [notice] tlačítko oznámení
    [preferences] stránku s volbami
    [tcf] vlastní okno tohoto webu pro souhlas
   *[gpc] signál vašeho prohlížeče
}

## Choices that end

choices-until = Vaše volby platí do { $date }; poté budete dotázáni znovu.
ask-again-changed = Ptáme se znovu, protože to, čeho se vaše volba týkala, se od té doby změnilo.
ask-again-expired = Ptáme se znovu, protože platnost vaší dřívější volby vypršela.

## Preferences as a dialog

close = Zavřít

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] ledna
    [2] února
    [3] března
    [4] dubna
    [5] května
    [6] června
    [7] července
    [8] srpna
    [9] září
    [10] října
    [11] listopadu
   *[12] prosince
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
       *[other] { $count } minut
    }
    [hours] { $count ->
        [one] { $count } hodina
        [few] { $count } hodiny
       *[other] { $count } hodin
    }
    [days] { $count ->
        [one] { $count } den
        [few] { $count } dny
       *[other] { $count } dní
    }
    [weeks] { $count ->
        [one] { $count } týden
        [few] { $count } týdny
       *[other] { $count } týdnů
    }
    [months] { $count ->
        [one] { $count } měsíc
        [few] { $count } měsíce
       *[other] { $count } měsíců
    }
    [years] { $count ->
        [one] { $count } rok
        [few] { $count } roky
       *[other] { $count } let
    }
   *[session] do zavření prohlížeče
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Spojené arabské emiráty
    [AL] Albánie
    [AR] Argentina
    [AT] Rakousko
    [AU] Austrálie
    [BA] Bosna a Hercegovina
    [BE] Belgie
    [BG] Bulharsko
    [BR] Brazílie
    [BY] Bělorusko
    [CA] Kanada
    [CH] Švýcarsko
    [CL] Chile
    [CN] Čína
    [CO] Kolumbie
    [CY] Kypr
    [CZ] Česko
    [DE] Německo
    [DK] Dánsko
    [EE] Estonsko
    [EG] Egypt
    [ES] Španělsko
    [FI] Finsko
    [FR] Francie
    [GB] Spojené království
    [GE] Gruzie
    [GR] Řecko
    [HR] Chorvatsko
    [HU] Maďarsko
    [IE] Irsko
    [IL] Izrael
    [IN] Indie
    [IS] Island
    [IT] Itálie
    [JP] Japonsko
    [KR] Jižní Korea
    [LI] Lichtenštejnsko
    [LT] Litva
    [LU] Lucembursko
    [LV] Lotyšsko
    [MA] Maroko
    [MC] Monako
    [MD] Moldavsko
    [ME] Černá Hora
    [MK] Severní Makedonie
    [MT] Malta
    [MX] Mexiko
    [NL] Nizozemsko
    [NO] Norsko
    [NZ] Nový Zéland
    [PL] Polsko
    [PT] Portugalsko
    [RO] Rumunsko
    [RS] Srbsko
    [RU] Rusko
    [SA] Saúdská Arábie
    [SE] Švédsko
    [SG] Singapur
    [SI] Slovinsko
    [SK] Slovensko
    [SM] San Marino
    [TN] Tunisko
    [TR] Turecko
    [TW] Tchaj-wan
    [UA] Ukrajina
    [US] Spojené státy
    [ZA] Jihoafrická republika
   *[other] { $country }
}

## Errors shown to readers

error-title = Tuto stránku nelze zobrazit
error-upstream = Web v tuto chvíli neodpovídá. Zkuste to prosím později.
error-request = Tomuto požadavku nebylo možné porozumět. Nic se nezměnilo.
error-too-many = Je to více samostatných voleb, než kolik prohlížeč dokáže uchovat. Nic se nezměnilo. Zvolte prosím podle kategorií.
error-token = Tento odkaz již neplatí. Vraťte se prosím na stránku a zkuste to znovu.
