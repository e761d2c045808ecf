### Texts a reader sees, in Turkish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Türkçe
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Sosyal ağlar
    [video] Video
    [audio] Ses
    [maps] Haritalar
    [charts] Grafikler ve belgeler
    [forms] Formlar
    [comments] Yorumlar ve sohbet
    [live] Canlı anlatımlar ve sonuçlar
    [payments] Ödemeler ve bağışlar
    [technical] Teknik hizmetler
    [analytics] Ziyaretçi ölçümü
    [advertising] Reklam
   *[unclassified] Sınıflandırılmamış içerik
}
category-purpose = { $category ->
    [social] Sosyal ağlarda yayımlanan gönderileri göstermek.
    [video] Başka sağlayıcılarda barındırılan videoları oynatmak.
    [audio] Başka sağlayıcılarda barındırılan sesleri çalmak.
    [maps] Etkileşimli haritaları göstermek.
    [charts] Etkileşimli grafikleri ve belgeleri göstermek.
    [forms] Başka sağlayıcıların formlarını ve rezervasyonlarını göstermek.
    [comments] Yorumları ve iletileri göstermek ve yazmak.
    [live] Başka sağlayıcıların canlı anlatımlarını, skorlarını, hava durumunu ve diğer güncel bilgilerini göstermek.
    [payments] Başka sağlayıcıların ödeme ve bağış formlarını göstermek.
    [technical] Yazı tiplerini, betikleri ve sayfanın diğer parçalarını başka sağlayıcıların sunucularından yüklemek.
    [analytics] Sayfaların nasıl kullanıldığını ölçmek.
    [advertising] Reklam göstermek.
   *[unclassified] Bu sitenin tanımlamadığı sağlayıcılardan içerik yüklemek.
}

## Notice

notice-title = { $category ->
    [social] Gönderi: { $service }
    [video] Video: { $service }
    [audio] Ses: { $service }
    [maps] Harita: { $service }
    [charts] Grafik veya belge: { $service }
    [forms] Form: { $service }
    [comments] Yorum veya sohbet: { $service }
    [live] Canlı anlatım: { $service }
    [payments] Ödeme veya bağış formu: { $service }
   *[other] İçerik: { $service }
}
notice-reason = Dış içerik. { $service }, IP adresiniz gibi kişisel veriler toplayabileceği için yüklenmedi.
notice-category = Görmek için yalnızca bu içeriğe veya “{ $category-name }” kategorisinin tamamına izin verin.
accept-once = Bu içeriği göster
accept-category = Her zaman göster: { $category-name }
refuse = Reddet: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Daha fazla bilgi: { $service }
preferences = Seçimleriniz
preview-attribution = Bu sözler bu sayfanın parçasıdır. Şu hizmetten yüklenmemiştir: { $service }.
preview-link = Şurada aç: { $host }
external-link = dış bağlantı
loading = İçerik yükleniyor: { $service }.
shown = İçerik gösteriliyor: { $service }.
refused = “{ $category-name }” kategorisini reddettiniz. Bu içerik kapalı kalacak.
gpc-refused = Tarayıcınız sitelerden verilerinizi satmamasını ve paylaşmamasını istiyor. Bu, ret olarak kabul edildi.
withdraw = Artık gösterme: { $category-name }
close-once = Bu içeriği kapat
unavailable = Bu içerik burada gösterilemiyor.

## Pages of the gate

