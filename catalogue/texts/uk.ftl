### Texts a reader sees, in Ukrainian. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Українська
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Соціальні мережі
    [video] Відео
    [audio] Аудіо
    [maps] Карти
    [charts] Графіки й документи
    [forms] Форми
    [comments] Коментарі й чат
    [live] Трансляції та результати
    [payments] Платежі й пожертви
    [technical] Технічні служби
    [analytics] Вимірювання аудиторії
    [advertising] Реклама
   *[unclassified] Некласифікований вміст
}
category-purpose = { $category ->
    [social] Показувати дописи із соціальних мереж.
    [video] Відтворювати відео, розміщені в інших постачальників.
    [audio] Відтворювати звук, розміщений в інших постачальників.
    [maps] Показувати інтерактивні карти.
    [charts] Показувати інтерактивні графіки й документи.
    [forms] Показувати форми та бронювання інших постачальників.
    [comments] Показувати й писати коментарі та повідомлення.
    [live] Показувати текстові трансляції, результати, погоду та іншу актуальну інформацію інших постачальників.
    [payments] Показувати платіжні форми та форми пожертв інших постачальників.
    [technical] Завантажувати шрифти, скрипти та інші частини сторінки із серверів інших постачальників.
    [analytics] Вимірювати, як користуються сторінками.
    [advertising] Показувати рекламу.
   *[unclassified] Завантажувати вміст від постачальників, яких цей сайт не описав.
}

## Notice

notice-title = { $category ->
    [social] Допис із { $service }
    [video] Відео з { $service }
    [audio] Аудіо з { $service }
    [maps] Карта з { $service }
    [charts] Графік або документ із { $service }
    [forms] Форма з { $service }
    [comments] Коментарі або чат із { $service }
    [live] Трансляція з { $service }
    [payments] Форма платежу або пожертви з { $service }
   *[other] Вміст із { $service }
}
notice-reason = Зовнішній вміст. Його не завантажено, бо служба { $service } може збирати персональні дані, як-от вашу IP-адресу.
notice-category = Щоб побачити його, дозвольте лише цей вміст або всю категорію «{ $category-name }».
accept-once = Показати цей вміст
accept-category = Завжди показувати: { $category-name }
refuse = Відхилити: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Докладніше про { $service }
preferences = Ваш вибір
preview-attribution = Ці слова є частиною цієї сторінки. Їх не було завантажено з { $service }.
preview-link = Відкрити на { $host }
external-link = зовнішнє посилання
loading = Завантажується вміст із { $service }.
shown = Вміст із { $service } показано.
refused = Ви відхилили «{ $category-name }». Цей вміст залишається закритим.
gpc-refused = Ваш браузер просить сайти не продавати ваші дані й не ділитися ними. Це вважається відмовою.
withdraw = Більше не показувати: { $category-name }
close-once = Закрити цей вміст
unavailable = Цей вміст не можна показати тут.

## Pages of the gate

back = Назад на сторінку
skip = Перейти до вмісту
preferences-title = Ваш вибір щодо зовнішнього вмісту
preferences-intro = Тут ви вирішуєте щодо вмісту інших постачальників. Перелічене нижче завантажується лише після вашої згоди. Ви можете змінити свою думку будь-коли.
preferences-current = Поточний вибір
choice-accepted = Прийнято
choice-refused = Відхилено
choice-none = Ще не вибрано: нічого не завантажується
accept-all = Прийняти все
refuse-all = Відхилити все
save-choices = Зберегти цей вибір
withdraw-all = Відкликати весь вибір
choice-accept = Прийняти
choice-refuse = Відхилити
choice-ask = Щоразу запитувати
saved = Ваш вибір збережено.
services-in-category = Служби в категорії «{ $category-name }»
gpc-notice = Ваш браузер надсилає сигнал «Global Privacy Control». Це вважається відмовою від усього, чого ви самі не прийняли.
withdraw-limits = Після відкликання згоди відповідний вміст більше не завантажується. Цей сайт не може видалити файли cookie, які інший постачальник уже встановив у власному домені; ви можете видалити їх у налаштуваннях браузера.
cookie-explained = Ваш вибір зберігається в одному файлі cookie цього сайту з назвою «{ $name }» протягом { $days ->
    [one] { $days } дня
    [few] { $days } днів
    [many] { $days } днів
   *[other] { $days } дня
}. Він містить ваш вибір і нічого, що могло б вас ідентифікувати.

service-title = Про { $service }
service-recipient = Отримувач
service-country = Країна
service-category = Категорія
service-purpose = Мета
service-data = Дані
service-storage = Зберігається на вашому пристрої
service-storage-item = { $name }: { $duration }
service-storage-unknown = Інформації тут немає: перегляньте політику конфіденційності постачальника.
service-storage-third = Це може читати { $service }.
service-storage-first = Це може читати лише цей сайт.
service-retention = Строк зберігання в отримувача
service-safeguard = Гарантія для даних, які туди надсилаються
service-controller = Відповідальний за дані в отримувача
service-policy = Політика конфіденційності: { $service }
service-hosts = Сервери, з якими встановлюється зв’язок після вашої згоди
service-reviewed = Остання перевірка: { $date }
service-withdraw = Ви можете будь-коли відкликати згоду в розділі «Ваш вибір».
data-kind = { $kind ->
    [ip-address] ваша IP-адреса
    [device] відомості про ваш пристрій і браузер
    [page-address] адреса цього сайту
    [interactions] що ви робите з вмістом
    [account] ваш обліковий запис там, якщо ви ввійшли
    [location] ваше місцеперебування, якщо ви це дозволите
    [input] те, що ви туди вводите
    [payment] платіжні дані, якщо ви там платите
   *[identifiers] ідентифікатори у файлах cookie чи подібному сховищі
}

