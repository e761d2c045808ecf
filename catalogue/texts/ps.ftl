### Texts a reader sees, in Pashto. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).
### No bidi control characters: the code isolates variables.

-gate = Jalousie

## Language

language-name = پښتو
language-direction = rtl
language-digits = ۰۱۲۳۴۵۶۷۸۹

## Categories

category-name = { $category ->
    [social] ټولنیزې شبکې
    [video] ویډیو
    [audio] غږ
    [maps] نقشې
    [charts] ګرافونه او سندونه
    [forms] فورمې
    [comments] تبصرې او خبرې اترې
    [live] ژوندی پوښښ او پایلې
    [payments] تادیات او مرستې
    [technical] تخنیکي خدمات
    [analytics] د لیدونکو اندازه کول
    [advertising] اعلانونه
   *[unclassified] بې‌ډلبندۍ منځپانګه
}
category-purpose = { $category ->
    [social] د ټولنیزو شبکو د پوسټونو ښودلو لپاره.
    [video] د هغو ویډیوګانو غږولو لپاره چې له نورو چمتو کوونکو سره دي.
    [audio] د هغه غږ اورولو لپاره چې له نورو چمتو کوونکو سره دی.
    [maps] د متقابلو نقشو ښودلو لپاره.
    [charts] د متقابلو ګرافونو او سندونو ښودلو لپاره.
    [forms] د نورو چمتو کوونکو د فورمو او بوکینګونو ښودلو لپاره.
    [comments] د تبصرو او پیغامونو ښودلو او لیکلو لپاره.
    [live] د نورو چمتو کوونکو د ژوندي پوښښ، پایلو، هوا او نورو تازه معلوماتو ښودلو لپاره.
    [payments] د نورو چمتو کوونکو د تادیې او مرستې فورمو ښودلو لپاره.
    [technical] د نورو چمتو کوونکو له سرورونو د لیکبڼو، سکریپټونو او د پاڼې د نورو برخو د بارولو لپاره.
    [analytics] د دې اندازه کولو لپاره چې پاڼې څنګه کارول کېږي.
    [advertising] د اعلانونو ښودلو لپاره.
   *[unclassified] له هغو چمتو کوونکو د منځپانګې بارولو لپاره چې دې وېبپاڼې نه دي تشریح کړي.
}

## Notice

notice-title = { $category ->
    [social] پوسټ له { $service }
    [video] ویډیو له { $service }
    [audio] غږ له { $service }
    [maps] نقشه له { $service }
    [charts] ګراف یا سند له { $service }
    [forms] فورمه له { $service }
    [comments] تبصرې یا خبرې اترې له { $service }
    [live] ژوندی پوښښ له { $service }
    [payments] د تادیې یا مرستې فورمه له { $service }
   *[other] منځپانګه له { $service }
}
notice-reason = بهرنۍ منځپانګه. دا نه ده بار شوې، ځکه چې { $service } کېدای شي شخصي معلومات، لکه ستاسو د IP پته، راټول کړي.
notice-category = د لیدلو لپاره یې یوازې دې منځپانګې یا د «{ $category-name }» ټولې کټګورۍ ته اجازه ورکړئ.
accept-once = دا منځپانګه وښیئ
accept-category = تل یې وښیئ: { $category-name }
refuse = رد یې کړئ: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = نور معلومات: { $service }
preferences = ستاسو انتخابونه
preview-attribution = دا متن د همدې پاڼې برخه ده. له { $service } نه دی بار شوی.
preview-link = پرانیستل په { $host }
external-link = بهرنی لینک
loading = منځپانګه بارېږي: { $service }.
shown = منځپانګه ښودل کېږي: { $service }.
refused = تاسو «{ $category-name }» رد کړې ده. دا منځپانګه تړلې پاتې کېږي.
gpc-refused = ستاسو براوزر له وېبپاڼو غواړي چې ستاسو معلومات ونه پلوري او شریک یې نه کړي. دا د ردولو په توګه ومنل شوه.
withdraw = نور یې مه ښیئ: { $category-name }
close-once = دا منځپانګه وتړئ
unavailable = دا منځپانګه دلته نه شي ښودل کېدای.

## Pages of the gate

