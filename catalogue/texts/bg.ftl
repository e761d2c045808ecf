### Texts a reader sees, in Bulgarian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Български
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Социални мрежи
    [video] Видео
    [audio] Аудио
    [maps] Карти
    [charts] Графики и документи
    [forms] Формуляри
    [comments] Коментари и чат
    [live] Предавания на живо и резултати
    [payments] Плащания и дарения
    [technical] Технически услуги
    [analytics] Измерване на аудиторията
    [advertising] Реклама
   *[unclassified] Некласифицирано съдържание
}
category-purpose = { $category ->
    [social] Показване на публикации от социални мрежи.
    [video] Възпроизвеждане на видео, разположено при други доставчици.
    [audio] Възпроизвеждане на звук, разположен при други доставчици.
    [maps] Показване на интерактивни карти.
    [charts] Показване на интерактивни графики и документи.
    [forms] Показване на формуляри и резервации на други доставчици.
    [comments] Показване и писане на коментари и съобщения.
    [live] Показване на предавания на живо, резултати, времето и друга актуална информация от други доставчици.
    [payments] Показване на формуляри за плащане и дарения на други доставчици.
    [technical] Зареждане на шрифтове, скриптове и други части на страница от сървъри на други доставчици.
    [analytics] Измерване на използването на страниците.
    [advertising] Показване на реклама.
   *[unclassified] Зареждане на съдържание от доставчици, които този сайт не е описал.
}

## Notice

notice-title = { $category ->
    [social] Публикация от { $service }
    [video] Видео от { $service }
    [audio] Аудио от { $service }
    [maps] Карта от { $service }
    [charts] Графика или документ от { $service }
    [forms] Формуляр от { $service }
    [comments] Коментари или чат от { $service }
    [live] Предаване на живо от { $service }
    [payments] Формуляр за плащане или дарение от { $service }
   *[other] Съдържание от { $service }
}
notice-reason = Външно съдържание. То не е заредено, защото { $service } може да събира лични данни, като Вашия IP адрес.
notice-category = За да го видите, разрешете само това съдържание или цялата категория „{ $category-name }“.
accept-once = Показване на това съдържание
accept-category = Показване винаги: { $category-name }
refuse = Отказ: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Повече за { $service }
preferences = Вашият избор
preview-attribution = Тези думи са част от тази страница. Те не са заредени от { $service }.
preview-link = Отваряне на { $host }
external-link = външна връзка
loading = Зарежда се съдържанието от { $service }.
shown = Показва се съдържанието от { $service }.
refused = Вие отказахте „{ $category-name }“. Това съдържание остава затворено.
gpc-refused = Вашият браузър моли сайтовете да не продават и да не споделят Вашите данни. Това беше прието като отказ.
withdraw = Без показване повече: { $category-name }
close-once = Затваряне на съдържанието
unavailable = Това съдържание не може да бъде показано тук.

## Pages of the gate

back = Назад към страницата
skip = Към съдържанието
preferences-title = Вашият избор за външно съдържание
preferences-intro = Тук решавате за съдържанието от други доставчици. Изброеното по-долу се зарежда едва след Вашето съгласие. Можете да промените решението си по всяко време.
preferences-current = Текущ избор
choice-accepted = Прието
choice-refused = Отказано
choice-none = Все още няма избор: нищо не се зарежда
accept-all = Приемам всички
refuse-all = Отказвам всички
save-choices = Запазване на избора
withdraw-all = Оттегляне на целия избор
choice-accept = Приемам
choice-refuse = Отказвам
choice-ask = Питай всеки път
saved = Вашият избор е запазен.
services-in-category = Услуги в „{ $category-name }“
gpc-notice = Вашият браузър изпраща сигнал „Global Privacy Control“. Това се приема като отказ от всичко, което не сте приели сами.
withdraw-limits = След като оттеглите съгласието си, съответното съдържание повече не се зарежда. Този сайт не може да изтрие бисквитки, които друг доставчик вече е поставил на собствения си домейн; можете да ги изтриете от настройките на браузъра си.
cookie-explained = Вашият избор се пази в една бисквитка на този сайт с име „{ $name }“ в продължение на { $days ->
    [one] { $days } ден
   *[other] { $days } дни
}. Тя съдържа Вашия избор и нищо, което Ви идентифицира.

service-title = За { $service }
service-recipient = Получател
service-country = Държава
service-category = Категория
service-purpose = Цел
service-data = Данни
service-storage = Съхранявано на Вашето устройство
service-storage-item = { $name }: { $duration }
service-storage-unknown = Тук няма налична информация: вижте политиката за поверителност на доставчика.
service-storage-third = Може да се чете от { $service }.
service-storage-first = Може да се чете само от този сайт.
service-retention = Срок на съхранение при получателя
service-safeguard = Гаранция за изпратените там данни
service-controller = Отговорен за данните там
service-policy = Политика за поверителност на { $service }
service-hosts = Сървъри, с които се установява връзка след приемане
service-reviewed = Последен преглед: { $date }
service-withdraw = Можете да оттеглите съгласието си по всяко време в „Вашият избор“.
data-kind = { $kind ->
    [ip-address] Вашият IP адрес
    [device] данни за Вашето устройство и браузър
    [page-address] адресът на този сайт
    [interactions] какво правите със съдържанието
    [account] Вашият профил там, ако сте влезли в него
    [location] Вашето местоположение, ако го разрешите
    [input] какво пишете в него
    [payment] данни за плащане, ако плащате там
   *[identifiers] идентификатори в бисквитки или подобно хранилище
}