view-title = Вміст із { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Ваші квитанції
receipts-intro = Кожен вибір залишає квитанцію, щоб цей сайт міг довести, що було вибрано. Квитанція містить вибір, його час і те, які тексти було показано. Вона не містить вашого імені, вашої IP-адреси чи будь-чого про ваш пристрій, і квитанції не пов’язані між собою.
receipts-cookie = Щоб ви могли бачити тут власні квитанції, ваш браузер зберігає їхні номери у файлі cookie з назвою «{ $name }», який надсилається лише на ці сторінки.
receipts-none = Квитанцій цього браузера немає.
receipts-off = Цей сайт не зберігає квитанцій.
receipts-kept = Квитанції видаляються через { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
}.
receipts-download = Завантажити мої квитанції
receipts-erase = Стерти мої квитанції
receipts-erase-explained = Ваш вибір залишається чинним. Від стертої квитанції залишається позначка без вмісту, щоб увесь реєстр і надалі можна було перевірити.
receipts-erased = { $count ->
    [one] Стерто { $count } квитанцію.
    [few] Стерто { $count } квитанції.
    [many] Стерто { $count } квитанцій.
   *[other] Стерто { $count } квитанції.
}
receipts-unavailable = Квитанції наразі неможливо прочитати. Ваш вибір залишається чинним.
receipt-time = Час
receipt-number = Номер
receipt-decision = Вибір
receipt-scope = Для чого
receipt-origin = Спосіб вибору
receipt-texts = Тексти, як їх було показано
receipt-decision-name = { $decision ->
    [accept] Прийнято
    [refuse] Відхилено
   *[withdraw] Відкликано
}
receipt-scope-once = один вміст із { $service }
receipt-scope-all = усе перелічене
receipt-origin-name = { $origin ->
    [notice] кнопка сповіщення
    [preferences] сторінка вибору
    [tcf] вікно згоди цього сайту
   *[gpc] сигнал вашого браузера
}

## Choices that end

choices-until = Ваш вибір чинний до { $date }; потім вас запитають знову.
ask-again-changed = Вас запитують знову, бо те, щодо чого ви зробили вибір, відтоді змінилося.
ask-again-expired = Вас запитують знову, бо строк вашого попереднього вибору минув.

## Preferences as a dialog

close = Закрити

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
} { $year } р.
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } хвилина
        [few] { $count } хвилини
        [many] { $count } хвилин
       *[other] { $count } хвилини
    }
    [hours] { $count ->
        [one] { $count } година
        [few] { $count } години
        [many] { $count } годин
       *[other] { $count } години
    }
    [days] { $count ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    }
    [weeks] { $count ->
        [one] { $count } тиждень
        [few] { $count } тижні
        [many] { $count } тижнів
       *[other] { $count } тижня
    }
    [months] { $count ->
        [one] { $count } місяць
        [few] { $count } місяці
        [many] { $count } місяців
       *[other] { $count } місяця
    }
    [years] { $count ->
        [one] { $count } рік
        [few] { $count } роки
        [many] { $count } років
       *[other] { $count } року
    }
   *[session] до закриття браузера
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Андорра
    [AE] Обʼєднані Арабські Емірати
    [AL] Албанія
    [AR] Аргентина
    [AT] Австрія
    [AU] Австралія
    [BA] Боснія і Герцеговина
    [BE] Бельгія
    [BG] Болгарія
    [BR] Бразилія
    [BY] Білорусь
    [CA] Канада
    [CH] Швейцарія
    [CL] Чилі
    [CN] Китай
    [CO] Колумбія
    [CY] Кіпр
    [CZ] Чехія
    [DE] Німеччина
    [DK] Данія
    [EE] Естонія
    [EG] Єгипет
    [ES] Іспанія
    [FI] Фінляндія
    [FR] Франція
    [GB] Велика Британія
    [GE] Грузія
    [GR] Греція
    [HR] Хорватія
    [HU] Угорщина
    [IE] Ірландія
    [IL] Ізраїль
    [IN] Індія
    [IS] Ісландія
    [IT] Італія
    [JP] Японія
    [KR] Південна Корея
    [LI] Ліхтенштейн
    [LT] Литва
    [LU] Люксембург
    [LV] Латвія
    [MA] Марокко
    [MC] Монако
    [MD] Молдова
    [ME] Чорногорія
    [MK] Північна Македонія
    [MT] Мальта
    [MX] Мексика
    [NL] Нідерланди
    [NO] Норвегія
    [NZ] Нова Зеландія
    [PL] Польща
    [PT] Португалія
    [RO] Румунія
    [RS] Сербія
    [RU] Росія
    [SA] Саудівська Аравія
    [SE] Швеція
    [SG] Сінгапур
    [SI] Словенія
    [SK] Словаччина
    [SM] Сан-Марино
    [TN] Туніс
    [TR] Туреччина
    [TW] Тайвань
    [UA] Україна
    [US] Сполучені Штати
    [ZA] Південно-Африканська Республіка
   *[other] { $country }
}

## Errors shown to readers

error-title = Цю сторінку неможливо показати
error-upstream = Сайт наразі не відповідає. Спробуйте ще раз пізніше.
error-request = Цей запит не було зрозуміло. Нічого не змінено.
error-too-many = Окремих рішень більше, ніж може зберегти браузер. Нічого не змінено. Будь ласка, оберіть за категоріями.
error-token = Це посилання вже не дійсне. Поверніться на сторінку і спробуйте ще раз.
