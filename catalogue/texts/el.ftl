### Texts a reader sees, in Greek. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Ελληνικά
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Κοινωνικά δίκτυα
    [video] Βίντεο
    [audio] Ήχος
    [maps] Χάρτες
    [charts] Γραφήματα και έγγραφα
    [forms] Φόρμες
    [comments] Σχόλια και συνομιλία
    [live] Ζωντανή κάλυψη και αποτελέσματα
    [payments] Πληρωμές και δωρεές
    [technical] Τεχνικές υπηρεσίες
    [analytics] Μέτρηση επισκεψιμότητας
    [advertising] Διαφημίσεις
   *[unclassified] Μη ταξινομημένο περιεχόμενο
}
category-purpose = { $category ->
    [social] Για την εμφάνιση αναρτήσεων από κοινωνικά δίκτυα.
    [video] Για την αναπαραγωγή βίντεο που φιλοξενούνται από άλλους παρόχους.
    [audio] Για την αναπαραγωγή ήχου που φιλοξενείται από άλλους παρόχους.
    [maps] Για την εμφάνιση διαδραστικών χαρτών.
    [charts] Για την εμφάνιση διαδραστικών γραφημάτων και εγγράφων.
    [forms] Για την εμφάνιση φορμών και κρατήσεων άλλων παρόχων.
    [comments] Για την εμφάνιση και τη σύνταξη σχολίων και μηνυμάτων.
    [live] Για την εμφάνιση ζωντανής κάλυψης, αποτελεσμάτων, καιρού και άλλων τρεχουσών πληροφοριών από άλλους παρόχους.
    [payments] Για την εμφάνιση φορμών πληρωμής και δωρεάς άλλων παρόχων.
    [technical] Για τη φόρτωση γραμματοσειρών, σεναρίων και άλλων τμημάτων μιας σελίδας από διακομιστές άλλων παρόχων.
    [analytics] Για τη μέτρηση της χρήσης των σελίδων.
    [advertising] Για την εμφάνιση διαφημίσεων.
   *[unclassified] Για τη φόρτωση περιεχομένου από παρόχους που αυτός ο ιστότοπος δεν έχει περιγράψει.
}

## Notice

notice-title = { $category ->
    [social] Ανάρτηση από { $service }
    [video] Βίντεο από { $service }
    [audio] Ήχος από { $service }
    [maps] Χάρτης από { $service }
    [charts] Γράφημα ή έγγραφο από { $service }
    [forms] Φόρμα από { $service }
    [comments] Σχόλια ή συνομιλία από { $service }
    [live] Ζωντανή κάλυψη από { $service }
    [payments] Φόρμα πληρωμής ή δωρεάς από { $service }
   *[other] Περιεχόμενο από { $service }
}
notice-reason = Εξωτερικό περιεχόμενο. Δεν έχει φορτωθεί, επειδή η υπηρεσία { $service } ενδέχεται να συλλέξει προσωπικά δεδομένα, όπως τη διεύθυνση IP σας.
notice-category = Για να το δείτε, επιτρέψτε μόνο αυτό το περιεχόμενο ή ολόκληρη την κατηγορία «{ $category-name }».
accept-once = Εμφάνιση περιεχομένου
accept-category = Εμφάνιση πάντα: { $category-name }
refuse = Απόρριψη: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Περισσότερα: { $service }
preferences = Οι επιλογές σας
preview-attribution = Αυτό το κείμενο είναι μέρος αυτής της σελίδας. Δεν φορτώθηκε από { $service }.
preview-link = Άνοιγμα στο { $host }
external-link = εξωτερικός σύνδεσμος
loading = Φορτώνεται το περιεχόμενο από { $service }.
shown = Εμφανίζεται το περιεχόμενο από { $service }.
refused = Απορρίψατε την κατηγορία «{ $category-name }». Αυτό το περιεχόμενο παραμένει κλειστό.
gpc-refused = Το πρόγραμμα περιήγησής σας ζητά από τους ιστότοπους να μην πωλούν ούτε να κοινοποιούν τα δεδομένα σας. Αυτό θεωρήθηκε απόρριψη.
withdraw = Διακοπή εμφάνισης: { $category-name }
close-once = Κλείσιμο περιεχομένου
unavailable = Αυτό το περιεχόμενο δεν μπορεί να εμφανιστεί εδώ.

