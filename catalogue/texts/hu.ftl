### Texts a reader sees, in Hungarian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Magyar
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Közösségi oldalak
    [video] Videó
    [audio] Hang
    [maps] Térképek
    [charts] Grafikonok és dokumentumok
    [forms] Űrlapok
    [comments] Hozzászólások és csevegés
    [live] Élő közvetítések és eredmények
    [payments] Fizetések és adományok
    [technical] Technikai szolgáltatások
    [analytics] Látogatottságmérés
    [advertising] Hirdetések
   *[unclassified] Besorolatlan tartalom
}
category-purpose = { $category ->
    [social] Közösségi oldalak bejegyzéseinek megjelenítése.
    [video] Más szolgáltatóknál tárolt videók lejátszása.
    [audio] Más szolgáltatóknál tárolt hangfelvételek lejátszása.
    [maps] Interaktív térképek megjelenítése.
    [charts] Interaktív grafikonok és dokumentumok megjelenítése.
    [forms] Más szolgáltatók űrlapjainak és foglalásainak megjelenítése.
    [comments] Hozzászólások és üzenetek megjelenítése és írása.
    [live] Más szolgáltatók élő közvetítéseinek, eredményeinek, időjárás-adatainak és egyéb friss információinak megjelenítése.
    [payments] Más szolgáltatók fizetési és adományozási űrlapjainak megjelenítése.
    [technical] Betűtípusok, szkriptek és az oldal más részeinek betöltése más szolgáltatók szervereiről.
    [analytics] Az oldalak használatának mérése.
    [advertising] Hirdetések megjelenítése.
   *[unclassified] Tartalom betöltése olyan szolgáltatóktól, amelyeket ez a webhely nem mutatott be.
}

## Notice

notice-title = { $category ->
    [social] Bejegyzés – { $service }
    [video] Videó – { $service }
    [audio] Hang – { $service }
    [maps] Térkép – { $service }
    [charts] Grafikon vagy dokumentum – { $service }
    [forms] Űrlap – { $service }
    [comments] Hozzászólások vagy csevegés – { $service }
    [live] Élő közvetítés – { $service }
    [payments] Fizetési vagy adományozási űrlap – { $service }
   *[other] Tartalom – { $service }
}
notice-reason = Külső tartalom. Nem töltődött be, mert a következő szolgáltatás személyes adatokat, például az Ön IP-címét gyűjtheti: { $service }.
notice-category = Ha látni szeretné, engedélyezze csak ezt a tartalmat, vagy a teljes „{ $category-name }” kategóriát.
accept-once = Tartalom megjelenítése
accept-category = Mindig megjelenik: { $category-name }
refuse = Elutasítás: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = További információ: { $service }
preferences = Az Ön döntései
preview-attribution = Ez a szöveg ennek az oldalnak a része. Nem innen töltődött be: { $service }.
preview-link = Megnyitás itt: { $host }
external-link = külső hivatkozás
loading = A tartalom betöltése folyamatban: { $service }.
shown = A tartalom látható: { $service }.
refused = Elutasította a következőt: „{ $category-name }”. Ez a tartalom zárva marad.
gpc-refused = Az Ön böngészője arra kéri a webhelyeket, hogy ne adják el és ne osszák meg az adatait. Ezt elutasításnak tekintettük.
withdraw = Ne jelenjen meg többé: { $category-name }
close-once = Tartalom bezárása
unavailable = Ez a tartalom itt nem jeleníthető meg.

## Pages of the gate