back = Sayfaya dön
skip = İçeriğe geç
preferences-title = Dış içerikle ilgili seçimleriniz
preferences-intro = Diğer sağlayıcıların içeriğine burada siz karar verirsiniz. Aşağıda sıralananlar yalnızca siz evet dedikten sonra yüklenir. Fikrinizi istediğiniz zaman değiştirebilirsiniz.
preferences-current = Şu anki seçim
choice-accepted = Kabul edildi
choice-refused = Reddedildi
choice-none = Henüz seçim yok: hiçbir şey yüklenmiyor
accept-all = Tümünü kabul et
refuse-all = Tümünü reddet
save-choices = Bu seçimleri kaydet
withdraw-all = Tüm seçimleri geri çek
choice-accept = Kabul et
choice-refuse = Reddet
choice-ask = Her seferinde sor
saved = Seçimleriniz kaydedildi.
services-in-category = “{ $category-name }” kategorisindeki hizmetler
gpc-notice = Tarayıcınız “Global Privacy Control” sinyalini gönderiyor. Bu, kendinizin kabul etmediği her şeyin reddi sayılır.
withdraw-limits = Onayınızı geri çektikten sonra ilgili içerik artık yüklenmez. Bu site, başka bir sağlayıcının kendi alan adında daha önce yerleştirdiği çerezleri silemez; bunları tarayıcınızın ayarlarından silebilirsiniz.
cookie-explained = Seçimleriniz bu sitenin “{ $name }” adlı tek bir çerezinde { $days ->
    [one] { $days } gün
   *[other] { $days } gün
} saklanır. Bu çerez seçimlerinizi içerir; sizi tanımlayan hiçbir şey içermez.

service-title = Hakkında: { $service }
service-recipient = Alıcı
service-country = Ülke
service-category = Kategori
service-purpose = Amaç
service-data = Veriler
service-storage = Cihazınızda saklananlar
service-storage-item = { $name }: { $duration }
service-storage-unknown = Burada bilgi yok: sağlayıcının kendi gizlilik politikasına bakın.
service-storage-third = Okuyabilen: { $service }.
service-storage-first = Yalnızca bu site okuyabilir.
service-retention = Alıcıda saklanma süresi
service-safeguard = Oraya gönderilen veriler için güvence
service-controller = Oradaki verilerin sorumlusu
service-policy = Gizlilik politikası: { $service }
service-hosts = Kabul etmenizden sonra bağlanılan sunucular
service-reviewed = Son inceleme: { $date }
service-withdraw = Onayınızı istediğiniz zaman “Seçimleriniz” bölümünden geri çekebilirsiniz.
data-kind = { $kind ->
    [ip-address] IP adresiniz
    [device] cihazınız ve tarayıcınız hakkında bilgiler
    [page-address] bu sitenin adresi
    [interactions] içerikle ne yaptığınız
    [account] oturum açtıysanız oradaki hesabınız
    [location] izin verirseniz konumunuz
    [input] içine yazdıklarınız
    [payment] orada ödeme yaparsanız ödeme bilgileri
   *[identifiers] çerezlerdeki veya benzer depolamadaki tanımlayıcılar
}