view-title = Съдържание от { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Вашите разписки
receipts-intro = Всеки избор оставя разписка, за да може този сайт да докаже какво е било избрано. Разписката съдържа избора, времето му и кои текстове са били показани. Тя не съдържа Вашето име, Вашия IP адрес или нещо за Вашето устройство, и разписките не са свързани една с друга.
receipts-cookie = За да можете да виждате тук собствените си разписки, Вашият браузър пази номерата им в бисквитка с име „{ $name }“, която се изпраща само към тези страници.
receipts-none = Няма разписки от този браузър.
receipts-off = Този сайт не пази разписки.
receipts-kept = Разписките се изтриват след { $days ->
    [one] { $days } ден
   *[other] { $days } дни
}.
receipts-download = Изтегляне на моите разписки
receipts-erase = Изтриване на моите разписки
receipts-erase-explained = Вашият избор остава в сила. От изтрита разписка остава знак без съдържание, за да може регистърът като цяло все още да бъде проверен.
receipts-erased = { $count ->
    [one] { $count } разписка е изтрита.
   *[other] { $count } разписки са изтрити.
}
receipts-unavailable = В момента разписките не могат да бъдат прочетени. Вашият избор остава в сила.
receipt-time = Време
receipt-number = Номер
receipt-decision = Избор
receipt-scope = За
receipt-origin = Направен чрез
receipt-texts = Текстове, както са били показани
receipt-decision-name = { $decision ->
    [accept] Прието
    [refuse] Отказано
   *[withdraw] Оттеглено
}
receipt-scope-once = едно съдържание от { $service }
receipt-scope-all = всичко изброено
receipt-origin-name = { $origin ->
    [notice] бутон в известие
    [preferences] страницата за избор
    [tcf] собствения прозорец за съгласие на този сайт
   *[gpc] сигнал от Вашия браузър
}

## Choices that end

choices-until = Вашият избор е валиден до { $date }; след това ще бъдете попитани отново.
ask-again-changed = Питаме Ви отново, защото това, за което се отнасяше изборът Ви, се е променило оттогава.
ask-again-expired = Питаме Ви отново, защото предишният Ви избор е изтекъл.

## Preferences as a dialog

close = Затваряне

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] януари
    [2] февруари
    [3] март
    [4] април
    [5] май
    [6] юни
    [7] юли
    [8] август
    [9] септември
    [10] октомври
    [11] ноември
   *[12] декември
} { $year } г.
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } минута
       *[other] { $count } минути
    }
    [hours] { $count ->
        [one] { $count } час
       *[other] { $count } часа
    }
    [days] { $count ->
        [one] { $count } ден
       *[other] { $count } дни
    }
    [weeks] { $count ->
        [one] { $count } седмица
       *[other] { $count } седмици
    }
    [months] { $count ->
        [one] { $count } месец
       *[other] { $count } месеца
    }
    [years] { $count ->
        [one] { $count } година
       *[other] { $count } години
    }
   *[session] до затваряне на браузъра
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Андора
    [AE] Обединени арабски емирства
    [AL] Албания
    [AR] Аржентина
    [AT] Австрия
    [AU] Австралия
    [BA] Босна и Херцеговина
    [BE] Белгия
    [BG] България
    [BR] Бразилия
    [BY] Беларус
    [CA] Канада
    [CH] Швейцария
    [CL] Чили
    [CN] Китай
    [CO] Колумбия
    [CY] Кипър
    [CZ] Чехия
    [DE] Германия
    [DK] Дания
    [EE] Естония
    [EG] Египет
    [ES] Испания
    [FI] Финландия
    [FR] Франция
    [GB] Обединеното кралство
    [GE] Грузия
    [GR] Гърция
    [HR] Хърватия
    [HU] Унгария
    [IE] Ирландия
    [IL] Израел
    [IN] Индия
    [IS] Исландия
    [IT] Италия
    [JP] Япония
    [KR] Южна Корея
    [LI] Лихтенщайн
    [LT] Литва
    [LU] Люксембург
    [LV] Латвия
    [MA] Мароко
    [MC] Монако
    [MD] Молдова
    [ME] Черна гора
    [MK] Северна Македония
    [MT] Малта
    [MX] Мексико
    [NL] Нидерландия
    [NO] Норвегия
    [NZ] Нова Зеландия
    [PL] Полша
    [PT] Португалия
    [RO] Румъния
    [RS] Сърбия
    [RU] Русия
    [SA] Саудитска Арабия
    [SE] Швеция
    [SG] Сингапур
    [SI] Словения
    [SK] Словакия
    [SM] Сан Марино
    [TN] Тунис
    [TR] Турция
    [TW] Тайван
    [UA] Украйна
    [US] Съединени щати
    [ZA] Южна Африка
   *[other] { $country }
}

## Errors shown to readers

error-title = Тази страница не може да бъде показана
error-upstream = Сайтът не отговаря в момента. Моля, опитайте отново по-късно.
error-request = Тази заявка не беше разбрана. Нищо не е променено.
error-too-many = Това са повече отделни избори, отколкото един браузър може да запази. Нищо не е променено. Моля, изберете по категории.
error-token = Тази връзка вече не е валидна. Моля, върнете се на страницата и опитайте отново.
