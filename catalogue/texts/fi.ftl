### Texts a reader sees, in Finnish. Plain words; nothing that the gate does not do.
### review: awaiting a native review
### Variables: $service (a name, such as "Vimeo"), $category (an id in selectors), $category-name (in words), $host (a host name).

-gate = Jalousie

## Language

language-name = Suomi
language-direction = ltr
language-digits = 0123456789

## Categories

category-name = { $category ->
    [social] Yhteisöpalvelut
    [video] Videot
    [audio] Ääni
    [maps] Kartat
    [charts] Kaaviot ja asiakirjat
    [forms] Lomakkeet
    [comments] Kommentit ja keskustelu
    [live] Suorat seurannat ja tulokset
    [payments] Maksut ja lahjoitukset
    [technical] Tekniset palvelut
    [analytics] Kävijämittaus
    [advertising] Mainonta
   *[unclassified] Luokittelematon sisältö
}
category-purpose = { $category ->
    [social] Yhteisöpalvelujen julkaisujen näyttäminen.
    [video] Muiden palveluntarjoajien videoiden toistaminen.
    [audio] Muiden palveluntarjoajien äänisisältöjen toistaminen.
    [maps] Interaktiivisten karttojen näyttäminen.
    [charts] Interaktiivisten kaavioiden ja asiakirjojen näyttäminen.
    [forms] Muiden palveluntarjoajien lomakkeiden ja varausten näyttäminen.
    [comments] Kommenttien ja viestien näyttäminen ja kirjoittaminen.
    [live] Muiden palveluntarjoajien suorien seurantojen, tulosten, sään ja muiden ajankohtaisten tietojen näyttäminen.
    [payments] Muiden palveluntarjoajien maksu- ja lahjoituslomakkeiden näyttäminen.
    [technical] Fonttien, komentosarjojen ja muiden sivun osien lataaminen muiden palveluntarjoajien palvelimilta.
    [analytics] Sivujen käytön mittaaminen.
    [advertising] Mainosten näyttäminen.
   *[unclassified] Sisällön lataaminen palveluntarjoajilta, joita tämä sivusto ei ole kuvannut.
}

## Notice

notice-title = { $category ->
    [social] Julkaisu: { $service }
    [video] Video: { $service }
    [audio] Äänisisältö: { $service }
    [maps] Kartta: { $service }
    [charts] Kaavio tai asiakirja: { $service }
    [forms] Lomake: { $service }
    [comments] Kommentteja tai keskustelu: { $service }
    [live] Suora seuranta: { $service }
    [payments] Maksu- tai lahjoituslomake: { $service }
   *[other] Sisältö: { $service }
}
notice-reason = Ulkopuolista sisältöä. Sitä ei ole ladattu, koska { $service } voi kerätä henkilötietoja, kuten IP-osoitteesi.
notice-category = Jos haluat nähdä sen, salli vain tämä sisältö tai koko luokka ”{ $category-name }”.
accept-once = Näytä tämä sisältö
accept-category = Näytä aina: { $category-name }
refuse = Kieltäydy: { $category-name }
# Read out after each button's words, so that a button says what it is about.
button-service = ({ $service })
more-info = Lisätietoja: { $service }
preferences = Valintasi
preview-attribution = Nämä sanat ovat osa tätä sivua. Niitä ei ole ladattu tästä palvelusta: { $service }.
preview-link = Avaa osoitteessa { $host }
external-link = ulkoinen linkki
loading = Ladataan sisältöä: { $service }.
shown = Sisältö näytetään: { $service }.
refused = Olet kieltäytynyt luokasta ”{ $category-name }”. Tämä sisältö pysyy suljettuna.
gpc-refused = Selaimesi pyytää sivustoja olemaan myymättä tai jakamatta tietojasi. Tämä on tulkittu kieltäytymiseksi.
withdraw = Älä näytä enää: { $category-name }
close-once = Sulje tämä sisältö
unavailable = Tätä sisältöä ei voi näyttää tässä.

## Pages of the gate