## Pages of the gate

back = Επιστροφή στη σελίδα
skip = Μετάβαση στο περιεχόμενο
preferences-title = Οι επιλογές σας για το εξωτερικό περιεχόμενο
preferences-intro = Εδώ αποφασίζετε για περιεχόμενο από άλλους παρόχους. Ό,τι αναφέρεται παρακάτω φορτώνεται μόνο αφού πείτε ναι. Μπορείτε να αλλάξετε γνώμη οποτεδήποτε.
preferences-current = Τρέχουσα επιλογή
choice-accepted = Αποδεκτό
choice-refused = Απορρίφθηκε
choice-none = Καμία επιλογή ακόμη: δεν φορτώνεται τίποτα
accept-all = Αποδοχή όλων
refuse-all = Απόρριψη όλων
save-choices = Αποθήκευση επιλογών
withdraw-all = Ανάκληση όλων των επιλογών
choice-accept = Αποδοχή
choice-refuse = Απόρριψη
choice-ask = Ερώτηση κάθε φορά
saved = Οι επιλογές σας αποθηκεύτηκαν.
services-in-category = Υπηρεσίες στην κατηγορία «{ $category-name }»
gpc-notice = Το πρόγραμμα περιήγησής σας στέλνει το σήμα «Global Privacy Control». Αυτό θεωρείται απόρριψη όλων όσα δεν έχετε αποδεχτεί εσείς.
withdraw-limits = Αφού ανακαλέσετε τη συγκατάθεσή σας, το σχετικό περιεχόμενο δεν φορτώνεται πλέον. Αυτός ο ιστότοπος δεν μπορεί να διαγράψει cookies που άλλος πάροχος έχει ήδη τοποθετήσει στον δικό του τομέα· μπορείτε να τα διαγράψετε στις ρυθμίσεις του προγράμματος περιήγησής σας.
cookie-explained = Οι επιλογές σας διατηρούνται σε ένα μόνο cookie αυτού του ιστότοπου, με το όνομα «{ $name }», για { $days ->
    [one] { $days } ημέρα
   *[other] { $days } ημέρες
}. Περιέχει τις επιλογές σας και τίποτα που να σας ταυτοποιεί.

service-title = Σχετικά: { $service }
service-recipient = Αποδέκτης
service-country = Χώρα
service-category = Κατηγορία
service-purpose = Σκοπός
service-data = Δεδομένα
service-storage = Αποθήκευση στη συσκευή σας
service-storage-item = { $name }: { $duration }
service-storage-unknown = Δεν υπάρχουν διαθέσιμες πληροφορίες εδώ: δείτε την πολιτική απορρήτου του παρόχου.
service-storage-third = Μπορεί να διαβαστεί από: { $service }.
service-storage-first = Μπορεί να διαβαστεί μόνο από αυτόν τον ιστότοπο.
service-retention = Διάρκεια διατήρησης από τον αποδέκτη
service-safeguard = Εγγύηση για τα δεδομένα που στέλνονται εκεί
service-controller = Υπεύθυνος για τα δεδομένα εκεί
service-policy = Πολιτική απορρήτου: { $service }
service-hosts = Διακομιστές με τους οποίους γίνεται σύνδεση αφού αποδεχτείτε
service-reviewed = Τελευταίος έλεγχος: { $date }
service-withdraw = Μπορείτε να ανακαλέσετε τη συγκατάθεσή σας οποτεδήποτε στην ενότητα «Οι επιλογές σας».
data-kind = { $kind ->
    [ip-address] τη διεύθυνση IP σας
    [device] στοιχεία για τη συσκευή και το πρόγραμμα περιήγησής σας
    [page-address] τη διεύθυνση αυτού του ιστότοπου
    [interactions] τι κάνετε με το περιεχόμενο
    [account] τον λογαριασμό σας εκεί, αν είστε συνδεδεμένοι
    [location] την τοποθεσία σας, αν το επιτρέψετε
    [input] ό,τι πληκτρολογείτε σε αυτό
    [payment] στοιχεία πληρωμής, αν πληρώσετε εκεί
   *[identifiers] αναγνωριστικά σε cookies ή παρόμοια αποθήκευση
}

