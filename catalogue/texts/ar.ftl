### Texts a reader sees, in Arabic. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).
### No bidi control characters here: the code isolates variables. Wordings avoid gender.

-gate = Jalousie

## Language

language-name = العربية
language-direction = rtl
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] شبكات التواصل الاجتماعي
    [video] الفيديو
    [audio] الصوتيات
    [maps] الخرائط
    [charts] الرسوم البيانية والوثائق
    [forms] الاستمارات
    [comments] التعليقات والدردشة
    [live] التغطية المباشرة والنتائج
    [payments] المدفوعات والتبرعات
    [technical] الخدمات التقنية
    [analytics] قياس الجمهور
    [advertising] الإعلانات
   *[unclassified] محتوى غير مصنّف
}
category-purpose = { $category ->
    [social] عرض منشورات من شبكات التواصل الاجتماعي.
    [video] تشغيل مقاطع فيديو مستضافة لدى جهات أخرى.
    [audio] تشغيل مواد صوتية مستضافة لدى جهات أخرى.
    [maps] عرض خرائط تفاعلية.
    [charts] عرض رسوم بيانية ووثائق تفاعلية.
    [forms] عرض استمارات وحجوزات تديرها جهات أخرى.
    [comments] عرض التعليقات والرسائل وكتابتها.
    [live] عرض التغطية المباشرة والنتائج والطقس ومعلومات آنية أخرى من جهات أخرى.
    [payments] عرض استمارات الدفع والتبرع من جهات أخرى.
    [technical] تحميل خطوط وبرامج نصية وأجزاء أخرى من الصفحة من خوادم جهات أخرى.
    [analytics] قياس كيفية استخدام الصفحات.
    [advertising] عرض الإعلانات.
   *[unclassified] تحميل محتوى من جهات لم يقدّم هذا الموقع وصفًا لها.
}

## Notice

notice-title = { $category ->
    [social] منشور من { $service }
    [video] فيديو من { $service }
    [audio] مقطع صوتي من { $service }
    [maps] خريطة من { $service }
    [charts] رسم بياني أو وثيقة من { $service }
    [forms] استمارة من { $service }
    [comments] تعليقات أو دردشة عبر { $service }
    [live] تغطية مباشرة من { $service }
    [payments] استمارة دفع أو تبرع من { $service }
   *[other] محتوى من { $service }
}
notice-reason = محتوى خارجي. لم يُحمَّل لأن خدمة { $service } قد تجمع بيانات شخصية، مثل عنوان IP الخاص بك.
notice-category = لعرضه، يمكنك السماح بهذا المحتوى وحده أو بفئة «{ $category-name }» كلها.
accept-once = عرض هذا المحتوى
accept-category = العرض دائمًا: { $category-name }
refuse = الرفض: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = المزيد عن { $service }
preferences = خياراتك
preview-attribution = هذا النص جزء من هذه الصفحة. لم يُحمَّل من { $service }.
preview-link = فتح على { $host }
external-link = رابط خارجي
loading = جارٍ تحميل المحتوى من { $service }.
shown = المحتوى من { $service } معروض الآن.
refused = لقد رفضت «{ $category-name }». سيبقى هذا المحتوى مغلقًا.
gpc-refused = يطلب متصفحك من المواقع عدم بيع بياناتك أو مشاركتها. اعتُبر ذلك رفضًا.
withdraw = إيقاف العرض: { $category-name }
close-once = إغلاق هذا المحتوى
unavailable = لا يمكن عرض هذا المحتوى هنا.

## Pages of the gate

