### Texts a reader sees, in Dari. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).
### No bidi control characters but the zero-width non-joiner inside words: the code isolates variables.

-gate = Jalousie

## Language

language-name = دری
language-direction = rtl
language-digits = ۰۱۲۳۴۵۶۷۸۹
# Readers of these languages get this one.
language-relatives = prs

## Categories

category-name = { $category ->
    [social] شبکه‌های اجتماعی
    [video] ویدیو
    [audio] صدا
    [maps] نقشه‌ها
    [charts] گراف‌ها و اسناد
    [forms] فورمه‌ها
    [comments] نظرها و گفتگو
    [live] پوشش زنده و نتیجه‌ها
    [payments] پرداخت‌ها و اعانه‌ها
    [technical] خدمات فنی
    [analytics] اندازه‌گیری مخاطبان
    [advertising] اعلانات
   *[unclassified] محتوای کتگوری‌نشده
}
category-purpose = { $category ->
    [social] برای نمایش پست‌های شبکه‌های اجتماعی.
    [video] برای پخش ویدیوهایی که نزد ارائه‌دهندگان دیگر است.
    [audio] برای پخش صدایی که نزد ارائه‌دهندگان دیگر است.
    [maps] برای نمایش نقشه‌های تعاملی.
    [charts] برای نمایش گراف‌ها و اسناد تعاملی.
    [forms] برای نمایش فورمه‌ها و رزروهای ارائه‌دهندگان دیگر.
    [comments] برای نمایش و نوشتن نظرها و پیام‌ها.
    [live] برای نمایش پوشش زنده، نتیجه‌ها، آب‌وهوا و دیگر اطلاعات روز از ارائه‌دهندگان دیگر.
    [payments] برای نمایش فورمه‌های پرداخت و اعانهٔ ارائه‌دهندگان دیگر.
    [technical] برای بارگیری فونت‌ها، اسکریپت‌ها و بخش‌های دیگر صفحه از سرورهای ارائه‌دهندگان دیگر.
    [analytics] برای اندازه‌گیری چگونگی استفاده از صفحه‌ها.
    [advertising] برای نمایش اعلانات.
   *[unclassified] برای بارگیری محتوا از ارائه‌دهندگانی که این ویب‌سایت توصیفشان نکرده است.
}

## Notice

notice-title = { $category ->
    [social] پست از { $service }
    [video] ویدیو از { $service }
    [audio] صدا از { $service }
    [maps] نقشه از { $service }
    [charts] گراف یا سند از { $service }
    [forms] فورمه از { $service }
    [comments] نظرها یا گفتگو از { $service }
    [live] پوشش زنده از { $service }
    [payments] فورمهٔ پرداخت یا اعانه از { $service }
   *[other] محتوا از { $service }
}
notice-reason = محتوای بیرونی. بارگیری نشده است، زیرا { $service } ممکن است معلومات شخصی مانند آدرس آی‌پی شما را گردآوری کند.
notice-category = برای دیدن آن، می‌توانید فقط این محتوا یا همهٔ کتگوری «{ $category-name }» را مجاز کنید.
accept-once = نمایش این محتوا
accept-category = نمایش همیشگی: { $category-name }
refuse = رد کردن: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = بیشتر دربارهٔ { $service }
preferences = انتخاب‌های شما
preview-attribution = این نوشته بخشی از همین صفحه است. از { $service } بارگیری نشده است.
preview-link = باز کردن در { $host }
external-link = لینک بیرونی
loading = محتوا از { $service } در حال بارگیری است.
shown = محتوا از { $service } نمایش داده شده است.
refused = شما «{ $category-name }» را رد کرده‌اید. این محتوا بسته می‌ماند.
gpc-refused = مرورگر شما از ویب‌سایت‌ها می‌خواهد معلومات شما را نفروشند و با دیگران در میان نگذارند. این رد به شمار آمد.
withdraw = توقف نمایش: { $category-name }
close-once = بستن این محتوا
unavailable = این محتوا را نمی‌توان اینجا نمایش داد.

## Pages of the gate

