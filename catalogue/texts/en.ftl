### Texts a reader sees. Plain words; nothing that the gate does not do.
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = English
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Social networks
    [video] Video
    [audio] Audio
    [maps] Maps
    [charts] Charts and documents
    [forms] Forms
    [comments] Comments and chat
    [live] Live coverage and results
    [payments] Payments and donations
    [technical] Technical services
    [analytics] Audience measurement
    [advertising] Advertising
   *[unclassified] Unclassified content
}
category-purpose = { $category ->
    [social] To show posts published on social networks.
    [video] To play videos hosted by other providers.
    [audio] To play sound hosted by other providers.
    [maps] To show interactive maps.
    [charts] To show interactive charts and documents.
    [forms] To show forms and bookings run by other providers.
    [comments] To show and write comments and messages.
    [live] To show live blogs, scores, weather and other current information from other providers.
    [payments] To show payment and donation forms of other providers.
    [technical] To load fonts, scripts and other parts of a page from other providers’ servers.
    [analytics] To measure how pages are used.
    [advertising] To show advertising.
   *[unclassified] To load content from providers that this site has not described.
}

## Notice

notice-title = { $category ->
    [social] Post from { $service }
    [video] Video from { $service }
    [audio] Audio from { $service }
    [maps] Map from { $service }
    [charts] Chart or document from { $service }
    [forms] Form from { $service }
    [comments] Comments or chat from { $service }
    [live] Live coverage from { $service }
    [payments] Payment or donation form from { $service }
   *[other] Content from { $service }
}
notice-reason = External content. It has not been loaded, because { $service } may collect personal data such as your IP address.
notice-category = To see it, allow this content alone or the whole category “{ $category-name }”.
accept-once = Show this content
accept-category = Always show: { $category-name }
refuse = Refuse: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = More about { $service }
preferences = Your choices
preview-attribution = These words are part of this page. They were not loaded from { $service }.
preview-link = Open on { $host }
external-link = external link
loading = Loading the content from { $service }.
shown = The content from { $service } is shown.
refused = You refused “{ $category-name }”. This content stays closed.
gpc-refused = Your browser asks sites not to sell or share your data. This was taken as a refusal.
withdraw = Stop showing: { $category-name }
close-once = Close this content
unavailable = This content cannot be shown here.

## Pages of the gate

back = Back to the page
skip = Skip to the content
preferences-title = Your choices about external content
preferences-intro = Here you decide about content from other providers. What is listed below is loaded only after you say yes. You can change your mind at any time.
preferences-current = Current choice
choice-accepted = Accepted
choice-refused = Refused
choice-none = No choice yet: nothing is loaded
accept-all = Accept all
refuse-all = Refuse all
save-choices = Save these choices
withdraw-all = Withdraw all choices
choice-accept = Accept
choice-refuse = Refuse
choice-ask = Ask me each time
saved = Your choices have been saved.
services-in-category = Services in “{ $category-name }”
gpc-notice = Your browser sends “Global Privacy Control”. This is taken as a refusal of everything that you have not accepted yourself.
withdraw-limits = After you withdraw your consent, the content concerned is no longer loaded. This site cannot delete cookies that another provider has already set on its own domain; you can delete them in your browser’s settings.
cookie-explained = Your choices are kept in one cookie of this site, named “{ $name }”, for { $days ->
    [one] one day
   *[other] { $days } days
}. It holds your choices, and nothing that identifies you.

service-title = About { $service }
service-recipient = Recipient
service-country = Country
service-category = Category
service-purpose = Purpose
service-data = Data
service-storage = Stored on your device
service-storage-item = { $name }: { $duration }
service-storage-unknown = No information available here: please see the provider’s own privacy policy.
service-storage-third = It can be read by { $service }.
service-storage-first = It can be read by this site only.
service-retention = Kept by the recipient for
service-safeguard = Safeguard for data sent there
service-controller = Responsible for the data there
service-policy = Privacy policy of { $service }
service-hosts = Servers contacted after you accept
service-reviewed = Last reviewed on { $date }
service-withdraw = You can withdraw your consent at any time under “Your choices”.
data-kind = { $kind ->
    [ip-address] your IP address
    [device] facts about your device and browser
    [page-address] the address of this site
    [interactions] what you do with the content
    [account] your account there, if you are signed in
    [location] your location, if you allow it
    [input] what you type into it
    [payment] payment details, if you pay there
   *[identifiers] identifiers in cookies or similar storage
}