back = بېرته پاڼې ته
skip = منځپانګې ته ورشئ
preferences-title = د بهرنۍ منځپانګې په اړه ستاسو انتخابونه
preferences-intro = دلته تاسو د نورو چمتو کوونکو د منځپانګې په اړه پرېکړه کوئ. هغه څه چې لاندې لیکل شوي، یوازې ستاسو له هو ویلو وروسته بارېږي. تاسو هر وخت خپله پرېکړه بدلولی شئ.
preferences-current = اوسنی انتخاب
choice-accepted = ومنل شو
choice-refused = رد شو
choice-none = لا انتخاب نشته: هېڅ نه بارېږي
accept-all = ټول ومنئ
refuse-all = ټول رد کړئ
save-choices = دا انتخابونه خوندي کړئ
withdraw-all = ټول انتخابونه بېرته واخلئ
choice-accept = ومنئ
choice-refuse = رد کړئ
choice-ask = هر ځل وپوښتئ
saved = ستاسو انتخابونه خوندي شول.
services-in-category = خدمات په «{ $category-name }» کې
gpc-notice = ستاسو براوزر «Global Privacy Control» نښه لېږي. دا د هر هغه څه ردول ګڼل کېږي چې تاسو پخپله نه دي منلي.
withdraw-limits = وروسته له دې چې تاسو خپل رضایت بېرته واخلئ، اړونده منځپانګه نوره نه بارېږي. دا وېبپاڼه هغه کوکیز نه شي ړنګولی چې بل چمتو کوونکي لا دمخه په خپله ډومېن کې ایښي دي؛ تاسو یې د خپل براوزر په امستنو کې ړنګولی شئ.
cookie-explained = ستاسو انتخابونه د دې وېبپاڼې په یوه کوکي کې چې نوم یې «{ $name }» دی، د { $days ->
    [one] { $days } ورځې
   *[other] { $days } ورځو
} لپاره ساتل کېږي. هغه ستاسو انتخابونه لري، او هېڅ داسې څه نه لري چې تاسو وپېژني.

service-title = د { $service } په اړه
service-recipient = ترلاسه کوونکی
service-country = هېواد
service-category = کټګوري
service-purpose = موخه
service-data = معلومات
service-storage = ستاسو په وسیله کې زېرمه شوي
service-storage-item = { $name }: { $duration }
service-storage-unknown = دلته معلومات نشته: د چمتو کوونکي د محرمیت تګلاره وګورئ.
service-storage-third = { $service } یې لوستلی شي.
service-storage-first = یوازې دا وېبپاڼه یې لوستلی شي.
service-retention = د ترلاسه کوونکي د ساتنې موده
service-safeguard = هلته د لېږل شویو معلوماتو لپاره تضمین
service-controller = هلته د معلوماتو مسوول
service-policy = د { $service } د محرمیت تګلاره
service-hosts = هغه سرورونه چې ستاسو له منلو وروسته ورسره اړیکه نیول کېږي
service-reviewed = وروستۍ کتنه: { $date }
service-withdraw = تاسو هر وخت خپل رضایت د «ستاسو انتخابونه» له لارې بېرته اخیستی شئ.
data-kind = { $kind ->
    [ip-address] ستاسو د IP پته
    [device] ستاسو د وسیلې او براوزر په اړه معلومات
    [page-address] د دې وېبپاڼې پته
    [interactions] هغه څه چې تاسو یې له منځپانګې سره کوئ
    [account] هلته ستاسو حساب، که ننوتلي یاست
    [location] ستاسو ځای، که اجازه ورکړئ
    [input] هغه څه چې تاسو پکې لیکئ
    [payment] د تادیې معلومات، که هلته تادیه کوئ
   *[identifiers] په کوکیزو یا ورته زېرمو کې پېژندونکي
}