view-title = Περιεχόμενο από { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Οι αποδείξεις σας
receipts-intro = Κάθε επιλογή αφήνει μια απόδειξη, ώστε αυτός ο ιστότοπος να μπορεί να αποδείξει τι επιλέχθηκε. Η απόδειξη περιέχει την επιλογή, την ώρα της και ποια κείμενα εμφανίστηκαν. Δεν περιέχει το όνομά σας, τη διεύθυνση IP σας ή οτιδήποτε για τη συσκευή σας, και οι αποδείξεις δεν συνδέονται μεταξύ τους.
receipts-cookie = Για να μπορείτε να δείτε εδώ τις δικές σας αποδείξεις, το πρόγραμμα περιήγησής σας κρατά τους αριθμούς τους σε ένα cookie με το όνομα «{ $name }», το οποίο στέλνεται μόνο σε αυτές τις σελίδες.
receipts-none = Δεν υπάρχουν αποδείξεις από αυτό το πρόγραμμα περιήγησης.
receipts-off = Αυτός ο ιστότοπος δεν κρατά αποδείξεις.
receipts-kept = Οι αποδείξεις διαγράφονται μετά από { $days ->
    [one] { $days } ημέρα
   *[other] { $days } ημέρες
}.
receipts-download = Λήψη των αποδείξεών μου
receipts-erase = Διαγραφή των αποδείξεών μου
receipts-erase-explained = Οι επιλογές σας παραμένουν σε ισχύ. Από μια διαγραμμένη απόδειξη μένει ένα σημάδι χωρίς περιεχόμενο, ώστε το αρχείο στο σύνολό του να μπορεί ακόμη να ελεγχθεί.
receipts-erased = { $count ->
    [one] Διαγράφηκε { $count } απόδειξη.
   *[other] Διαγράφηκαν { $count } αποδείξεις.
}
receipts-unavailable = Οι αποδείξεις δεν μπορούν να διαβαστούν αυτή τη στιγμή. Οι επιλογές σας παραμένουν σε ισχύ.
receipt-time = Ώρα
receipt-number = Αριθμός
receipt-decision = Επιλογή
receipt-scope = Για
receipt-origin = Έγινε με
receipt-texts = Τα κείμενα όπως εμφανίστηκαν
receipt-decision-name = { $decision ->
    [accept] Αποδεκτό
    [refuse] Απορρίφθηκε
   *[withdraw] Ανακλήθηκε
}
receipt-scope-once = ένα μόνο περιεχόμενο από { $service }
receipt-scope-all = όλα όσα αναφέρονται
receipt-origin-name = { $origin ->
    [notice] ένα κουμπί μιας ειδοποίησης
    [preferences] τη σελίδα επιλογών
    [tcf] το παράθυρο συγκατάθεσης αυτού του ιστότοπου
   *[gpc] ένα σήμα του προγράμματος περιήγησής σας
}

## Choices that end

choices-until = Οι επιλογές σας ισχύουν έως τις { $date }· έπειτα θα ερωτηθείτε ξανά.
ask-again-changed = Ερωτάστε ξανά, επειδή αυτό για το οποίο είχατε επιλέξει έχει αλλάξει από τότε.
ask-again-expired = Ερωτάστε ξανά, επειδή η προηγούμενη επιλογή σας έληξε.

## Preferences as a dialog

close = Κλείσιμο

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day } { $month ->
    [1] Ιανουαρίου
    [2] Φεβρουαρίου
    [3] Μαρτίου
    [4] Απριλίου
    [5] Μαΐου
    [6] Ιουνίου
    [7] Ιουλίου
    [8] Αυγούστου
    [9] Σεπτεμβρίου
    [10] Οκτωβρίου
    [11] Νοεμβρίου
   *[12] Δεκεμβρίου
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } λεπτό
       *[other] { $count } λεπτά
    }
    [hours] { $count ->
        [one] { $count } ώρα
       *[other] { $count } ώρες
    }
    [days] { $count ->
        [one] { $count } ημέρα
       *[other] { $count } ημέρες
    }
    [weeks] { $count ->
        [one] { $count } εβδομάδα
       *[other] { $count } εβδομάδες
    }
    [months] { $count ->
        [one] { $count } μήνας
       *[other] { $count } μήνες
    }
    [years] { $count ->
        [one] { $count } έτος
       *[other] { $count } έτη
    }
   *[session] μέχρι να κλείσει το πρόγραμμα περιήγησης
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Ανδόρα
    [AE] Ηνωμένα Αραβικά Εμιράτα
    [AL] Αλβανία
    [AR] Αργεντινή
    [AT] Αυστρία
    [AU] Αυστραλία
    [BA] Βοσνία-Ερζεγοβίνη
    [BE] Βέλγιο
    [BG] Βουλγαρία
    [BR] Βραζιλία
    [BY] Λευκορωσία
    [CA] Καναδάς
    [CH] Ελβετία
    [CL] Χιλή
    [CN] Κίνα
    [CO] Κολομβία
    [CY] Κύπρος
    [CZ] Τσεχία
    [DE] Γερμανία
    [DK] Δανία
    [EE] Εσθονία
    [EG] Αίγυπτος
    [ES] Ισπανία
    [FI] Φινλανδία
    [FR] Γαλλία
    [GB] Ηνωμένο Βασίλειο
    [GE] Γεωργία
    [GR] Ελλάδα
    [HR] Κροατία
    [HU] Ουγγαρία
    [IE] Ιρλανδία
    [IL] Ισραήλ
    [IN] Ινδία
    [IS] Ισλανδία
    [IT] Ιταλία
    [JP] Ιαπωνία
    [KR] Νότια Κορέα
    [LI] Λιχτενστάιν
    [LT] Λιθουανία
    [LU] Λουξεμβούργο
    [LV] Λετονία
    [MA] Μαρόκο
    [MC] Μονακό
    [MD] Μολδαβία
    [ME] Μαυροβούνιο
    [MK] Βόρεια Μακεδονία
    [MT] Μάλτα
    [MX] Μεξικό
    [NL] Κάτω Χώρες
    [NO] Νορβηγία
    [NZ] Νέα Ζηλανδία
    [PL] Πολωνία
    [PT] Πορτογαλία
    [RO] Ρουμανία
    [RS] Σερβία
    [RU] Ρωσία
    [SA] Σαουδική Αραβία
    [SE] Σουηδία
    [SG] Σιγκαπούρη
    [SI] Σλοβενία
    [SK] Σλοβακία
    [SM] Άγιος Μαρίνος
    [TN] Τυνησία
    [TR] Τουρκία
    [TW] Ταϊβάν
    [UA] Ουκρανία
    [US] Ηνωμένες Πολιτείες
    [ZA] Νότια Αφρική
   *[other] { $country }
}

## Errors shown to readers

error-title = Αυτή η σελίδα δεν μπορεί να εμφανιστεί
error-upstream = Ο ιστότοπος δεν ανταποκρίνεται αυτή τη στιγμή. Δοκιμάστε ξανά αργότερα.
error-request = Αυτό το αίτημα δεν έγινε κατανοητό. Τίποτα δεν άλλαξε.
error-too-many = Αυτές είναι περισσότερες χωριστές επιλογές από όσες μπορεί να κρατήσει ένα πρόγραμμα περιήγησης. Δεν άλλαξε τίποτα. Επιλέξτε ανά κατηγορία.
error-token = Αυτός ο σύνδεσμος δεν ισχύει πλέον. Επιστρέψτε στη σελίδα και δοκιμάστε ξανά.