back = Takaisin sivulle
skip = Siirry sisältöön
preferences-title = Ulkopuolista sisältöä koskevat valintasi
preferences-intro = Tällä sivulla päätät muiden palveluntarjoajien sisällöstä. Alla lueteltu sisältö ladataan vasta, kun olet suostunut siihen. Voit muuttaa mieltäsi milloin tahansa.
preferences-current = Nykyinen valinta
choice-accepted = Hyväksytty
choice-refused = Kieltäydytty
choice-none = Ei vielä valintaa: mitään ei ladata
accept-all = Hyväksy kaikki
refuse-all = Kieltäydy kaikista
save-choices = Tallenna nämä valinnat
withdraw-all = Peru kaikki valinnat
choice-accept = Hyväksy
choice-refuse = Kieltäydy
choice-ask = Kysy joka kerta
saved = Valintasi on tallennettu.
services-in-category = Palvelut luokassa ”{ $category-name }”
gpc-notice = Selaimesi lähettää merkin ”Global Privacy Control”. Se tulkitaan kieltäytymiseksi kaikesta, mitä et ole itse hyväksynyt.
withdraw-limits = Kun olet perunut suostumuksesi, kyseistä sisältöä ei enää ladata. Tämä sivusto ei voi poistaa evästeitä, jotka toinen palveluntarjoaja on jo asettanut omaan verkkotunnukseensa. Voit poistaa ne selaimesi asetuksista.
cookie-explained = Valintasi säilytetään yhdessä tämän sivuston evästeessä, jonka nimi on ”{ $name }”, { $days ->
    [one] yhden päivän
   *[other] { $days } päivää
}. Se sisältää valintasi eikä mitään, mistä sinut voisi tunnistaa.

service-title = Tietoja: { $service }
service-recipient = Vastaanottaja
service-country = Maa
service-category = Luokka
service-purpose = Tarkoitus
service-data = Tiedot
service-storage = Laitteellesi tallennetaan
service-storage-item = { $name }: { $duration }
service-storage-unknown = Tietoa ei ole saatavilla tässä: tutustu palveluntarjoajan omaan tietosuojakäytäntöön.
service-storage-third = Sen voi lukea { $service }.
service-storage-first = Sen voi lukea vain tämä sivusto.
service-retention = Säilytysaika vastaanottajalla
service-safeguard = Sinne siirrettävien tietojen suojatoimi
service-controller = Rekisterinpitäjä vastaanottajan puolella
service-policy = Tietosuojakäytäntö: { $service }
service-hosts = Palvelimet, joihin otetaan yhteys hyväksymisen jälkeen
service-reviewed = Viimeksi tarkistettu { $date }
service-withdraw = Voit perua suostumuksesi milloin tahansa kohdassa ”Valintasi”.
data-kind = { $kind ->
    [ip-address] IP-osoitteesi
    [device] tietoja laitteestasi ja selaimestasi
    [page-address] tämän sivuston osoite
    [interactions] mitä teet sisällöllä
    [account] tilisi palvelussa, jos olet kirjautunut sinne
    [location] sijaintisi, jos sallit sen
    [input] mitä kirjoitat siihen
    [payment] maksutiedot, jos maksat siellä
   *[identifiers] tunnisteita evästeissä tai vastaavassa tallennustilassa
}

view-title = Sisältö: { $service }

## Receipts: what proves a choice, and the reader's own copy

receipts-title = Tositteesi
receipts-intro = Jokaisesta valinnasta jää tosite, jotta tämä sivusto voi osoittaa, mitä valittiin. Tosite sisältää valinnan, sen ajankohdan ja tiedon siitä, mitkä tekstit näytettiin. Se ei sisällä nimeäsi, IP-osoitettasi eikä mitään laitteestasi, eikä tositteita ole yhdistetty toisiinsa.
receipts-cookie = Jotta voit nähdä omat tositteesi tässä, selaimesi säilyttää niiden numerot evästeessä, jonka nimi on ”{ $name }” ja joka lähetetään vain näille sivuille.
receipts-none = Tästä selaimesta ei ole tositteita.
receipts-off = Tämä sivusto ei säilytä tositteita.
receipts-kept = Tositteet poistetaan, kun on kulunut { $days ->
    [one] yksi päivä
   *[other] { $days } päivää
}.
receipts-download = Lataa tositteeni
receipts-erase = Poista tositteeni
receipts-erase-explained = Valintasi pysyvät voimassa. Poistetusta tositteesta jää jäljelle merkintä ilman sisältöä, jotta luettelo voidaan edelleen tarkistaa kokonaisuutena.
receipts-erased = { $count ->
    [one] Yksi tosite on poistettu.
   *[other] { $count } tositetta on poistettu.
}
receipts-unavailable = Tositteita ei voi lukea juuri nyt. Valintasi pysyvät voimassa.
receipt-time = Aika
receipt-number = Numero
receipt-decision = Valinta
receipt-scope = Koskee
receipt-origin = Valintatapa
receipt-texts = Tekstit sellaisina kuin ne näytettiin
receipt-decision-name = { $decision ->
    [accept] Hyväksytty
    [refuse] Kieltäydytty
   *[withdraw] Peruttu
}
receipt-scope-once = yksi sisältö: { $service }
receipt-scope-all = kaikki lueteltu
receipt-origin-name = { $origin ->
    [notice] ilmoituksen painike
    [preferences] valintasivu
    [tcf] tämän sivuston oma suostumusikkuna
   *[gpc] selaimesi lähettämä merkki
}

