### Texts a reader sees, in Polish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Polski
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Media społecznościowe
    [video] Wideo
    [audio] Dźwięk
    [maps] Mapy
    [charts] Wykresy i dokumenty
    [forms] Formularze
    [comments] Komentarze i czat
    [live] Relacje na żywo i wyniki
    [payments] Płatności i darowizny
    [technical] Usługi techniczne
    [analytics] Pomiar oglądalności
    [advertising] Reklama
   *[unclassified] Treści niesklasyfikowane
}
category-purpose = { $category ->
    [social] Wyświetlanie wpisów z mediów społecznościowych.
    [video] Odtwarzanie filmów przechowywanych przez innych dostawców.
    [audio] Odtwarzanie dźwięku przechowywanego przez innych dostawców.
    [maps] Wyświetlanie interaktywnych map.
    [charts] Wyświetlanie interaktywnych wykresów i dokumentów.
    [forms] Wyświetlanie formularzy i rezerwacji innych dostawców.
    [comments] Wyświetlanie i pisanie komentarzy i wiadomości.
    [live] Wyświetlanie relacji na żywo, wyników, pogody i innych bieżących informacji od innych dostawców.
    [payments] Wyświetlanie formularzy płatności i darowizn innych dostawców.
    [technical] Wczytywanie czcionek, skryptów i innych części strony z serwerów innych dostawców.
    [analytics] Mierzenie sposobu korzystania ze stron.
    [advertising] Wyświetlanie reklam.
   *[unclassified] Wczytywanie treści od dostawców, których ten serwis nie opisał.
}

## Notice

notice-title = { $category ->
    [social] Wpis – { $service }
    [video] Wideo – { $service }
    [audio] Dźwięk – { $service }
    [maps] Mapa – { $service }
    [charts] Wykres lub dokument – { $service }
    [forms] Formularz – { $service }
    [comments] Komentarze lub czat – { $service }
    [live] Relacja na żywo – { $service }
    [payments] Formularz płatności lub darowizny – { $service }
   *[other] Treść – { $service }
}
notice-reason = Treść zewnętrzna. Nie została wczytana, ponieważ { $service } może zbierać dane osobowe, takie jak adres IP.
notice-category = Aby ją zobaczyć, można zezwolić tylko na tę treść albo na całą kategorię „{ $category-name }”.
accept-once = Pokaż tę treść
accept-category = Zawsze pokazuj: { $category-name }
refuse = Odrzuć: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Więcej o usłudze { $service }
preferences = Twoje wybory
preview-attribution = Te słowa są częścią tej strony. Nie zostały wczytane z usługi { $service }.
preview-link = Otwórz na { $host }
external-link = link zewnętrzny
loading = Wczytywanie treści z usługi { $service }.
shown = Wyświetlana jest treść z usługi { $service }.
refused = Odrzucono kategorię „{ $category-name }”. Ta treść pozostaje zamknięta.
gpc-refused = Przeglądarka prosi serwisy, aby nie sprzedawały ani nie udostępniały danych użytkownika. Uznano to za odmowę.
withdraw = Nie pokazuj więcej: { $category-name }
close-once = Zamknij tę treść
unavailable = Tej treści nie można tutaj wyświetlić.

## Pages of the gate

back = Wróć do strony
skip = Przejdź do treści
preferences-title = Twoje wybory dotyczące treści zewnętrznych
preferences-intro = Tutaj decydujesz o treściach innych dostawców. To, co wymieniono poniżej, jest wczytywane dopiero po wyrażeniu zgody. Zdanie można zmienić w każdej chwili.
preferences-current = Obecny wybór
choice-accepted = Zaakceptowano
choice-refused = Odrzucono
choice-none = Brak wyboru: nic nie jest wczytywane
accept-all = Akceptuj wszystko
refuse-all = Odrzuć wszystko
save-choices = Zapisz te wybory
withdraw-all = Wycofaj wszystkie wybory
choice-accept = Akceptuj
choice-refuse = Odrzuć
choice-ask = Pytaj za każdym razem
saved = Wybory zostały zapisane.
services-in-category = Usługi w kategorii „{ $category-name }”
gpc-notice = Przeglądarka wysyła sygnał „Global Privacy Control”. Jest on traktowany jako odrzucenie wszystkiego, czego użytkownik sam nie zaakceptował.
withdraw-limits = Po wycofaniu zgody dana treść nie jest już wczytywana. Ten serwis nie może usunąć plików cookie, które inny dostawca zapisał już we własnej domenie; można je usunąć w ustawieniach przeglądarki.
cookie-explained = Wybory są przechowywane w jednym pliku cookie tego serwisu o nazwie „{ $name }” przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}. Zawiera on wybory i nic, co pozwalałoby zidentyfikować użytkownika.