back = Vissza az oldalra
skip = Ugrás a tartalomhoz
preferences-title = Az Ön döntései a külső tartalmakról
preferences-intro = Itt dönthet más szolgáltatók tartalmairól. Az alább felsoroltak csak azután töltődnek be, hogy Ön igent mondott. Bármikor meggondolhatja magát.
preferences-current = Jelenlegi döntés
choice-accepted = Elfogadva
choice-refused = Elutasítva
choice-none = Még nincs döntés: semmi sem töltődik be
accept-all = Összes elfogadása
refuse-all = Összes elutasítása
save-choices = Döntések mentése
withdraw-all = Minden döntés visszavonása
choice-accept = Elfogadás
choice-refuse = Elutasítás
choice-ask = Kérdezzen minden alkalommal
saved = Döntéseit elmentettük.
services-in-category = Szolgáltatások a következőben: „{ $category-name }”
gpc-notice = Az Ön böngészője „Global Privacy Control” jelzést küld. Ez mindannak az elutasításaként értendő, amit Ön maga nem fogadott el.
withdraw-limits = Miután visszavonta a hozzájárulását, az érintett tartalom nem töltődik be többé. Ez a webhely nem tudja törölni azokat a sütiket, amelyeket egy másik szolgáltató a saját tartományán már elhelyezett; ezeket a böngészője beállításaiban törölheti.
cookie-explained = Döntéseit a webhely egyetlen, „{ $name }” nevű sütije őrzi { $days ->
    [one] { $days } napig
   *[other] { $days } napig
}. Az Ön döntéseit tartalmazza, és semmi olyat, ami azonosítja Önt.

service-title = A szolgáltatásról: { $service }
service-recipient = Címzett
service-country = Ország
service-category = Kategória
service-purpose = Cél
service-data = Adatok
service-storage = Az Ön eszközén tárolva
service-storage-item = { $name }: { $duration }
service-storage-unknown = Itt nem érhető el információ: lásd a szolgáltató saját adatvédelmi tájékoztatóját.
service-storage-third = Ki olvashatja: { $service }.
service-storage-first = Csak ez a webhely olvashatja.
service-retention = Tárolási idő a címzettnél
service-safeguard = Az oda küldött adatok védelmének biztosítéka
service-controller = Az ottani adatok felelőse
service-policy = Adatvédelmi tájékoztató: { $service }
service-hosts = Az elfogadás után elért szerverek
service-reviewed = Utolsó felülvizsgálat: { $date }
service-withdraw = Hozzájárulását bármikor visszavonhatja „Az Ön döntései” alatt.
data-kind = { $kind ->
    [ip-address] az Ön IP-címe
    [device] az Ön eszközére és böngészőjére vonatkozó adatok
    [page-address] ennek a webhelynek a címe
    [interactions] az, amit a tartalommal tesz
    [account] az ottani fiókja, ha be van jelentkezve
    [location] a tartózkodási helye, ha engedélyezi
    [input] amit beleír
    [payment] fizetési adatok, ha ott fizet
   *[identifiers] azonosítók sütikben vagy hasonló tárolókban
}

view-title = Tartalom – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Az Ön igazolásai
receipts-intro = Minden döntésről igazolás marad, hogy ez a webhely bizonyítani tudja, mi volt a választás. Az igazolás tartalmazza a döntést, annak idejét és azt, hogy mely szövegek jelentek meg. Nem tartalmazza az Ön nevét, IP-címét vagy bármit az eszközéről, és az igazolások nincsenek egymással összekapcsolva.
receipts-cookie = Hogy Ön itt láthassa a saját igazolásait, böngészője egy „{ $name }” nevű sütiben őrzi azok számát, amelyet csak ezekre az oldalakra küld el.
receipts-none = Ebből a böngészőből nincsenek igazolások.
receipts-off = Ez a webhely nem őriz igazolásokat.
receipts-kept = Az igazolások törlődnek { $days ->
    [one] { $days } nap
   *[other] { $days } nap
} elteltével.
receipts-download = Igazolásaim letöltése
receipts-erase = Igazolásaim törlése
receipts-erase-explained = Döntései érvényben maradnak. A törölt igazolásból egy tartalom nélküli jel marad, hogy a nyilvántartás egésze továbbra is ellenőrizhető legyen.
receipts-erased = { $count ->
    [one] { $count } igazolás törölve.
   *[other] { $count } igazolás törölve.
}
receipts-unavailable = Az igazolások jelenleg nem olvashatók. Döntései érvényben maradnak.
receipt-time = Időpont
receipt-number = Szám
receipt-decision = Döntés
receipt-scope = Tárgya
receipt-origin = Hogyan
receipt-texts = A szövegek úgy, ahogyan megjelentek
receipt-decision-name = { $decision ->
    [accept] Elfogadva
    [refuse] Elutasítva
   *[withdraw] Visszavonva
}
receipt-scope-once = egyetlen tartalom – { $service }
receipt-scope-all = minden, ami fel van sorolva
receipt-origin-name = { $origin ->
    [notice] egy értesítés gombja
    [preferences] a döntések oldala
    [tcf] e webhely saját hozzájárulási ablaka
   *[gpc] az Ön böngészőjének jelzése
}