view-title = İçerik: { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Alındılarınız
receipts-intro = Her seçim bir alındı bırakır; böylece bu site neyin seçildiğini kanıtlayabilir. Alındı, seçimi, zamanını ve hangi metinlerin gösterildiğini içerir. Adınızı, IP adresinizi veya cihazınızla ilgili herhangi bir şeyi içermez ve alındılar birbirine bağlı değildir.
receipts-cookie = Kendi alındılarınızı burada görebilmeniz için tarayıcınız numaralarını “{ $name }” adlı bir çerezde tutar; bu çerez yalnızca bu sayfalara gönderilir.
receipts-none = Bu tarayıcıya ait alındı yok.
receipts-off = Bu site alındı tutmuyor.
receipts-kept = Alındılar { $days ->
    [one] { $days } gün
   *[other] { $days } gün
} sonra silinir.
receipts-download = Alındılarımı indir
receipts-erase = Alındılarımı sil
receipts-erase-explained = Seçimleriniz geçerliliğini korur. Silinen bir alındıdan geriye içeriği olmayan bir işaret kalır; böylece kaydın bütünü hâlâ denetlenebilir.
receipts-erased = { $count ->
    [one] { $count } alındı silindi.
   *[other] { $count } alındı silindi.
}
receipts-unavailable = Alındılar şu anda okunamıyor. Seçimleriniz geçerliliğini korur.
receipt-time = Zaman
receipt-number = Numara
receipt-decision = Seçim
receipt-scope = Kapsam
receipt-origin = Şununla yapıldı
receipt-texts = Gösterildikleri hâliyle metinler
receipt-decision-name = { $decision ->
    [accept] Kabul edildi
    [refuse] Reddedildi
   *[withdraw] Geri çekildi
}
receipt-scope-once = tek bir içerik: { $service }
receipt-scope-all = sıralananların tümü
receipt-origin-name = { $origin ->
    [notice] bir bildirimin düğmesi
    [preferences] seçimler sayfası
    [tcf] bu sitenin kendi onay penceresi
   *[gpc] tarayıcınızın bir sinyali
}

## Choices that end

choices-until = Seçimlerinizin geçerlilik sonu: { $date }. Sonra size yeniden sorulur.
ask-again-changed = Size yeniden soruluyor, çünkü seçiminizin konusu o zamandan beri değişti.
ask-again-expired = Size yeniden soruluyor, çünkü önceki seçiminizin süresi doldu.

## Preferences as a dialog

close = Kapat

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } dakika
       *[other] { $count } dakika
    }
    [hours] { $count ->
        [one] { $count } saat
       *[other] { $count } saat
    }
    [days] { $count ->
        [one] { $count } gün
       *[other] { $count } gün
    }
    [weeks] { $count ->
        [one] { $count } hafta
       *[other] { $count } hafta
    }
    [months] { $count ->
        [one] { $count } ay
       *[other] { $count } ay
    }
    [years] { $count ->
        [one] { $count } yıl
       *[other] { $count } yıl
    }
   *[session] tarayıcı kapatılana kadar
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Birleşik Arap Emirlikleri
    [AL] Arnavutluk
    [AR] Arjantin
    [AT] Avusturya
    [AU] Avustralya
    [BA] Bosna-Hersek
    [BE] Belçika
    [BG] Bulgaristan
    [BR] Brezilya
    [BY] Belarus
    [CA] Kanada
    [CH] İsviçre
    [CL] Şili
    [CN] Çin
    [CO] Kolombiya
    [CY] Kıbrıs
    [CZ] Çekya
    [DE] Almanya
    [DK] Danimarka
    [EE] Estonya
    [EG] Mısır
    [ES] İspanya
    [FI] Finlandiya
    [FR] Fransa
    [GB] Birleşik Krallık
    [GE] Gürcistan
    [GR] Yunanistan
    [HR] Hırvatistan
    [HU] Macaristan
    [IE] İrlanda
    [IL] İsrail
    [IN] Hindistan
    [IS] İzlanda
    [IT] İtalya
    [JP] Japonya
    [KR] Güney Kore
    [LI] Liechtenstein
    [LT] Litvanya
    [LU] Lüksemburg
    [LV] Letonya
    [MA] Fas
    [MC] Monako
    [MD] Moldova
    [ME] Karadağ
    [MK] Kuzey Makedonya
    [MT] Malta
    [MX] Meksika
    [NL] Hollanda
    [NO] Norveç
    [NZ] Yeni Zelanda
    [PL] Polonya
    [PT] Portekiz
    [RO] Romanya
    [RS] Sırbistan
    [RU] Rusya
    [SA] Suudi Arabistan
    [SE] İsveç
    [SG] Singapur
    [SI] Slovenya
    [SK] Slovakya
    [SM] San Marino
    [TN] Tunus
    [TR] Türkiye
    [TW] Tayvan
    [UA] Ukrayna
    [US] Amerika Birleşik Devletleri
    [ZA] Güney Afrika
   *[other] { $country }
}

## Errors shown to readers

error-title = Bu sayfa gösterilemiyor
error-upstream = Site şu anda yanıt vermiyor. Lütfen daha sonra yeniden deneyin.
error-request = Bu istek anlaşılamadı. Hiçbir şey değiştirilmedi.
error-too-many = Bu ayrı seçimler, bir tarayıcının saklayabileceğinden fazla. Hiçbir şey değiştirilmedi. Lütfen bunun yerine kategoriye göre seçin.
error-token = Bu bağlantı artık geçerli değil. Lütfen sayfaya dönüp yeniden deneyin.