service-title = O usłudze { $service }
service-recipient = Odbiorca
service-country = Kraj
service-category = Kategoria
service-purpose = Cel
service-data = Dane
service-storage = Przechowywane na urządzeniu
service-storage-item = { $name }: { $duration }
service-storage-unknown = Brak informacji: prosimy zapoznać się z polityką prywatności dostawcy.
service-storage-third = Może to odczytać { $service }.
service-storage-first = Może to odczytać tylko ten serwis.
service-retention = Okres przechowywania u odbiorcy
service-safeguard = Zabezpieczenie danych tam przesyłanych
service-controller = Administrator danych u odbiorcy
service-policy = Polityka prywatności: { $service }
service-hosts = Serwery, z którymi następuje połączenie po akceptacji
service-reviewed = Ostatni przegląd: { $date }
service-withdraw = Zgodę można wycofać w każdej chwili w sekcji „Twoje wybory”.
data-kind = { $kind ->
    [ip-address] adres IP
    [device] informacje o urządzeniu i przeglądarce
    [page-address] adres tego serwisu
    [interactions] działania wykonywane na treści
    [account] konto w tej usłudze, jeśli użytkownik jest tam zalogowany
    [location] lokalizacja, jeśli użytkownik na to zezwoli
    [input] to, co użytkownik w niej wpisze
    [payment] dane płatności, jeśli użytkownik tam płaci
   *[identifiers] identyfikatory w plikach cookie lub podobnej pamięci
}