view-title = Content from { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Your receipts
receipts-intro = Each choice leaves a receipt, so that this site can prove what was chosen. A receipt holds the choice, its time, and which texts were shown. It does not hold your name, your IP address or anything about your device, and receipts are not linked to each other.
receipts-cookie = So that you can see your own receipts here, your browser keeps their numbers in a cookie named “{ $name }”, which is sent only to these pages.
receipts-none = There are no receipts of this browser.
receipts-off = This site keeps no receipts.
receipts-kept = Receipts are deleted after { $days ->
    [one] one day
   *[other] { $days } days
}.
receipts-download = Download my receipts
receipts-erase = Erase my receipts
receipts-erase-explained = Your choices stay in force. What remains of an erased receipt is a mark without content, so that the record as a whole can still be checked.
receipts-erased = { $count ->
    [one] One receipt has been erased.
   *[other] { $count } receipts have been erased.
}
receipts-unavailable = The receipts cannot be read at the moment. Your choices stay in force.
receipt-time = Time
receipt-number = Number
receipt-decision = Choice
receipt-scope = For
receipt-origin = Made with
receipt-texts = Texts as they were shown
receipt-decision-name = { $decision ->
    [accept] Accepted
    [refuse] Refused
   *[withdraw] Withdrawn
}
receipt-scope-once = one content from { $service }
receipt-scope-all = everything listed
receipt-origin-name = { $origin ->
    [notice] a button of a notice
    [preferences] the page of choices
    [tcf] this site’s own consent window
   *[gpc] a signal of your browser
}

## Choices that end

choices-until = Your choices are valid until { $date }; then you are asked again.
ask-again-changed = You are asked again, because what you had chosen about has changed since.
ask-again-expired = You are asked again, because your earlier choice has expired.

## Preferences as a dialog

close = Close

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
    [hours] { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
    [days] { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
    [weeks] { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
    [months] { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
    [years] { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
   *[session] until the browser is closed
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] United Arab Emirates
    [AL] Albania
    [AR] Argentina
    [AT] Austria
    [AU] Australia
    [BA] Bosnia and Herzegovina
    [BE] Belgium
    [BG] Bulgaria
    [BR] Brazil
    [BY] Belarus
    [CA] Canada
    [CH] Switzerland
    [CL] Chile
    [CN] China
    [CO] Colombia
    [CY] Cyprus
    [CZ] Czechia
    [DE] Germany
    [DK] Denmark
    [EE] Estonia
    [EG] Egypt
    [ES] Spain
    [FI] Finland
    [FR] France
    [GB] United Kingdom
    [GE] Georgia
    [GR] Greece
    [HR] Croatia
    [HU] Hungary
    [IE] Ireland
    [IL] Israel
    [IN] India
    [IS] Iceland
    [IT] Italy
    [JP] Japan
    [KR] South Korea
    [LI] Liechtenstein
    [LT] Lithuania
    [LU] Luxembourg
    [LV] Latvia
    [MA] Morocco
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MK] North Macedonia
    [MT] Malta
    [MX] Mexico
    [NL] Netherlands
    [NO] Norway
    [NZ] New Zealand
    [PL] Poland
    [PT] Portugal
    [RO] Romania
    [RS] Serbia
    [RU] Russia
    [SA] Saudi Arabia
    [SE] Sweden
    [SG] Singapore
    [SI] Slovenia
    [SK] Slovakia
    [SM] San Marino
    [TN] Tunisia
    [TR] Türkiye
    [TW] Taiwan
    [UA] Ukraine
    [US] United States
    [ZA] South Africa
   *[other] { $country }
}

## Errors shown to readers

error-title = This page cannot be shown
error-upstream = The site is not responding at the moment. Please try again later.
error-request = This request was not understood. Nothing was changed.
error-too-many = These are more separate choices than a browser can keep. Nothing was changed. Please choose by category instead.
error-token = This link is no longer valid. Please go back to the page and try again.