back = بازگشت به صفحه
skip = رفتن به محتوا
preferences-title = انتخاب‌های شما دربارهٔ محتوای بیرونی
preferences-intro = اینجا دربارهٔ محتوای ارائه‌دهندگان دیگر تصمیم می‌گیرید. آنچه در زیر آمده فقط پس از آنکه بله بگویید بارگیری می‌شود. هر زمان می‌توانید نظرتان را تغییر دهید.
preferences-current = انتخاب کنونی
choice-accepted = پذیرفته شد
choice-refused = رد شد
choice-none = هنوز انتخابی نیست: چیزی بارگیری نمی‌شود
accept-all = پذیرفتن همه
refuse-all = رد کردن همه
save-choices = ذخیرهٔ این انتخاب‌ها
withdraw-all = پس گرفتن همهٔ انتخاب‌ها
choice-accept = پذیرفتن
choice-refuse = رد کردن
choice-ask = هر بار پرسیده شود
saved = انتخاب‌های شما ذخیره شد.
services-in-category = خدمات در «{ $category-name }»
gpc-notice = مرورگر شما نشانهٔ «Global Privacy Control» را می‌فرستد. این به معنای رد هر چیزی است که خودتان نپذیرفته‌اید.
withdraw-limits = پس از آنکه رضایت خود را پس بگیرید، محتوای مربوط دیگر بارگیری نمی‌شود. این ویب‌سایت نمی‌تواند کوکی‌هایی را پاک کند که ارائه‌دهندهٔ دیگری پیش‌تر در دومین خودش گذاشته است؛ می‌توانید آن‌ها را در تنظیمات مرورگر خود پاک کنید.
cookie-explained = انتخاب‌های شما در یک کوکی این ویب‌سایت به نام «{ $name }» به مدت { $days ->
    [one] { $days } روز
   *[other] { $days } روز
} نگه داشته می‌شود. این کوکی انتخاب‌های شما را در خود دارد و هیچ چیزی که شما را شناسایی کند در آن نیست.

service-title = دربارهٔ { $service }
service-recipient = گیرنده
service-country = کشور
service-category = کتگوری
service-purpose = هدف
service-data = معلومات
service-storage = ذخیره‌شده در وسیله شما
service-storage-item = { $name }: { $duration }
service-storage-unknown = اینجا اطلاعاتی در دسترس نیست: سیاست حریم خصوصی خود ارائه‌دهنده را ببینید.
service-storage-third = { $service } می‌تواند آن را بخواند.
service-storage-first = فقط این ویب‌سایت می‌تواند آن را بخواند.
service-retention = مدت نگهداری نزد گیرنده
service-safeguard = تضمین برای معلوماتی که به آنجا فرستاده می‌شود
service-controller = مسئول معلومات در آنجا
service-policy = سیاست حریم خصوصی { $service }
service-hosts = سرورهایی که پس از پذیرش شما با آن‌ها تماس گرفته می‌شود
service-reviewed = آخرین بازبینی: { $date }
service-withdraw = می‌توانید هر زمان رضایت خود را در «انتخاب‌های شما» پس بگیرید.
data-kind = { $kind ->
    [ip-address] آدرس آی‌پی شما
    [device] اطلاعاتی دربارهٔ وسیله و مرورگر شما
    [page-address] آدرس این ویب‌سایت
    [interactions] کارهایی که با محتوا می‌کنید
    [account] حساب شما در آنجا، اگر وارد شده باشید
    [location] موقعیت مکانی شما، اگر اجازه دهید
    [input] آنچه در آن می‌نویسید
    [payment] اطلاعات پرداخت، اگر آنجا پرداخت کنید
   *[identifiers] شناسه‌ها در کوکی‌ها یا حافظه‌های مشابه
}