## Choices that end

choices-until = Valintasi ovat voimassa tähän päivään asti: { $date }. Sen jälkeen sinulta kysytään uudelleen.
ask-again-changed = Sinulta kysytään uudelleen, koska se, mitä valintasi koski, on muuttunut.
ask-again-expired = Sinulta kysytään uudelleen, koska aiempi valintasi on vanhentunut.

## Preferences as a dialog

close = Sulje

## Dates, durations and countries

# How a date is written, wherever a text says $date.
date = { $day }. { $month ->
    [1] tammikuuta
    [2] helmikuuta
    [3] maaliskuuta
    [4] huhtikuuta
    [5] toukokuuta
    [6] kesäkuuta
    [7] heinäkuuta
    [8] elokuuta
    [9] syyskuuta
    [10] lokakuuta
    [11] marraskuuta
   *[12] joulukuuta
} { $year }
# How long something is kept, wherever a text says $duration.
duration = { $unit ->
    [minutes] { $count ->
        [one] { $count } minuutti
       *[other] { $count } minuuttia
    }
    [hours] { $count ->
        [one] { $count } tunti
       *[other] { $count } tuntia
    }
    [days] { $count ->
        [one] { $count } päivä
       *[other] { $count } päivää
    }
    [weeks] { $count ->
        [one] { $count } viikko
       *[other] { $count } viikkoa
    }
    [months] { $count ->
        [one] { $count } kuukausi
       *[other] { $count } kuukautta
    }
    [years] { $count ->
        [one] { $count } vuosi
       *[other] { $count } vuotta
    }
   *[session] kunnes selain suljetaan
}
# Countries by their code in ISO 3166; one that is not here is given by its code.
country-name = { $country ->
    [AD] Andorra
    [AE] Arabiemiirikunnat
    [AL] Albania
    [AR] Argentiina
    [AT] Itävalta
    [AU] Australia
    [BA] Bosnia ja Hertsegovina
    [BE] Belgia
    [BG] Bulgaria
    [BR] Brasilia
    [BY] Valko-Venäjä
    [CA] Kanada
    [CH] Sveitsi
    [CL] Chile
    [CN] Kiina
    [CO] Kolumbia
    [CY] Kypros
    [CZ] Tšekki
    [DE] Saksa
    [DK] Tanska
    [EE] Viro
    [EG] Egypti
    [ES] Espanja
    [FI] Suomi
    [FR] Ranska
    [GB] Iso-Britannia
    [GE] Georgia
    [GR] Kreikka
    [HR] Kroatia
    [HU] Unkari
    [IE] Irlanti
    [IL] Israel
    [IN] Intia
    [IS] Islanti
    [IT] Italia
    [JP] Japani
    [KR] Etelä-Korea
    [LI] Liechtenstein
    [LT] Liettua
    [LU] Luxemburg
    [LV] Latvia
    [MA] Marokko
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MK] Pohjois-Makedonia
    [MT] Malta
    [MX] Meksiko
    [NL] Alankomaat
    [NO] Norja
    [NZ] Uusi-Seelanti
    [PL] Puola
    [PT] Portugali
    [RO] Romania
    [RS] Serbia
    [RU] Venäjä
    [SA] Saudi-Arabia
    [SE] Ruotsi
    [SG] Singapore
    [SI] Slovenia
    [SK] Slovakia
    [SM] San Marino
    [TN] Tunisia
    [TR] Turkki
    [TW] Taiwan
    [UA] Ukraina
    [US] Yhdysvallat
    [ZA] Etelä-Afrikka
   *[other] { $country }
}

## Errors shown to readers

error-title = Tätä sivua ei voi näyttää
error-upstream = Sivusto ei vastaa juuri nyt. Yritä myöhemmin uudelleen.
error-request = Pyyntöä ei ymmärretty. Mitään ei muutettu.
error-too-many = Erillisiä valintoja on enemmän kuin selain voi säilyttää. Mitään ei muutettu. Valitse sen sijaan luokittain.
error-token = Tämä linkki ei ole enää voimassa. Palaa sivulle ja yritä uudelleen.