view-title = Treść – { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Twoje potwierdzenia
receipts-intro = Każdy wybór pozostawia potwierdzenie, aby ten serwis mógł wykazać, co wybrano. Potwierdzenie zawiera wybór, jego czas oraz informację o tym, jakie teksty wyświetlono. Nie zawiera imienia i nazwiska, adresu IP ani niczego o urządzeniu, a potwierdzenia nie są ze sobą powiązane.
receipts-cookie = Aby można było zobaczyć tutaj własne potwierdzenia, przeglądarka przechowuje ich numery w pliku cookie o nazwie „{ $name }”, wysyłanym tylko do tych stron.
receipts-none = Nie ma potwierdzeń z tej przeglądarki.
receipts-off = Ten serwis nie przechowuje potwierdzeń.
receipts-kept = Potwierdzenia są usuwane po upływie { $days ->
    [one] { $days } dnia
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}.
receipts-download = Pobierz moje potwierdzenia
receipts-erase = Usuń moje potwierdzenia
receipts-erase-explained = Wybory pozostają w mocy. Po usuniętym potwierdzeniu zostaje znacznik bez treści, aby nadal można było sprawdzić rejestr jako całość.
receipts-erased = { $count ->
    [one] Usunięto { $count } potwierdzenie.
    [few] Usunięto { $count } potwierdzenia.
    [many] Usunięto { $count } potwierdzeń.
   *[other] Usunięto { $count } potwierdzenia.
}
receipts-unavailable = W tej chwili nie można odczytać potwierdzeń. Wybory pozostają w mocy.
receipt-time = Czas
receipt-number = Numer
receipt-decision = Wybór
receipt-scope = Dotyczy
receipt-origin = Sposób wyboru
receipt-texts = Teksty w wyświetlonej postaci
receipt-decision-name = { $decision ->
    [accept] Zaakceptowano
    [refuse] Odrzucono
   *[withdraw] Wycofano
}
receipt-scope-once = jedna treść z usługi { $service }
receipt-scope-all = wszystko, co wymieniono
receipt-origin-name = { $origin ->
    [notice] przycisk w powiadomieniu
    [preferences] strona wyborów
    [tcf] okno zgody tej strony
   *[gpc] sygnał przeglądarki
}

## Choices that end

choices-until = Wybory są ważne do { $date }; potem pytanie pojawi się ponownie.
ask-again-changed = Pytamy ponownie, ponieważ od czasu dokonania wyboru zmieniło się to, czego on dotyczył.
ask-again-expired = Pytamy ponownie, ponieważ wcześniejszy wybór stracił ważność.

## Preferences as a dialog

close = Zamknij

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
    [hours] { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
    [days] { $count ->
        [one] { $count } dzień
        [few] { $count } dni
        [many] { $count } dni
       *[other] { $count } dnia
    }
    [weeks] { $count ->
        [one] { $count } tydzień
        [few] { $count } tygodnie
        [many] { $count } tygodni
       *[other] { $count } tygodnia
    }
    [months] { $count ->
        [one] { $count } miesiąc
        [few] { $count } miesiące
        [many] { $count } miesięcy
       *[other] { $count } miesiąca
    }
    [years] { $count ->
        [one] { $count } rok
        [few] { $count } lata
        [many] { $count } lat
       *[other] { $count } roku
    }
   *[session] do zamknięcia przeglądarki
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andora
    [AE] Zjednoczone Emiraty Arabskie
    [AL] Albania
    [AR] Argentyna
    [AT] Austria
    [AU] Australia
    [BA] Bośnia i Hercegowina
    [BE] Belgia
    [BG] Bułgaria
    [BR] Brazylia
    [BY] Białoruś
    [CA] Kanada
    [CH] Szwajcaria
    [CL] Chile
    [CN] Chiny
    [CO] Kolumbia
    [CY] Cypr
    [CZ] Czechy
    [DE] Niemcy
    [DK] Dania
    [EE] Estonia
    [EG] Egipt
    [ES] Hiszpania
    [FI] Finlandia
    [FR] Francja
    [GB] Wielka Brytania
    [GE] Gruzja
    [GR] Grecja
    [HR] Chorwacja
    [HU] Węgry
    [IE] Irlandia
    [IL] Izrael
    [IN] Indie
    [IS] Islandia
    [IT] Włochy
    [JP] Japonia
    [KR] Korea Południowa
    [LI] Liechtenstein
    [LT] Litwa
    [LU] Luksemburg
    [LV] Łotwa
    [MA] Maroko
    [MC] Monako
    [MD] Mołdawia
    [ME] Czarnogóra
    [MK] Macedonia Północna
    [MT] Malta
    [MX] Meksyk
    [NL] Holandia
    [NO] Norwegia
    [NZ] Nowa Zelandia
    [PL] Polska
    [PT] Portugalia
    [RO] Rumunia
    [RS] Serbia
    [RU] Rosja
    [SA] Arabia Saudyjska
    [SE] Szwecja
    [SG] Singapur
    [SI] Słowenia
    [SK] Słowacja
    [SM] San Marino
    [TN] Tunezja
    [TR] Turcja
    [TW] Tajwan
    [UA] Ukraina
    [US] Stany Zjednoczone
    [ZA] Republika Południowej Afryki
   *[other] { $country }
}

## Errors shown to readers

error-title = Tej strony nie można wyświetlić
error-upstream = Serwis w tej chwili nie odpowiada. Prosimy spróbować później.
error-request = To żądanie nie zostało zrozumiane. Niczego nie zmieniono.
error-too-many = To więcej osobnych wyborów, niż przeglądarka może zachować. Nic nie zostało zmienione. Proszę wybrać według kategorii.
error-token = Ten link jest już nieważny. Prosimy wrócić do strony i spróbować ponownie.