view-title = محتوا از { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = رسیدهای شما
receipts-intro = هر انتخاب رسیدی بر جا می‌گذارد تا این ویب‌سایت بتواند ثابت کند چه انتخاب شده است. رسید، انتخاب، زمان آن و اینکه کدام متن‌ها نمایش داده شده‌اند را در خود دارد. نام شما، آدرس آی‌پی شما یا چیزی دربارهٔ وسیله شما در آن نیست و رسیدها به یکدیگر پیوند ندارند.
receipts-cookie = برای آنکه بتوانید رسیدهای خود را اینجا ببینید، مرورگر شما شماره‌های آن‌ها را در کوکی‌ای به نام «{ $name }» نگه می‌دارد که فقط به این صفحه‌ها فرستاده می‌شود.
receipts-none = رسیدی از این مرورگر وجود ندارد.
receipts-off = این ویب‌سایت رسیدی نگه نمی‌دارد.
receipts-kept = رسیدها پس از { $days ->
    [one] { $days } روز
   *[other] { $days } روز
} پاک می‌شوند.
receipts-download = دریافت رسیدهای من
receipts-erase = پاک کردن رسیدهای من
receipts-erase-explained = انتخاب‌های شما همچنان برقرار است. از رسید پاک‌شده نشانه‌ای بی‌محتوا می‌ماند تا همچنان بتوان کل فهرست را بررسی کرد.
receipts-erased = { $count ->
    [one] { $count } رسید پاک شد.
   *[other] { $count } رسید پاک شد.
}
receipts-unavailable = رسیدها اکنون خواندنی نیستند. انتخاب‌های شما همچنان برقرار است.
receipt-time = زمان
receipt-number = شماره
receipt-decision = انتخاب
receipt-scope = برای
receipt-origin = انجام‌شده با
receipt-texts = متن‌ها همان‌گونه که نمایش داده شدند
receipt-decision-name = { $decision ->
    [accept] پذیرفته شد
    [refuse] رد شد
   *[withdraw] پس گرفته شد
}
receipt-scope-once = یک محتوا از { $service }
receipt-scope-all = همهٔ آنچه آمده است
receipt-origin-name = { $origin ->
    [notice] دکمهٔ یک اطلاعیه
    [preferences] صفحهٔ انتخاب‌ها
    [tcf] پنجرهٔ رضایت این وب‌سایت
   *[gpc] نشانه‌ای از مرورگر شما
}

## Choices that end

choices-until = انتخاب‌های شما تا { $date } معتبر است؛ سپس دوباره از شما پرسیده می‌شود.
ask-again-changed = دوباره از شما پرسیده می‌شود، زیرا آنچه درباره‌اش انتخاب کرده بودید از آن زمان تغییر کرده است.
ask-again-expired = دوباره از شما پرسیده می‌شود، زیرا مدت انتخاب پیشین شما به پایان رسیده است.

## Preferences as a dialog

close = بستن

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] جنوری
    [2] فبروری
    [3] مارچ
    [4] اپریل
    [5] می
    [6] جون
    [7] جولای
    [8] اگست
    [9] سپتمبر
    [10] اکتوبر
    [11] نومبر
   *[12] دسمبر
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } دقیقه
       *[other] { $count } دقیقه
    }
    [hours] { $count ->
        [one] { $count } ساعت
       *[other] { $count } ساعت
    }
    [days] { $count ->
        [one] { $count } روز
       *[other] { $count } روز
    }
    [weeks] { $count ->
        [one] { $count } هفته
       *[other] { $count } هفته
    }
    [months] { $count ->
        [one] { $count } ماه
       *[other] { $count } ماه
    }
    [years] { $count ->
        [one] { $count } سال
       *[other] { $count } سال
    }
   *[session] تا زمان بسته شدن مرورگر
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] اندورا
    [AE] امارات متحدهٔ عربی
    [AL] البانیا
    [AR] ارجنتاین
    [AT] اتریش
    [AU] استرالیا
    [BA] بوسنیا و هرزه‌گوینا
    [BE] بلجیم
    [BG] بلغاریا
    [BR] برازیل
    [BY] بلاروس
    [CA] کانادا
    [CH] سویس
    [CL] چلی
    [CN] چین
    [CO] کولمبیا
    [CY] قبرس
    [CZ] چک
    [DE] آلمان
    [DK] دنمارک
    [EE] استونیا
    [EG] مصر
    [ES] هسپانیه
    [FI] فنلند
    [FR] فرانسه
    [GB] بریتانیا
    [GE] گرجستان
    [GR] یونان
    [HR] کروشیا
    [HU] مجارستان
    [IE] آیرلند
    [IL] اسرائیل
    [IN] هند
    [IS] آیسلند
    [IT] ایتالیا
    [JP] جاپان
    [KR] کوریای جنوبی
    [LI] لیختن‌اشتاین
    [LT] لتوانیا
    [LU] لوکزامبورگ
    [LV] لاتویا
    [MA] مراکش
    [MC] موناکو
    [MD] مولداوی
    [ME] مونته‌نگرو
    [MK] مقدونیهٔ شمالی
    [MT] مالتا
    [MX] مکسیکو
    [NL] هالند
    [NO] ناروی
    [NZ] زیلاند جدید
    [PL] پولند
    [PT] پرتگال
    [RO] رومانیا
    [RS] صربستان
    [RU] روسیه
    [SA] عربستان سعودی
    [SE] سویدن
    [SG] سینگاپور
    [SI] سلونیا
    [SK] سلواکیا
    [SM] سان‌مارینو
    [TN] تونس
    [TR] ترکیه
    [TW] تایوان
    [UA] اوکراین
    [US] ایالات متحده
    [ZA] افریقای جنوبی
   *[other] { $country }
}

## Errors shown to readers

error-title = این صفحه را نمی‌توان نمایش داد
error-upstream = ویب‌سایت اکنون پاسخ نمی‌دهد. لطفاً بعداً دوباره تلاش کنید.
error-request = این درخواست فهمیده نشد. چیزی تغییر نکرد.
error-too-many = شمار این انتخاب‌های جداگانه بیش از آن است که مرورگر بتواند نگه دارد. چیزی تغییر نکرد. لطفاً بر اساس دسته انتخاب کنید.
error-token = این لینک دیگر معتبر نیست. لطفاً به صفحه برگردید و دوباره تلاش کنید.