## Choices that end

choices-until = Döntéseinek utolsó érvényes napja: { $date } – utána újra megkérdezzük.
ask-again-changed = Újra megkérdezzük, mert azóta megváltozott az, amiről döntött.
ask-again-expired = Újra megkérdezzük, mert korábbi döntése lejárt.

## Preferences as a dialog

close = Bezárás

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $year }. { $month ->
    [1] január
    [2] február
    [3] március
    [4] április
    [5] május
    [6] június
    [7] július
    [8] augusztus
    [9] szeptember
    [10] október
    [11] november
   *[12] december
} { $day }.
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } perc
       *[other] { $count } perc
    }
    [hours] { $count ->
        [one] { $count } óra
       *[other] { $count } óra
    }
    [days] { $count ->
        [one] { $count } nap
       *[other] { $count } nap
    }
    [weeks] { $count ->
        [one] { $count } hét
       *[other] { $count } hét
    }
    [months] { $count ->
        [one] { $count } hónap
       *[other] { $count } hónap
    }
    [years] { $count ->
        [one] { $count } év
       *[other] { $count } év
    }
   *[session] a böngésző bezárásáig
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Egyesült Arab Emírségek
    [AL] Albánia
    [AR] Argentína
    [AT] Ausztria
    [AU] Ausztrália
    [BA] Bosznia-Hercegovina
    [BE] Belgium
    [BG] Bulgária
    [BR] Brazília
    [BY] Belarusz
    [CA] Kanada
    [CH] Svájc
    [CL] Chile
    [CN] Kína
    [CO] Kolumbia
    [CY] Ciprus
    [CZ] Csehország
    [DE] Németország
    [DK] Dánia
    [EE] Észtország
    [EG] Egyiptom
    [ES] Spanyolország
    [FI] Finnország
    [FR] Franciaország
    [GB] Egyesült Királyság
    [GE] Grúzia
    [GR] Görögország
    [HR] Horvátország
    [HU] Magyarország
    [IE] Írország
    [IL] Izrael
    [IN] India
    [IS] Izland
    [IT] Olaszország
    [JP] Japán
    [KR] Dél-Korea
    [LI] Liechtenstein
    [LT] Litvánia
    [LU] Luxemburg
    [LV] Lettország
    [MA] Marokkó
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegró
    [MK] Észak-Macedónia
    [MT] Málta
    [MX] Mexikó
    [NL] Hollandia
    [NO] Norvégia
    [NZ] Új-Zéland
    [PL] Lengyelország
    [PT] Portugália
    [RO] Románia
    [RS] Szerbia
    [RU] Oroszország
    [SA] Szaúd-Arábia
    [SE] Svédország
    [SG] Szingapúr
    [SI] Szlovénia
    [SK] Szlovákia
    [SM] San Marino
    [TN] Tunézia
    [TR] Törökország
    [TW] Tajvan
    [UA] Ukrajna
    [US] Egyesült Államok
    [ZA] Dél-afrikai Köztársaság
   *[other] { $country }
}

## Errors shown to readers

error-title = Ez az oldal nem jeleníthető meg
error-upstream = A webhely jelenleg nem válaszol. Kérjük, próbálja meg később.
error-request = Ez a kérés nem volt érthető. Semmi sem változott.
error-too-many = Ez több külön választás, mint amennyit egy böngésző meg tud őrizni. Semmi sem változott. Kérjük, válasszon inkább kategóriánként.
error-token = Ez a hivatkozás már nem érvényes. Kérjük, térjen vissza az oldalra, és próbálja újra.