view-title = منځپانګه له { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = ستاسو رسیدونه
receipts-intro = هر انتخاب یو رسید پرېږدي، ترڅو دا وېبپاڼه ثابته کړای شي چې څه غوره شوي وو. رسید انتخاب، وخت یې او دا چې کوم متنونه ښودل شوي لري. ستاسو نوم، ستاسو د IP پته یا ستاسو د وسیلې په اړه څه نه لري، او رسیدونه یو له بل سره تړلي نه دي.
receipts-cookie = د دې لپاره چې تاسو دلته خپل رسیدونه ولیدلی شئ، ستاسو براوزر د هغو شمېرې په یوه کوکي کې چې نوم یې «{ $name }» دی ساتي، او دا یوازې دې پاڼو ته لېږل کېږي.
receipts-none = د دې براوزر هېڅ رسید نشته.
receipts-off = دا وېبپاڼه رسیدونه نه ساتي.
receipts-kept = رسیدونه له { $days ->
    [one] { $days } ورځې
   *[other] { $days } ورځو
} وروسته ړنګېږي.
receipts-download = زما رسیدونه ښکته کړئ
receipts-erase = زما رسیدونه ړنګ کړئ
receipts-erase-explained = ستاسو انتخابونه پر ځای پاتې کېږي. له ړنګ شوي رسید څخه یوه بې‌منځپانګې نښه پاتې کېږي، ترڅو ټول ثبت لا هم وکتل شي.
receipts-erased = { $count ->
    [one] { $count } رسید ړنګ شو.
   *[other] { $count } رسیدونه ړنګ شول.
}
receipts-unavailable = رسیدونه اوس مهال نه شي لوستل کېدای. ستاسو انتخابونه پر ځای پاتې کېږي.
receipt-time = وخت
receipt-number = شمېره
receipt-decision = انتخاب
receipt-scope = د څه لپاره
receipt-origin = د څه له لارې
receipt-texts = متنونه لکه څنګه چې ښودل شوي وو
receipt-decision-name = { $decision ->
    [accept] ومنل شو
    [refuse] رد شو
   *[withdraw] بېرته واخیستل شو
}
receipt-scope-once = یوه منځپانګه له { $service }
receipt-scope-all = ټول هغه چې لیکل شوي
receipt-origin-name = { $origin ->
    [notice] د خبرتیا تڼۍ
    [preferences] د انتخابونو پاڼه
    [tcf] د دې وېب‌پاڼې د رضایت کړکۍ
   *[gpc] ستاسو د براوزر نښه
}

## Choices that end

choices-until = ستاسو انتخابونه تر دې نېټې د اعتبار وړ دي: { $date }؛ بیا به بیا وپوښتل شئ.
ask-again-changed = تاسو بیا پوښتل کېږئ، ځکه هغه څه چې ستاسو انتخاب پرې و، له هغه وخته بدل شوي دي.
ask-again-expired = تاسو بیا پوښتل کېږئ، ځکه ستاسو د پخواني انتخاب موده پای ته رسېدلې.

## Preferences as a dialog

close = وتړئ

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] جنوري
    [2] فبروري
    [3] مارچ
    [4] اپریل
    [5] مۍ
    [6] جون
    [7] جولای
    [8] اګست
    [9] سپتمبر
    [10] اکتوبر
    [11] نومبر
   *[12] دسمبر
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } دقیقه
       *[other] { $count } دقیقې
    }
    [hours] { $count ->
        [one] { $count } ساعت
       *[other] { $count } ساعتونه
    }
    [days] { $count ->
        [one] { $count } ورځ
       *[other] { $count } ورځې
    }
    [weeks] { $count ->
        [one] { $count } اوونۍ
       *[other] { $count } اوونۍ
    }
    [months] { $count ->
        [one] { $count } میاشت
       *[other] { $count } میاشتې
    }
    [years] { $count ->
        [one] { $count } کال
       *[other] { $count } کالونه
    }
   *[session] تر هغه چې براوزر وتړل شي
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] اندورا
    [AE] متحده عرب امارات
    [AL] البانیه
    [AR] ارجنټاين
    [AT] اتریش
    [AU] آسټرالیا
    [BA] بوسنيا او هېرزګوينا
    [BE] بیلجیم
    [BG] بلغاریه
    [BR] برازیل
    [BY] بیلاروس
    [CA] کاناډا
    [CH] سویس
    [CL] چیلي
    [CN] چین
    [CO] کولمبیا
    [CY] قبرس
    [CZ] چکیا
    [DE] المان
    [DK] ډنمارک
    [EE] استونیا
    [EG] مصر
    [ES] هسپانیه
    [FI] فنلینډ
    [FR] فرانسه
    [GB] برتانیه
    [GE] ګرجستان
    [GR] یونان
    [HR] کرواشيا
    [HU] مجارستان
    [IE] آيرلېنډ
    [IL] اسراييل
    [IN] هند
    [IS] آیسلینډ
    [IT] ایټالیه
    [JP] جاپان
    [KR] سویلي کوریا
    [LI] لیختن اشتاین
    [LT] لیتوانیا
    [LU] لوګزامبورګ
    [LV] لاتویا
    [MA] مراکش
    [MC] موناکو
    [MD] مولدوا
    [ME] مونټینیګرو
    [MK] شمالي مقدونيه
    [MT] مالټا
    [MX] میکسیکو
    [NL] هالېنډ
    [NO] ناروۍ
    [NZ] نیوزیلنډ
    [PL] پولنډ
    [PT] پورتګال
    [RO] رومانیا
    [RS] سربيا
    [RU] روسیه
    [SA] سعودي عربستان
    [SE] سویډن
    [SG] سینګاپور
    [SI] سلوانیا
    [SK] سلواکیا
    [SM] سان مارینو
    [TN] تونس
    [TR] ترکیه
    [TW] تائيوان
    [UA] اوکراین
    [US] متحده آيالات
    [ZA] سویلي افریقا
   *[other] { $country }
}

## Errors shown to readers

error-title = دا پاڼه نه شي ښودل کېدای
error-upstream = وېبپاڼه اوس مهال ځواب نه ورکوي. مهرباني وکړئ وروسته بیا هڅه وکړئ.
error-request = دا غوښتنه ونه پېژندل شوه. هېڅ بدلون ونه شو.
error-too-many = دا جلا انتخابونه تر هغه ډېر دي چې براوزر یې ساتلای شي. هېڅ بدل نه شول. مهرباني وکړئ پر ځای یې د کټګورۍ له مخې انتخاب وکړئ.
error-token = دا لینک نور د اعتبار وړ نه دی. مهرباني وکړئ پاڼې ته بېرته ولاړ شئ او بیا هڅه وکړئ.