back = العودة إلى الصفحة
skip = الانتقال إلى المحتوى
preferences-title = خياراتك بشأن المحتوى الخارجي
preferences-intro = هنا يمكنك اتخاذ القرار بشأن المحتوى القادم من جهات أخرى. لا يُحمَّل ما هو مذكور أدناه إلا بعد موافقتك. يمكنك تغيير رأيك في أي وقت.
preferences-current = الخيار الحالي
choice-accepted = مقبول
choice-refused = مرفوض
choice-none = لا خيار حتى الآن: لا يُحمَّل أي شيء
accept-all = قبول الكل
refuse-all = رفض الكل
save-choices = حفظ هذه الخيارات
withdraw-all = سحب جميع الخيارات
choice-accept = قبول
choice-refuse = رفض
choice-ask = السؤال في كل مرة
saved = حُفظت خياراتك.
services-in-category = الخدمات ضمن فئة «{ $category-name }»
gpc-notice = يرسل متصفحك إشارة «Global Privacy Control». تُعدّ هذه الإشارة رفضًا لكل ما لم تقبله بنفسك.
withdraw-limits = بعد سحب موافقتك، لا يُحمَّل المحتوى المعني مجددًا. لا يستطيع هذا الموقع حذف ملفات تعريف الارتباط التي سبق أن وضعتها جهة أخرى على نطاقها؛ يمكنك حذفها من إعدادات متصفحك.
cookie-explained = تُحفظ خياراتك في ملف تعريف ارتباط واحد لهذا الموقع، اسمه «{ $name }»، لمدة { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}. يحتوي هذا الملف على خياراتك، ولا شيء فيه يكشف هويتك.

service-title = نبذة عن { $service }
service-recipient = الجهة المستلمة
service-country = البلد
service-category = الفئة
service-purpose = الغرض
service-data = البيانات
service-storage = ما يُخزَّن على جهازك
service-storage-item = { $name }: { $duration }
service-storage-unknown = لا تتوفر معلومات هنا: يُرجى الاطلاع على سياسة الخصوصية لدى مقدّم الخدمة.
service-storage-third = يمكن لخدمة { $service } قراءته.
service-storage-first = لا يمكن لغير هذا الموقع قراءته.
service-retention = مدة الاحتفاظ لدى الجهة المستلمة
service-safeguard = الضمانة المتعلقة بالبيانات المرسلة إلى هناك
service-controller = الجهة المسؤولة عن البيانات هناك
service-policy = سياسة الخصوصية لدى { $service }
service-hosts = الخوادم التي يجري الاتصال بها بعد موافقتك
service-reviewed = تاريخ آخر مراجعة: { $date }
service-withdraw = يمكنك سحب موافقتك في أي وقت ضمن «خياراتك».
data-kind = { $kind ->
    [ip-address] عنوان IP الخاص بك
    [device] معلومات عن جهازك ومتصفحك
    [page-address] عنوان هذا الموقع
    [interactions] ما تفعله بالمحتوى
    [account] حسابك لدى الخدمة، إذا سبق لك تسجيل الدخول إليها
    [location] موقعك الجغرافي، إذا سمحت بذلك
    [input] ما تكتبه فيه
    [payment] بيانات الدفع، إذا دفعت هناك
   *[identifiers] معرّفات في ملفات تعريف الارتباط أو وسائل تخزين مشابهة
}

view-title = محتوى من { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = إيصالاتك
receipts-intro = يترك كل خيار إيصالًا، لكي يتمكن هذا الموقع من إثبات ما اختير. يحتوي الإيصال على الخيار ووقته والنصوص التي عُرضت. ولا يحتوي على اسمك أو عنوان IP الخاص بك أو أي شيء عن جهازك، والإيصالات غير مرتبطة بعضها ببعض.
receipts-cookie = لكي تتمكن من رؤية إيصالاتك هنا، يحتفظ متصفحك بأرقامها في ملف تعريف ارتباط اسمه «{ $name }»، ولا يُرسَل إلا إلى هذه الصفحات.
receipts-none = لا توجد إيصالات لهذا المتصفح.
receipts-off = لا يحتفظ هذا الموقع بإيصالات.
receipts-kept = تُحذف الإيصالات بعد { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
receipts-download = تنزيل إيصالاتي
receipts-erase = محو إيصالاتي
receipts-erase-explained = تبقى خياراتك سارية. ما يتبقى من الإيصال الممحو هو علامة بلا محتوى، لكي يظل التحقق من السجل كله ممكنًا.
receipts-erased = { $count ->
    [zero] لم يُمحَ أي إيصال.
    [one] مُحي إيصال واحد.
    [two] مُحي إيصالان.
    [few] مُحيت { $count } إيصالات.
    [many] مُحي { $count } إيصالًا.
   *[other] مُحي { $count } إيصال.
}
receipts-unavailable = لا يمكن قراءة الإيصالات حاليًا. تبقى خياراتك سارية.
receipt-time = الوقت
receipt-number = الرقم
receipt-decision = الخيار
receipt-scope = النطاق
receipt-origin = وسيلة الاختيار
receipt-texts = النصوص كما عُرضت
receipt-decision-name = { $decision ->
    [accept] قبول
    [refuse] رفض
   *[withdraw] سحب
}
receipt-scope-once = محتوى واحد من { $service }
receipt-scope-all = كل ما هو مذكور
receipt-origin-name = { $origin ->
    [notice] زر في إشعار
    [preferences] صفحة الخيارات
    [tcf] نافذة الموافقة الخاصة بهذا الموقع
   *[gpc] إشارة من متصفحك
}

## Choices that end

choices-until = خياراتك سارية حتى { $date }، ثم يُطلب منك الاختيار مجددًا.
ask-again-changed = يُطلب منك الاختيار مجددًا، لأن ما يخصه خيارك تغيّر منذ ذلك الحين.
ask-again-expired = يُطلب منك الاختيار مجددًا، لأن مدة خيارك السابق انتهت.

## Preferences as a dialog

close = إغلاق

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
    [hours] { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
    [days] { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
    [weeks] { $count ->
        [zero] { $count } أسبوع
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $count } أسابيع
        [many] { $count } أسبوعًا
       *[other] { $count } أسبوع
    }
    [months] { $count ->
        [zero] { $count } شهر
        [one] شهر واحد
        [two] شهران
        [few] { $count } أشهر
        [many] { $count } شهرًا
       *[other] { $count } شهر
    }
    [years] { $count ->
        [zero] { $count } سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }
   *[session] حتى إغلاق المتصفح
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] أندورا
    [AE] الإمارات العربية المتحدة
    [AL] ألبانيا
    [AR] الأرجنتين
    [AT] النمسا
    [AU] أستراليا
    [BA] البوسنة والهرسك
    [BE] بلجيكا
    [BG] بلغاريا
    [BR] البرازيل
    [BY] بيلاروس
    [CA] كندا
    [CH] سويسرا
    [CL] تشيلي
    [CN] الصين
    [CO] كولومبيا
    [CY] قبرص
    [CZ] التشيك
    [DE] ألمانيا
    [DK] الدانمرك
    [EE] إستونيا
    [EG] مصر
    [ES] إسبانيا
    [FI] فنلندا
    [FR] فرنسا
    [GB] المملكة المتحدة
    [GE] جورجيا
    [GR] اليونان
    [HR] كرواتيا
    [HU] هنغاريا
    [IE] أيرلندا
    [IL] إسرائيل
    [IN] الهند
    [IS] آيسلندا
    [IT] إيطاليا
    [JP] اليابان
    [KR] كوريا الجنوبية
    [LI] ليختنشتاين
    [LT] ليتوانيا
    [LU] لوكسمبورغ
    [LV] لاتفيا
    [MA] المغرب
    [MC] موناكو
    [MD] مولدوفا
    [ME] الجبل الأسود
    [MK] مقدونيا الشمالية
    [MT] مالطا
    [MX] المكسيك
    [NL] هولندا
    [NO] النرويج
    [NZ] نيوزيلندا
    [PL] بولندا
    [PT] البرتغال
    [RO] رومانيا
    [RS] صربيا
    [RU] روسيا
    [SA] المملكة العربية السعودية
    [SE] السويد
    [SG] سنغافورة
    [SI] سلوفينيا
    [SK] سلوفاكيا
    [SM] سان مارينو
    [TN] تونس
    [TR] تركيا
    [TW] تايوان
    [UA] أوكرانيا
    [US] الولايات المتحدة
    [ZA] جنوب أفريقيا
   *[other] { $country }
}

## Errors shown to readers

error-title = لا يمكن عرض هذه الصفحة
error-upstream = الموقع لا يستجيب حاليًا. يُرجى المحاولة مرة أخرى لاحقًا.
error-request = لم يُفهم هذا الطلب. لم يتغيّر أي شيء.
error-too-many = عدد هذه الخيارات المنفصلة أكبر مما يمكن للمتصفح حفظه. لم يتغير شيء. يُرجى الاختيار حسب الفئة بدلًا من ذلك.
error-token = لم يعد هذا الرابط صالحًا. يُرجى العودة إلى الصفحة والمحاولة مرة أخرى.
