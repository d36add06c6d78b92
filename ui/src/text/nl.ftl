### Alle woorden van Nabij in het Nederlands. Kort, gewoon, je-vorm.

app-name = Nabij
app-loading = Nabij opent

## Algemeen

action-next = Verder
action-back = Terug
action-cancel = Annuleer
action-save = Bewaar
action-close = Sluit
action-edit = Bewerk
action-add = Voeg toe
action-withdraw = Haal weg
action-copy = Kopieer
action-copied = Gekopieerd
action-show = Toon
action-hide = Verberg
action-retry = Probeer opnieuw
optional = mag leeg blijven
you = jij
error-details = Details
error-code = Code { $code }
error-incident = Nummer voor de helpdesk: { $incident }

## Rollen, soorten, talen

role-coach = Jongerencoach
role-familyCoach = Gezinscoach
role-director = Casusregisseur
role-privacyOfficer = Functionaris gegevensbescherming

kind-conversation = gesprek
kind-message = app of belletje
kind-homeVisit = huisbezoek
kind-signal = signaal
kind-consultation = overleg
kind-other = anders

language-nl = Nederlands
language-en = English
theme-day = Dag
theme-day-hint = Licht, voor overdag
theme-night = Nacht
theme-night-hint = Donker en warm, voor op straat
theme-system = Automatisch
theme-system-hint = Volgt deze computer, na 20:00 donker
density = Ruimte
density-comfortable = Ruim
density-comfortable-hint = Grote rijen, makkelijk te raken
density-compact = Compact
density-compact-hint = Kleinere rijen, er past meer op het scherm

## Velden en leefgebieden

field-clear = Maak leeg: { $label }
field-open-list = Toon de lijst: { $label }
field-new = Nieuw: “{ $words }”
status-undo = Ongedaan maken
life-domain-housing = wonen
life-domain-housing-code = WO
life-domain-money = geld
life-domain-money-code = GE
life-domain-schoolWork = school en werk
life-domain-schoolWork-code = SW
life-domain-family = gezin
life-domain-family-code = GZ
life-domain-network = netwerk
life-domain-network-code = NW
life-domain-health = gezondheid
life-domain-health-code = GH
life-domain-safety = veiligheid
life-domain-safety-code = VE
life-domain-leisure = vrije tijd
life-domain-leisure-code = VT

## Eerste start

first-step = Stap { $step } van 4
first-look-title = Welkom bij Nabij
first-look-intro = Kies eerst je taal en hoe Nabij eruitziet. Je kunt dit later altijd veranderen.
first-language = Taal
first-theme = Weergave

first-passphrase-title = Kies een wachtzin
first-passphrase-intro = Alles wat je schrijft, staat versleuteld op deze computer. Alleen jouw wachtzin opent het.
first-passphrase-proposed = Onze voorgestelde wachtzin
first-passphrase-spaces = Typ de woorden straks met een spatie ertussen.
first-passphrase-hyphens = Typ de woorden straks met een streepje ertussen.
first-passphrase-again = Nieuw voorstel
first-passphrase-own = Zelf een wachtzin kiezen
first-passphrase-use-proposed = Toch een voorstel gebruiken
first-passphrase-written = Ik heb de woorden opgeschreven
first-passphrase-warning = Niemand kan deze wachtzin voor je terughalen. Bewaar het papier apart van deze computer.
first-passphrase-create = Maak de kluis
first-passphrase-creating = De kluis wordt gemaakt
passphrase-new = Nieuwe wachtzin
passphrase-repeat = Typ de wachtzin nog eens
passphrase-current = Huidige wachtzin
passphrase-differs = De twee wachtzinnen zijn niet gelijk.
passphrase-not-written = Schrijf de woorden eerst op en zet dan het vinkje.
passphrase-show = Toon wachtzin
passphrase-hide = Verberg wachtzin
passphrase-strength-weak = Te zwak. Gebruik meer woorden, liefst zeven.
passphrase-strength-fair = Redelijk. Een paar woorden erbij maakt hem sterker.
passphrase-strength-strong = Sterk.

first-team-title = Met wie werk je?
first-team-intro = Nabij deelt alleen met je eigen team.
first-team-found = Ik begin een nieuw team
first-team-found-hint = Je geeft het team een naam en nodigt later collega’s uit.
first-team-join = Ik heb een uitnodiging
first-team-join-hint = Een collega gaf je een code.

first-found-title = Je nieuwe team
first-found-intro = Je collega’s zien deze namen. Cliënten en andere teams niet.
first-found-submit = Begin het team
first-join-title = Kom bij je team
first-join-intro = Plak de code die je van je collega kreeg. Hij werkt één keer en verloopt vanzelf.
first-join-submit = Kom bij het team
team-name = Naam van het team
team-name-example = Bijvoorbeeld: Straatteam Noord
own-name = Jouw naam
own-name-example = Zo zien je collega’s je
own-role = Jouw rol
hub-address = Adres van de hub
hub-hint = De hub is een computer die versleutelde berichten tussen jullie laptops doorgeeft. Hij kan niets lezen. Weet je het adres niet? Laat dit leeg: je kunt het later invullen.
invitation-code = Uitnodigingscode

## Wachten op toelating

waiting-title = Je collega laat je toe
waiting-intro = Je uitnodiging is verstuurd. Zodra de laptop van je collega deelt, hoor je bij { $team }.
waiting-intro-nameless = Je uitnodiging is klaar. Zodra de laptop van je collega deelt, hoor je bij het team.
waiting-calm = Je hoeft niets te doen. Dit scherm gaat vanzelf verder.
waiting-other-invitation = Andere uitnodiging

## Ontgrendelen

unlock-title = Open Nabij
unlock-intro = Je werk staat versleuteld op deze computer.
unlock-passphrase = Wachtzin
unlock-submit = Ontgrendel
unlock-busy = Bezig met openen
unlock-wrong = Deze wachtzin klopt niet. Er is niets veranderd.
unlock-wait = Te vaak geprobeerd. Je kunt het over { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
  } weer proberen. Je gegevens zijn veilig.

## Frame

nav-label = Schermen
nav-cases = Casussen
nav-search = Zoeken
nav-team = Team
nav-settings = Instellingen
header-search = Zoek
header-capture = Contact
region-list = Lijst met casussen
region-detail = Casus
status-saved = Bewaard op dit apparaat
status-draft = Bewaard als concept
status-locked-unsaved-title = Er staat tekst die nog niet bewaard is
status-locked-unsaved = Je schreef iets zonder het te bewaren. Bij vergrendelen verdwijnt die tekst.
status-lock-anyway = Vergrendel en gooi weg
status-lock-back = Terug naar mijn tekst

## Casussen

cases-list = Casussen
cases-count = { $count ->
    [one] 1 casus
   *[other] { $count } casussen
  }
cases-new = Nieuwe casus
cases-new-title = Nieuwe casus
cases-new-intro = Alleen jij en de collega’s die je kiest, kunnen deze casus lezen.
cases-name = Naam van de casus
cases-name-example = Bijvoorbeeld: Gezin K.
cases-with = Wie werkt er mee?
cases-with-none = Je bent nog alleen in dit team. Later kun je collega’s toevoegen.
cases-open = Open de casus
cases-street = Zonder casus
cases-street-title = Zonder casus
cases-street-intro = Contactmomenten die nog bij geen casus horen. Je hele team kan ze lezen.
cases-empty-title = Nog geen casussen
cases-empty = Begin met een casus, of schrijf meteen een contactmoment met Ctrl+N.
cases-choose-title = Kies een casus
cases-choose = Kies links een casus om de tijdlijn te zien. Met Ctrl+N schrijf je een contactmoment.
cases-no-contact = nog geen contact
cases-differences = { $count ->
    [one] 1 verschil
   *[other] { $count } verschillen
  }
cases-rename = Wijzig de naam
cases-colleagues = Werken mee
cases-share = Voeg collega toe
cases-share-title = Voeg een collega toe
cases-share-intro = Wie je toevoegt, kan de hele casus lezen en erin schrijven. Ook wat er al staat.
cases-share-submit = Voeg toe
cases-share-all = Al je collega’s werken al mee.

summary-title = Waar staan we
summary-empty = Schrijf hier in een paar zinnen waar jullie nu staan. Iedereen in deze casus leest en schrijft mee.
summary-by = { $name } wijzigde dit { $when }
summary-save = Bewaar
remote-changed = { $name } wijzigde dit ook.
remote-changed-someone = Een collega wijzigde dit ook.
remote-look = Bekijk
remote-hide = Verberg
remote-current = Zo staat het er nu bij je collega
remote-merges = Je kunt gewoon verder schrijven. Bij bewaren komen jullie woorden bij elkaar.
remote-keeps = Je kunt gewoon verder schrijven. Na bewaren blijven beide versies staan en kun je kiezen.

timeline-title = Tijdlijn
timeline-more = Toon oudere
timeline-empty = Nog geen contact in deze casus. Ctrl+N om te beginnen.
timeline-empty-street = Hier staat nog niets. Een contactmoment zonder casus komt hier.
timeline-note = notitie
timeline-edited = bewerkt

share-waiting = wacht
share-waiting-long = Wacht op delen, staat op dit apparaat
share-shared = gedeeld
share-shared-long = Gedeeld met je team

note-write = Schrijf een notitie
note-save = Bewaar notitie
note-edit = Bewerk notitie
note-edit-of = Bewerk notitie van { $when }
note-text = Tekst van de notitie

## Verschillen

difference-title-text = Twee versies van de tekst
difference-title-nickname = Twee roepnamen
difference-title-purpose = Twee doelen
difference-title-kind = Twee versies van de soort
difference-title-at = Twee versies van de tijd
difference-title-place = Twee versies van de plaats
difference-title-name = Twee versies van de naam
difference-title-outcome = Twee versies van de afloop
difference-title-due = Twee versies van de datum
difference-title-owner = Twee versies van wie het doet
difference-title-colleague = Twee versies van welke collega het doet
difference-title-endedAt = Twee versies van de eindtijd
difference-title-headCount = Twee versies van het aantal
difference-title-mood = Twee versies van de sfeer
difference-title-topic = Twee versies van het onderwerp
difference-title-agreement = Twee versies van de afspraak
difference-title-nextStep = Twee versies van het vervolg
difference-title-colleagues = Twee versies van wie er mee waren
difference-title-role = Twee versies van de functie
difference-title-persons = Twee versies van met wie
difference-title-person = Twee versies van over wie
difference-title-group = Twee versies van de groep
difference-title-case = Twee versies van de casus
difference-title-lifeDomains = Twee versies van de leefgebieden
difference-title-withdrawn = Teruggenomen en tegelijk bewerkt
difference-field-text = tekst
difference-field-kind = soort
difference-field-at = tijd
difference-field-place = plaats
difference-field-name = naam
difference-field-nickname = roepnaam
difference-field-purpose = doel
difference-field-outcome = afloop
difference-field-due = datum
difference-field-owner = wie het doet
difference-field-colleague = collega
difference-field-colleagues = collega's
difference-field-role = functie
difference-field-endedAt = eindtijd
difference-field-headCount = aantal
difference-field-mood = sfeer
difference-field-topic = onderwerp
difference-field-agreement = afspraak
difference-field-nextStep = vervolg
difference-field-persons = personen
difference-field-person = persoon
difference-field-group = groep
difference-field-case = casus
difference-field-lifeDomains = leefgebieden
difference-field-withdrawn = teruggenomen
difference-explain = Jullie wijzigden dit tegelijk. Er is niets verloren. Kies welke versie blijft staan.
difference-choose = Kies deze
difference-choose-of = Kies deze: versie van { $name }
difference-shown = nu getoond
difference-empty = (leeg)
difference-explain-returned = De een nam dit terug terwijl de ander het bewerkte. Daarom staat het er weer. Kies wat ermee gebeurt.
difference-taken-back = Teruggenomen
difference-edited = Bewerkt
difference-take-back = Toch terugnemen
difference-leave = Laten staan
difference-keep-both = Beide bewaren
difference-own = Zelf schrijven
difference-own-label = Wat er moet staan
difference-unknown = (niet op deze laptop)
difference-persons = { $count ->
    [one] 1 persoon
   *[other] { $count } personen
 }
difference-chosen = Keuze bewaard
difference-choice-undone = Keuze teruggenomen: beide versies staan er weer
difference-settled = Uit een verschil ({ $field }), gekozen door { $name }
difference-settled-at = Gekozen door { $name }, { $when }
difference-undo = Keuze terugnemen

## Contactmoment

capture-title = Nieuw contactmoment
capture-esc = Esc bewaart een concept
capture-who = Wie
capture-who-example = Typ twee letters
capture-who-nickname = Komt bij “Zonder casus”, met roepnaam { $name }
capture-who-nobody = Komt bij “Zonder casus”
capture-who-case = Komt in de tijdlijn van { $name }
capture-kind = Soort
capture-text = Wat gebeurde er?
capture-text-short = Tekst
capture-text-missing = Schrijf eerst wat er gebeurde.
capture-time = Tijd
capture-time-now = Nu, { $time }
capture-time-change = Andere tijd
capture-time-back = Toch nu
capture-place = Plaats
capture-save = Bewaar
capture-saving = Bewaren
capture-restored = Je concept staat er weer.
capture-clear = Begin leeg
moment-edit = Bewerk contactmoment
moment-edit-of = Bewerk contactmoment van { $when }
capture-who-several = Ieder krijgt een eigen kopie van dezelfde tekst, waarin de anderen niet genoemd staan. Wie nog geen casus heeft, komt bij “Zonder casus”. Schrijf dus geen namen in de tekst.
capture-who-chosen = Gekozen
capture-keys = Alt+1–6: soort · Alt+0: niet bereikt · Enter kiest, komma maakt een roepnaam
capture-statements = Feit, beleving of duiding
capture-group = Groep
capture-life-domains = Leefgebieden
capture-life-domains-add = Leefgebied
capture-action-add = Actie
capture-action-nth = Actie { $number }
capture-action-text = Wat is er afgesproken?
capture-action-with = Komt bij { $name }
capture-action-owner = Wie doet het?
capture-action-due = Voor wanneer?
capture-action-remove = Actie weg
capture-pasted = Dit lijkt op berichten uit WhatsApp.
capture-pasted-take = Neem tijd en soort over, zonder de stempels
outcome-reached = bereikt
outcome-notReached = niet bereikt
statement-fact = Feit
statement-experience = Beleving
statement-interpretation = Duiding
status-taken-back = Teruggehaald
status-not-taken-back = Terughalen lukte niet. Alles staat er nog.
moment-others = { $count ->
    [one] en 1 ander
   *[other] en { $count } anderen
  }
moment-of-street = van de straat
item-more = Meer over wat er { $when } gebeurde
item-take-back = Haal terug
history-open = Eerdere versies
history-title = Eerdere versies
history-restore = Zet deze versie terug
history-first = eerste versie
history-text = tekst veranderd
history-kind = soort veranderd
history-outcome = wel of niet bereikt veranderd
history-at = tijd veranderd
history-place = plaats veranderd
history-lifeDomains = leefgebieden veranderd
history-who = met wie veranderd
history-withdrawn = teruggehaald of teruggezet
withdrawn-show = Toon wat is teruggehaald
withdrawn-hide = Verberg wat is teruggehaald
withdrawn-more = Dit zijn de nieuwste { $count }. Wat daarvóór gebeurde, staat hier niet bij.
withdrawn-none = Er is niets teruggehaald.
withdrawn-put-back = Zet terug
withdrawn-put-back-of = Zet terug wat er { $when } gebeurde
withdrawn-back = Teruggezet

## Personen zonder casus

person-expired = iemand (bewaartermijn voorbij)
person-unknown = iemand die hier niet bekend is
person-nickname = Roepnaam
person-nickname-missing = Schrijf een roepnaam.
person-text = Waaraan herken je deze persoon?
person-text-help = Geen geboortedatum, geen foto. Alleen wat een collega nodig heeft.
person-is-case = Is gekoppeld aan { $name }. Wat hier staat, staat ook daar.
person-is-person = Is dezelfde als iemand anders. Kijk in de tijdlijn.
person-likely = Lijkt op: { $names }. Alleen jij kunt zeggen of dat klopt.
person-kept = Blijft staan zolang er een doel is.
person-expires = Verdwijnt { $when } uit alle lijsten: 90 dagen na het laatste contact. Wat er gebeurde, blijft staan zonder roepnaam.
purpose-title = Waarvoor bewaren we deze persoon?
purpose-none = Geen doel
purpose-none-hint = Dan verdwijnt de roepnaam 90 dagen na het laatste contact.
purpose-help = Vraagt om hulp
purpose-safety = Veiligheid van deze persoon of van anderen
purpose-agreement = Er loopt een afspraak
persons-title = Personen zonder casus
persons-to-link = Nog te koppelen
persons-to-link-none = Niemand. Wie je bij een roepnaam noemt, komt hier te staan.
persons-seen = gezien { $when }
persons-more = en nog { $count }
merge-kind = gekoppeld
merge-open = Koppel
merge-title = Wie is { $name }?
merge-intro = Kies wie dit blijkt te zijn. Wat er op straat gebeurde, staat dan ook bij die casus of persoon. Je kunt het altijd ongedaan maken. Collega’s zien dat er gekoppeld is; de naam van de casus ziet alleen wie die casus heeft.
merge-likely = Lijkt op
merge-case = Een casus
merge-a-case = casus
merge-a-person = persoon zonder casus
merge-save = Koppel
merge-done = Gekoppeld
merge-undo = Maak ongedaan
merge-undo-of = Maak ongedaan: { $name } gekoppeld { $when }
merge-undone = Niet meer gekoppeld
merge-said = { $name } blijkt { $into } te zijn.
merge-some-case = een casus die je niet hebt
merge-overruled = Telt niet: later is iets anders gezegd.
likeness-sameNickname = zelfde roepnaam
likeness-similarNickname = roepnaam lijkt erop
likeness-sameWords = zelfde woorden in de beschrijving
likeness-sameGroup = zelfde groep
likeness-samePlace = zelfde plek

## Acties

actions-add = Actie
actions-new = Nieuwe actie
actions-edit-title = Bewerk actie
actions-text = Wat is er afgesproken?
actions-text-missing = Schrijf eerst wat er is afgesproken.
actions-who = Wie doet het?
actions-who-example = Een collega, de jongere zelf, de buurvrouw
actions-who-help = Kies een collega, of schrijf zelf wie het doet. Leeg: jijzelf.
actions-due = Op welke dag?
actions-hour = Hoe laat?
actions-in-case = Bij welke casus?
actions-case-unknown = Kies een casus uit de lijst, of maak dit veld leeg.
actions-mine = Mijn acties
actions-mine-empty = Je hebt geen open acties. Met Ctrl+Shift+A schrijf je er een op.
actions-case = Acties
actions-case-empty = Geen open acties in deze casus. Met Ctrl+Shift+A schrijf je er een op.
actions-ended = Afgesloten acties
actions-ended-show = { $count ->
    [one] Toon 1 afgesloten actie
   *[other] Toon { $count } afgesloten acties
  }
actions-ended-hide = Verberg afgesloten acties
actions-first = De eerste { $shown } van { $total }.
actions-today = vandaag
actions-tomorrow = morgen
actions-overdue = over tijd, sinds { $since }
actions-undated = zonder datum
actions-outcome-open = open
actions-outcome-done = gedaan
actions-outcome-deliberatelyNot = bewust niet
actions-outcome-notReached = niet bereikt
actions-more = Meer over actie: { $text }
actions-end-done = Gedaan
actions-end-deliberatelyNot = Bewust niet gedaan
actions-end-notReached = Niet bereikt
actions-end-open = Weer openen
actions-said-open = Actie is weer open
actions-said-done = Actie gedaan
actions-said-deliberatelyNot = Actie bewust niet gedaan
actions-said-notReached = Actie: niet bereikt
actions-take-back = Trek in
actions-taken-back = Actie ingetrokken
actions-move = Verplaats naar …
actions-move-title = Verplaats de actie
actions-move-other = Een andere dag
actions-move-submit = Verplaats
actions-moved = Actie verplaatst
command-action = Nieuwe actie

## Agenda

nav-agenda = Agenda
agenda-view = Hoeveel dagen
agenda-day = Dag
agenda-week = Week
agenda-whose = Van wie
agenda-mine = Mijn acties
agenda-all = Alle acties
agenda-today = Vandaag
agenda-day-before = Dag terug
agenda-day-after = Dag verder
agenda-week-before = Week terug
agenda-week-after = Week verder
agenda-from-until = { $from } tot en met { $until }
agenda-keys = Pijl links en rechts: andere dag. Pijl omhoog en omlaag: andere actie.
agenda-day-empty = Niets
agenda-aside = Zonder plek in deze dagen
agenda-overdue = Over tijd
agenda-undated = Zonder datum
agenda-undated-empty = Elke open actie heeft een datum.
agenda-export = Zet in een andere agenda
agenda-export-help = Maakt een bestand met je open acties vanaf vandaag. Er staat alleen in wanneer, geen namen en geen tekst.
agenda-exported = { $count ->
    [0] Er is niets met een datum; het bestand is leeg
    [one] Bestand gemaakt met 1 afspraak
   *[other] Bestand gemaakt met { $count } afspraken
  }

## Alleen op pad

check-in-title = Alleen op pad
check-in-setting = Ga je alleen de straat op, dan kan deze laptop bijhouden wanneer je je zou melden. Meld je je niet, dan zien collega’s die jij kiest dat. Waar je bent, weten zij niet.
check-in-setting-runs = Er loopt nu een tijd. Meld je eerst, dan kun je dit uitzetten.
check-in-offer = Bied “Alleen op pad” aan op deze laptop
check-in-explain = Spreek een tijd met jezelf af. De laptop vraagt vlak daarvoor of alles goed is en gaat dan af. Tien minuten later zien de collega’s die je kiest dat je je niet hebt gemeld.
check-in-place = Waar ben je?
check-in-place-help = Alleen voor jezelf. Dit blijft op deze laptop en verdwijnt zodra je je meldt.
check-in-until = Tot hoe laat?
check-in-who = Wie ziet het als je je niet meldt?
check-in-nobody = Je bent nog alleen in dit team. Er is niemand die het kan zien.
check-in-limits = Deze laptop moet aan staan en ontgrendeld zijn. Staat hij uit, slaapt hij of is hij vergrendeld, dan gaat hij niet af en ziet niemand iets tot je hem weer opent. Collega’s zien het pas als jullie laptops verbinding hebben. Bij gevaar bel je 112.
check-in-start = Begin
check-in-at = Je schreef: { $place }
check-in-well = Alles goed
check-in-later = { $minutes } minuten later
check-in-done = Fijn. De tijd is vergeten.
check-in-pill-running = Alleen, tot { $time }
check-in-title-running = Alleen op pad
check-in-title-asks = Alles goed?
check-in-title-rings = Meld je nu
check-in-title-missed = Je hebt je niet gemeld
check-in-says-running = Je meldt je voor { $time }. Dat is over { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
  }. Doe je dat niet, dan is dat vanaf { $told } te zien voor { $colleagues }.
check-in-says-asks = Om { $time } gaat deze laptop af.
check-in-says-rings = Je zou je melden om { $time }. Vanaf { $told } is voor { $colleagues } te zien dat je je niet hebt gemeld.
check-in-says-missed = Je zou je melden om { $time }. Voor { $colleagues } is dat te zien zodra jullie laptops verbinding hebben. Is alles goed, zeg dat dan hier.
check-in-missed = { $name } heeft zich niet gemeld: { $time }. Bel nu.
check-in-missed-well = { $name } heeft zich gemeld: { $time }. Alles is goed.
check-in-put-away = Gezien

## Zoeken

search-field = Zoek in alles
search-example = Zoek een naam, plek of woord
search-start-title = Zoek in alles wat je mag lezen
search-start = Typ een paar letters. Nabij zoekt in alles op dit apparaat, ook zonder internet. Meervoud en delen van woorden gaan vanzelf mee; tussen “"” blijft het letterlijk.
search-none-title = Niets gevonden
search-none = Geen tekst met “{ $query }”. Probeer minder letters of een ander woord.
search-count = { $count ->
    [one] 1 gevonden
   *[other] { $count } gevonden
  }
search-shown = De eerste { $shown } van { $total }. Typ meer letters om te kiezen.
search-results = Gevonden
search-keys = Pijltjes om te kiezen, Enter om te openen
search-group-case = Casussen
search-group-contactMoment = Contactmomenten
search-group-caseNote = Notities
search-group-summary = Waar staan we
search-count-more = Meer dan { $count } gevonden
search-shown-more = De eerste { $shown } van meer dan { $total }. Typ meer letters om te kiezen.
search-none-filtered = Niets met deze filters: { $filters }.
search-without = Zonder “{ $filter }”: { $count }
search-filters = Filters
search-filter-by = Wie schreef
search-filter-about = Over wie
search-filter-place = Waar
search-filter-period = Wanneer
search-filter-kind = Soort
search-filter-lifeDomain = Leefgebied
search-clear-filter = Haal filter weg: { $filter }
search-clear-filters = Wis alle filters
search-period-today = vandaag
search-period-shift = deze dienst
search-period-week = laatste 7 dagen
search-period-month = laatste 30 dagen
search-period-days = van … tot …
search-from = Van
search-until = Tot en met
search-since = vanaf { $day }
search-to = tot en met { $day }
search-kind-contactMoment = contactmoment, elke soort
search-kind-contact-conversation = gesprek
search-kind-contact-message = app of belletje
search-kind-contact-homeVisit = huisbezoek
search-kind-contact-signal = signaal
search-kind-contact-consultation = overleg
search-kind-contact-other = ander contact
search-kind-caseNote = notitie
search-kind-summary = waar staan we
search-kind-action = actie
search-kind-stop = stop van een ronde
search-kind-handover = overdracht
search-kind-case = casus
search-kind-person = persoon zonder casus
search-kind-group = groep
search-kind-place = plek
search-group-person = Personen zonder casus
search-group-action = Acties
search-group-stop = Stops
search-group-handover = Overdrachten
search-group-group = Groepen
search-group-place = Plekken
search-recent = Laatst gezocht
search-recent-keep = Onthoud op dit apparaat waarmee ik iets vond
search-forget = Vergeet “{ $query }”
search-forget-all = Vergeet alle

## Team

team-colleagues = Collega’s
team-invite-title = Nodig een collega uit
team-invite-intro = Kies de rol en maak een code. Geef hem zelf door, bijvoorbeeld via een beveiligd bericht of een usb-stick.
team-invite-role = Rol van je collega
team-invite-submit = Maak uitnodiging
team-invite-refused = In deze rol kun je geen collega’s uitnodigen.
team-invite-expires = Werkt één keer, tot { $when }.
team-invite-hub-knows = De hub kent deze uitnodiging. Je collega kan nu beginnen.
team-invite-hub-later = De hub kent deze uitnodiging nog niet. Je collega kan beginnen zodra deze laptop gedeeld heeft.
team-invite-needs-hub = Om uit te nodigen heeft deze laptop het adres van een hub nodig.
team-hub-title = De hub
team-hub-none = Deze laptop werkt alleen. Vul een adres in om met collega’s te delen.
team-hub-save = Bewaar adres
team-hub-saved = Adres bewaard

## Instellingen

settings-look = Uiterlijk en taal
settings-passphrase = Wachtzin wijzigen
settings-passphrase-intro = Je werk blijft staan. Vanaf de volgende keer open je Nabij met de nieuwe wachtzin.
settings-passphrase-submit = Wijzig wachtzin
settings-passphrase-done = Je wachtzin is gewijzigd
settings-lock = Vergrendelen
settings-lock-intro = Vergrendel als je wegloopt. Er staan geen namen op het vergrendelde scherm.
settings-lock-submit = Vergrendel nu
settings-check = Controle van dit apparaat
settings-check-intro = Nabij leest alles na: het bestand, de volgorde van de wijzigingen, de zoekwoorden en de hub. Er verandert niets.
settings-check-submit = Controleer dit apparaat
settings-check-busy = Bezig met controleren
settings-check-good = Alles is in orde.
settings-check-bad = { $count ->
    [one] Bij 1 punt is aandacht nodig.
   *[other] Bij { $count } punten is aandacht nodig.
  }
settings-rebuild = Bouw de lijsten opnieuw op
settings-rebuild-done = De lijsten zijn opnieuw opgebouwd
settings-keys-submit = Toon alle toetsen

finding-ok = In orde
finding-bad = Let op
finding-vaultFile = Het bestand
finding-vaultFile-good = Het bestand is heel en te lezen.
finding-vaultFile-damaged = Het bestand is beschadigd. Wat nog te lezen is, staat er. Deel zo snel mogelijk met de hub en vraag je beheerder om hulp.
finding-chain = De volgorde van wijzigingen
finding-chain-good = Geen wijziging mist en geen is veranderd.
finding-chain-broken = Er mist een wijziging of er is er een veranderd ({ $count }). Deel met de hub: vaak komt hij dan alsnog binnen.
finding-readModel = De lijsten
finding-readModel-good = De lijsten kloppen met wat er geschreven is.
finding-readModel-stale = De lijsten lopen achter. Er is niets kwijt. Bouw ze opnieuw op.
finding-search = De zoekwoorden
finding-search-good = Alles is te vinden.
finding-search-stale = Niet alles is te vinden. Er is niets kwijt. Bouw de lijsten opnieuw op.
finding-hub = De hub
finding-hub-good = De hub is bereikbaar en heeft alles.
finding-hub-noHub = Deze laptop werkt alleen, zonder hub.
finding-hub-offline = De hub is niet bereikbaar. Je kunt gewoon doorwerken; Nabij deelt vanzelf zodra het kan.
finding-hub-hubFault = De hub weigert deze laptop of antwoordt verkeerd. Kijk bij Team of het adres klopt.
finding-hub-waiting = De hub is bereikbaar. Nog niet alles is gedeeld ({ $count }).
finding-clock = De klok
finding-clock-good = De klok van deze computer loopt goed.
finding-clock-clockOff = De klok van deze computer loopt niet gelijk met de hub ({ $count } seconden verschil). Zet hem goed, dan kloppen de tijden in de tijdlijn.
finding-quarantine = Apart gezet
finding-quarantine-good = Er is niets apart gezet.
finding-quarantine-quarantined = { $count ->
    [one] 1 ontvangen wijziging kon niet gelezen worden en staat apart.
   *[other] { $count } ontvangen wijzigingen konden niet gelezen worden en staan apart.
  } De rest is in orde. Meld dit aan je beheerder.
finding-unknown = Hier klopt iets niet. Geef dit woord door aan de helpdesk: { $code }

## Delen

sync-alone = Alleen op dit apparaat
sync-shared = Gedeeld
sync-busy = Bezig { $done } van { $total }
sync-busy-start = Bezig met delen
sync-waiting = { $count } wachten
sync-waiting-one = 1 wacht
sync-waiting-offline = { $count } wachten · offline
sync-waiting-offline-one = 1 wacht · offline
sync-offline = Gedeeld · offline
sync-error = Fout bij delen
sync-unknown = Nog niet bekend
sync-pill = Delen: { $state }
sync-title = Delen
sync-explain-alone = Alles staat veilig op deze computer. Vul bij Team het adres van een hub in om met collega’s te delen.
sync-explain-shared = Alles wat je schreef, is aangekomen bij de hub.
sync-explain-busy = Nabij deelt je wijzigingen. Je kunt gewoon doorwerken.
sync-explain-waiting = Je wijzigingen staan veilig op deze computer en gaan zo mee.
sync-explain-offline = Er is geen verbinding met de hub. Alles staat veilig op deze computer. Nabij deelt vanzelf zodra het kan.
sync-explain-error = Nabij kan nu niet delen. Alles staat veilig op deze computer.
sync-last = Laatst gedeeld
sync-never = Nog niet
sync-hub = Hub
sync-hub-none = Geen
sync-waits = Wacht op delen
sync-waits-count = { $count ->
    [0] Niets
    [one] 1 wijziging
   *[other] { $count } wijzigingen
  }
sync-receipt = Bewijs van de hub
sync-receipt-covers = { $count ->
    [one] 1 wijziging van deze laptop
   *[other] { $count } wijzigingen van deze laptop
  }
sync-receipt-none = Nog geen
sync-clock = De klok van deze computer wijkt { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
  } af van de hub.
sync-now = Nu delen
sync-now-busy = Bezig met delen
sync-pending = Wacht nog
sync-pending-offline = Wacht · offline
sync-paused = Gepauzeerd
sync-paused-waiting = Gepauzeerd · { $count } wachten
sync-stale = { $days } dagen niet gedeeld
sync-explain-paused = Delen staat op pauze. Alles wat je schrijft, staat veilig op deze computer en wacht.
sync-explain-stale = Al { $days } dagen staat er werk alleen op deze computer. Maak verbinding met de hub, of vraag je beheerder om hulp.
sync-pause = Pauzeer
sync-resume = Ga door met delen
sync-bytes = { $sent } kB verstuurd, { $received } kB ontvangen
sync-list-waiting = Wat wacht ({ $count })
sync-list-waiting-none = Er wacht niets.
sync-list-waiting-more = En nog { $count } die langer wachten.
sync-records = Gegevens over het team, zoals wie bij een casus hoort
sync-list-unread = Nog niet te lezen ({ $count })
sync-list-unread-more = En nog { $count } wijzigingen.
sync-unread-of = Iets van { $name }
sync-unread-changes = { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
  }
sync-unread-noKey = De sleutel is hier nog niet. Die komt vanzelf. Duurt het lang, vraag { $name } dan om Nabij te openen en te delen.
sync-unread-incomplete = Iets wat hieraan voorafgaat, is hier nog niet. Dat komt vanzelf. Duurt het lang, vraag { $name } dan om Nabij te openen en te delen.
sync-unread-newer = Dit is gemaakt met een nieuwere Nabij. Installeer de nieuwste Nabij; dan is het te lezen.
sync-unread-broken = Dit is niet te lezen. Wat er al stond, blijft. Vraag { $name } om het opnieuw op te schrijven, en meld het je beheerder.
sync-failed-full = De hub heeft geen ruimte meer voor dit team. Wat hieronder staat, is veilig op deze computer. Vraag je beheerder om meer ruimte.
sync-failed-notAllowed = De hub nam niet alles aan. Wat hieronder staat, is veilig op deze computer. Probeer het opnieuw. Blijft het zo, vraag dan je beheerder om hulp.
sync-turned-down-full = Nog niet gedeeld: de hub is vol
sync-turned-down-notAllowed = Nog niet gedeeld: de hub nam dit niet aan
sync-retry = Probeer opnieuw wat niet lukte
sync-retry-busy = Bezig met proberen
sync-holds-nothing = nog niets bevestigd
sync-list-confirmed = Wie heeft wat
sync-list-confirmed-none = Nog niemand heeft iets bevestigd.
sync-laptop-of = Laptop van { $name }
sync-holds = heeft { $holds } van { $of } wijzigingen
sync-list-findings = Let op ({ $count })
sync-list-lines = Wat er gebeurde
sync-list-lines-none = Sinds het ontgrendelen is er nog niets gebeurd.
sync-line-met = Verbonden met de hub
sync-line-caughtUp = Alles is over en weer gedeeld
sync-line-offline = Geen verbinding met de hub
sync-line-begunAnew = Opnieuw begonnen met delen
sync-line-failed = Delen lukte niet
sync-somebody = een collega
sync-finding-hubLost = De hub mist { $count } wijzigingen van { $name } die hij eerder had. Deze laptop brengt ze opnieuw. Vertel het je beheerder.
sync-finding-withheld = Een collega heeft { $count } wijzigingen van { $name } die deze hub niet geeft. Vertel het je beheerder.
sync-finding-otherHistory = Iemand heeft een andere versie van wat { $name } schreef. Wat hier staat, blijft. Vertel het je beheerder.
sync-finding-doesNotFit = { $count } wijzigingen van { $name } passen niet bij wat hier staat en zijn niet overgenomen. Wat hier staat, blijft. Vertel het je beheerder.
sync-finding-writtenAnew = Deze laptop was teruggezet of gekopieerd. { $count } wijzigingen zijn opnieuw gedeeld; er is niets verloren.
nearby-title = Laptops in de buurt (uit)
nearby-title-on = Laptops in de buurt (aan)
nearby-switch = Deel met laptops van collega’s op hetzelfde netwerk
nearby-port-taken = Poort { $port } is bezet door een ander programma. Collega’s vinden deze laptop nu niet.
nearby-nobody = Nog geen laptop van een collega gezien.
nearby-connected = verbonden
nearby-gone = niet in de buurt
nearby-shared = gedeeld { $when }
nearby-address = Adres van een laptop
nearby-address-hint = Bijvoorbeeld 192.168.1.20. Bij je collega moet delen met laptops in de buurt aan staan.
nearby-share = Deel met deze laptop
share-file-title = Delen met een bestand
share-file-intro = Voor op een stick of een netwerkschijf. Alleen de collega’s voor wie het bestand is, kunnen het openen; wie een stick vindt, ziet niets. Ieder krijgt alleen wat van hem of haar is.
share-file-whom = Voor wie
share-file-all = Alle collega’s
share-file-history = Ook wat al is aangekomen (voor wie opnieuw begint)
share-file-write = Schrijf een bestand
share-file-read = Lees een bestand in
share-file-writing = Bezig met schrijven
share-file-reading = Bezig met inlezen
share-file-save-title = Waar komt het bestand?
share-file-open-title = Kies een bestand van een collega
share-file-name = delen
share-file-written = Het bestand is geschreven, met { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
  }. { $readers ->
    [one] 1 collega kan het openen
   *[other] { $readers } collega’s kunnen het openen
  } en niemand anders.
share-file-written-empty = Er is niets dat nog niet is aangekomen. Het bestand zegt alleen wat deze laptop heeft.
share-file-from = Van { $name }, geschreven { $when }
share-file-nothing = Niets nieuws: alles in dit bestand was er al.
share-file-street = Straat
share-file-case = Een casus
share-file-moments = { $count ->
    [one] 1 nieuw contactmoment
   *[other] { $count } nieuwe contactmomenten
  }
share-file-notes = { $count ->
    [one] 1 notitie
   *[other] { $count } notities
  }
share-file-others = { $count ->
    [one] 1 ander stuk
   *[other] { $count } andere stukken
  }
share-file-changed = { $count } gewijzigd
share-file-known = { $count ->
    [one] 1 was er al.
   *[other] { $count } waren er al.
  }
share-file-team = Nieuws over het team is overgenomen.
share-file-waiting = { $count } wachten op een sleutel of op wat eraan voorafgaat. Ze zijn bewaard.
share-file-unreadable = { $count } kunnen niet gelezen worden. Ze zijn bewaard.
share-file-left-out = { $count } stukken passen niet bij wat hier staat en zijn niet overgenomen. Vertel het je beheerder.
share-file-incomplete = Dit bestand bouwt voort op wat hier nog niet is. Vraag om een bestand waarin ook staat wat al is aangekomen.

## Importeren en exporteren

import-open = Importeer uit Excel
import-title = Importeer uit Excel
import-file = Importeer: { $name }
import-choose-title = Kies een bestand
import-choose = Kies een bestand
import-intro = Een lijst uit Excel of een CSV-bestand. Je ziet eerst wat er zou gebeuren. Pas daarna wordt er iets opgeslagen.
import-sheet = Werkblad
import-sheet-nameless = Werkblad { $number }
import-heading-nameless = Kolom { $number }
import-mapping-title = Wat staat er in de kolommen?
import-mapping-intro = { $rows ->
    [one] Het bestand heeft 1 rij. Kijk na wat er in elke kolom staat.
   *[other] Het bestand heeft { $rows } rijen. Kijk na wat er in elke kolom staat.
  }
import-mapping-empty = Kies ten minste één kolom met een casus, een bijnaam, een tekst of een actie.
import-mapping-twice = Twee kolommen hebben dezelfde inhoud. Kies er één.
import-column-nothing = Sla over
import-column-case = Naam van de casus
import-column-nickname = Bijnaam
import-column-date = Datum
import-column-time = Tijd
import-column-kind = Soort contact
import-column-text = Wat er gebeurde
import-column-place = Plek
import-column-lifeDomains = Leefgebieden
import-column-outcome = Bereikt of niet
import-column-action = Actie
import-column-due = Voor wanneer
import-column-owner = Wie het doet
import-column-empty = Deze kolom is leeg in de eerste rijen.
import-other-file = Ander bestand
import-try = Kijk wat er zou gebeuren
import-try-title = Dit zou er gebeuren
import-try-intro = Er is nog niets opgeslagen.
import-try-again = Lees het bestand opnieuw
import-total-rows = Rijen
import-total-cases = Nieuwe casussen
import-total-existingCases = Casussen die er al zijn
import-total-contactMoments = Contactmomenten
import-total-persons = Personen zonder casus
import-total-actions = Acties
import-total-nothing = Rijen zonder iets nieuws
import-total-wrong = Rijen met een fout
import-none-wrong = Alle rijen zijn goed.
import-wrong-title = Rijen met een fout
import-rows-title = Rijen
import-only-wrong = Alleen fouten
import-rows-before = Vorige rijen
import-rows-after = Volgende rijen
import-row = Rij
import-row-what = Wat er gebeurt
import-effect-newCase = nieuwe casus
import-effect-existingCase = in een casus die er al is
import-effect-person = nieuwe persoon
import-effect-contactMoment = contactmoment
import-effect-action = actie
import-effect-nothing = niets nieuws
import-fault-column = Kolom { $column }.
import-fault-shown = Er staat: “{ $shown }”.
import-reason-dateMissing = Er staat een tekst, maar geen datum.
import-reason-dateUnreadable = Dit is geen datum.
import-reason-dateInFuture = Deze datum ligt in de toekomst.
import-reason-dateTooOld = Deze datum ligt voor 1990.
import-reason-timeUnreadable = Dit is geen tijd.
import-reason-kindUnknown = Deze soort contact kent Nabij niet.
import-reason-lifeDomainUnknown = Dit leefgebied kent Nabij niet.
import-reason-outcomeUnknown = Hier moet ja of nee staan.
import-reason-textMissing = Er staat een datum, maar geen tekst.
import-reason-textTooLong = Deze tekst is langer dan 20.000 tekens.
import-reason-nameTooLong = Dit is langer dan 200 tekens.
import-reason-spreadsheetFault = Hier staat een fout van Excel.
import-reason-raggedRow = Deze rij heeft meer cellen dan er kolommen zijn.
import-reason-duplicateInFile = Dit staat ook in rij { $row }.
import-reason-duplicateHere = Dit staat al in Nabij.
import-reason-dueUnreadable = Deze dag van de actie is geen datum.
import-reason-dueUnlikely = Deze dag van de actie ligt voor 1990 of meer dan tien jaar vooruit.
import-reason-actionMissing = Er staat een dag, maar geen actie.
import-reason-caseAmbiguous = Er is meer dan één casus met deze naam.
import-save-faults = Bewaar de fouten als CSV
import-faults-file = fouten-bij-importeren
import-faults-row = Rij
import-faults-column = Kolom
import-faults-shown = Wat er staat
import-faults-reason = Wat er mis is
import-go-title = Importeer
import-share = { $count ->
    [one] Wie werkt er mee in de nieuwe casus?
   *[other] Wie werkt er mee in de { $count } nieuwe casussen?
  }
import-leave-out = { $count ->
    [one] Laat de rij met een fout weg
   *[other] Laat de { $count } rijen met een fout weg
  }
import-back-to-mapping = Terug naar de kolommen
import-go = { $count ->
    [one] Importeer 1 rij
   *[other] Importeer { $count } rijen
  }
import-busy = Bezig met importeren
import-busy-intro = Alles komt er in één keer in, of niets. Laat Nabij open staan.
import-done-title = Het staat in Nabij
import-made = Gemaakt: casussen { $cases }, contactmomenten { $moments }, personen { $persons }, acties { $actions }.
import-left-out = { $count ->
    [one] 1 rij met een fout is weggelaten.
   *[other] { $count } rijen met een fout zijn weggelaten.
  }
import-another = Nog een bestand
import-earlier = Eerder geïmporteerd
import-is-undone = ongedaan gemaakt
import-undo = Maak ongedaan
import-undo-of = Maak de import van { $at } ongedaan
import-redo = Zet terug
import-redo-of = Zet de import van { $at } terug
import-undo-title = Import ongedaan maken?
import-undo-intro = Alles van deze import verdwijnt uit de lijsten, ook bij collega’s. Je kunt het later terugzetten.
import-changed = { $count ->
    [one] 1 onderdeel is sindsdien gewijzigd. Dat verdwijnt mee.
   *[other] { $count } onderdelen zijn sindsdien gewijzigd. Die verdwijnen mee.
  }
import-added = { $count ->
    [one] In deze casussen kwam er later 1 ding bij. Dat verdwijnt mee uit beeld.
   *[other] In deze casussen kwamen er later { $count } dingen bij. Die verdwijnen mee uit beeld.
  }
import-undo-busy = Bezig
import-undone = De import is ongedaan gemaakt
import-redone = De import staat er weer
export-menu = Exporteer
export-of-cases = Exporteer de casussen
export-of-contactMoments = Exporteer alle contactmomenten
export-of-actions = Exporteer alle acties
export-of-persons = Exporteer de personen zonder casus
export-of-search = Exporteer wat gevonden is
export-format = Soort bestand
export-format-xlsx = Excel
export-format-csv = CSV
export-warning = Dit bestand is niet versleuteld. Iedereen die het heeft, kan het lezen. Bewaar het op een veilige plek en gooi het weg als je het niet meer nodig hebt.
export-choose = Kies waar het bestand komt
export-done = Het bestand is bewaard
export-file-cases = casussen
export-file-contactMoments = contactmomenten
export-file-actions = acties
export-file-persons = personen
export-file-search = zoekresultaten

## Vandaag, diensten, rondes, stops

nav-today = Vandaag
today-side = Wat op je wacht
today-added = Nieuw van collega's
today-added-none = Niets nieuws sinds je laatst keek.
today-added-more = { $count ->
    [one] En nog 1 eerder
   *[other] En nog { $count } eerder
  }
today-added-many = En meer dan { $count } eerder
today-seen = Gezien
today-differing = Verschillen
today-lists = Plaatsen en groepen
thing-case = casus
thing-contactMoment = contactmoment
thing-caseNote = notitie
thing-summary = waar staan we
thing-place = plaats
thing-group = groep
thing-shift = dienst
thing-round = ronde
thing-stop = stop
thing-person = persoon
thing-action = actie
thing-handover = overdracht
thing-other = iets anders
shift-title = Dienst
shift-since = Dienst vanaf { $from }
shift-none = Er loopt geen dienst
shift-none-explain = Start je dienst. Wat je daarna noteert, staat hier bij elkaar.
shift-start = Start dienst
shift-started = Je dienst is gestart
shift-end = Beëindig dienst
shift-ended = Je dienst is beëindigd
shift-edit = Tijd en collega's
shift-more = Meer over deze dienst
shift-earlier = Eerdere diensten
shift-with = Samen met { $names }
shift-began = Begonnen om
shift-ended-at = Geëindigd om
shift-along = Wie werken mee
shift-forgotten = Nog open sinds { $from }. Nieuwe notities komen hier niet meer bij.
shift-outside-rounds = Buiten een ronde
shift-empty = Nog niets genoteerd deze dienst. Noteer een stop met Ctrl+Shift+Enter, of een contact met Ctrl+N.
shift-empty-ended = In deze dienst is niets genoteerd.
shift-ended-title = Je dienst is klaar
shift-left-nothing = Er staat niets meer open. Kom veilig thuis.
shift-left-open = Goed om te weten. Het hoeft niet nu.
shift-left-handover = Er is nog geen overdracht gemaakt.
shift-left-actions = { $count ->
    [one] 1 actie staat nog open.
   *[other] { $count } acties staan nog open.
  }
shift-left-persons = { $count ->
    [one] 1 persoon is nog niet gekoppeld.
   *[other] { $count } personen zijn nog niet gekoppeld.
  }
shift-left-unshared = { $count ->
    [one] 1 ding is nog niet gedeeld. Het staat veilig op dit apparaat.
   *[other] { $count } dingen zijn nog niet gedeeld. Ze staan veilig op dit apparaat.
  }
shift-of = Dienst van { $name }
shift-running = loopt nog
shift-counts =
    { $stops ->
        [one] 1 stop
       *[other] { $stops } stops
    } · { $moments ->
        [one] 1 contact
       *[other] { $moments } contacten
    }
shifts-title = Diensten
shifts-empty = Er is nog geen dienst. Start er een op het scherm Vandaag.
round-start = Start ronde
round-end = Beëindig ronde
round-running = Ronde { $nth } · vanaf { $from }
round-ended = Ronde { $nth } · { $from }–{ $until }
round-empty = Nog geen stop in deze ronde.
stop-record = Noteer stop
stop-new = Nieuwe stop
stop-add = Stop toevoegen
stop-edit = Stop bewerken
stop-esc = Esc sluit. Wat je invulde, blijft staan.
stop-place = Waar
stop-place-example = Station, plein, park…
stop-place-missing = Zeg waar je was.
stop-place-unknown = plaats nog niet hier
stop-headCount = Hoeveel mensen
stop-mood = Sfeer
stop-group = Groep
stop-topic = Waar ging het over
stop-agreement = Afspraak
stop-nextStep = Vervolg
stop-keys = Alt+1–5: sfeer · + en −: aantal
stop-people = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
  }
stop-more = Meer over de stop { $place }
stop-saved = Stop bewaard: { $place }
stop-withdrawn = De stop is weggehaald
mood-calm = rustig
mood-friendly = gezellig
mood-restless = onrustig
mood-tense = gespannen
mood-grim = grimmig
command-shift = Start of toon dienst
command-stop = Noteer stop
command-round = Start ronde

## Plaatsen en groepen

names-more = Meer over { $name }
names-none-found = Geen naam met “{ $words }”. Voeg hem toe als hij nieuw is.
names-withdrawn = { $name } is weggehaald
names-missing = Vul een naam in.
names-not-yet = nog geen stop
names-stops = { $count ->
    [one] 1 stop · { $when }
   *[other] { $count } stops · laatst { $when }
  }
places-title = Plaatsen
places-intro = De eigen lijst van jullie team. Een plaats die je bij een stop of contact typt, komt er vanzelf bij.
places-find-or-add = Zoek of voeg een plaats toe
places-empty = Nog geen plaatsen. Typ hierboven de eerste, bijvoorbeeld het station.
place-edit = Plaats bewerken
place-name = Naam van de plaats
place-becomes-one = Er is al een plaats “{ $name }”. Samen worden ze één plaats.
groups-title = Groepen
groups-intro = Hoe jullie een groep op straat noemen. Een groep die je bij een stop typt, komt er vanzelf bij.
groups-find-or-add = Zoek of voeg een groep toe
groups-empty = Nog geen groepen. Typ hierboven hoe jullie de eerste noemen.
group-edit = Groep bewerken
group-name = Naam van de groep
group-no-names = Geen namen van personen. Noem de groep naar plek of bezigheid.
group-place = Meestal te vinden bij
group-place-unknown = Kies een plaats uit de lijst.
group-text = Wat collega's moeten weten
group-becomes-one = Er is al een groep “{ $name }”. Samen worden ze één groep.

## Palet

palette-title = Opdrachten en zoeken
palette-field = Typ een opdracht, een naam of een woord
palette-results = Wat er gevonden is
palette-example = Opdracht, naam of woord
palette-commands = Opdrachten
palette-further = Verder
palette-search-all = Zoek “{ $words }” in alles
command-capture = Nieuw contactmoment
command-capture-who = Nieuw contactmoment, eerst met wie
command-palette = Opdrachten en zoeken
command-search = Zoek in alles
command-share = Nu delen
command-theme = Wissel nacht en dag
command-density = Wissel ruim en compact
command-lock = Vergrendel
command-sheet = Toon alle toetsen
command-region = Naar het volgende deel van het scherm
command-region-back = Naar het vorige deel van het scherm

## Overdracht

command-handover = Maak overdracht
command-handover-inbox = Bekijk overdrachten
command-handover-unread = Lees nieuwe overdracht
command-caseload = Draag casussen over
handover-write = Overdracht van deze dienst
handover-write-short = Maak overdracht
handover-of-shift = Dienst die begon op { $at }. Wat je nu nog schrijft, komt er vanzelf bij.
handover-of-ended-shift = Dienst van { $at } tot { $until }.
handover-no-shift-title = Nog geen dienst
handover-no-shift = Een overdracht schrijft zichzelf uit een dienst. Begin een dienst op het scherm Vandaag. Wat je daarna schrijft, staat hier klaar.
handover-nothing-yet = Er is nog niets gebeurd in deze dienst. Wat je schrijft, komt hier vanzelf bij.
handover-keys-hint = Pijltjes lopen door de regels. Alt en een pijltje verplaatst een regel, X haalt hem door.
handover-send = Verstuur
handover-send-again = Verstuur opnieuw
handover-sent = De overdracht staat klaar voor je collega’s
handover-undone = De overdracht is teruggenomen
handover-sent-at = Verstuurd om { $at }.
handover-sent-replaces = Verstuur je opnieuw, dan komt die in de plaats van deze.
handover-show-sent = Bekijk wat je verstuurde
handover-for-next = Voor de volgende dienst
handover-for = Voor { $names }
handover-for-change = Wijzig voor wie
handover-for-label = Voor wie?
handover-for-hint = Kies je niemand, dan is de overdracht voor de volgende dienst. Wie een casus heeft, krijgt het deel van die casus altijd.
handover-read-by-team = leest het hele team
handover-read-by-nobody = leest alleen jij: niemand anders heeft deze casus
handover-read-by = leest { $names }
handover-no-place = Algemeen
handover-add-sentence = Zin erbij
handover-sentence-in = Zin erbij: { $name }
handover-edit-sentence = Bewerk je zin
handover-keep-sentence = Bewaar zin
handover-struck = doorgehaald
handover-not-shared = nog niet gedeeld
handover-up = Regel omhoog
handover-down = Regel omlaag
handover-part-worry = Zorg
handover-part-agreement = Afspraak
handover-pdf = PDF
handover-pdf-title = Bewaar de overdracht als PDF
handover-pdf-file = overdracht
handover-pdf-done = De PDF is bewaard. Wie het bestand heeft, kan het lezen.
handover-title-shift = Overdracht van { $name }
handover-title-caseload = Casussen van { $name }
handover-mine = Jouw overdracht
handover-mine-caseload = Casussen die jij overdroeg
handover-seen-by = Gelezen door { $names }
handover-read-by-none = Nog door niemand gelezen
handover-note-read = Gelezen
handover-noted = Je collega ziet dat je dit gelezen hebt
handover-unread = ongelezen
handover-section-worries = Zorgen
handover-section-agreements = Afspraken
handover-open-case = Open casus
handover-open-case-named = Open casus { $name }
handover-why = Waarom we het zo doen
handover-why-hint = Wat moet je opvolger weten dat nergens staat? Bijvoorbeeld: waarom je hem niet belt voor tien uur.
handover-summary = Waar we staan
handover-no-summary = In deze casus staat nog niet waar jullie staan.
handover-inbox = Overdrachten
handover-inbox-empty-title = Nog geen overdrachten
handover-inbox-empty = Stuurt een collega een overdracht, dan staat die hier. Je kunt hem ook zonder netwerk lezen.
handover-panel = Overdracht
handover-panel-empty = Nog geen overdrachten.
handover-all = Alle overdrachten
handover-caseload = Draag casussen over
handover-caseload-intro = Gaat een collega voor goed verder met jouw casussen? Per casus krijgt je opvolger één bladzijde: waar jullie staan, waarom jullie het zo doen, wat is afgesproken en wie er omheen staat. Jij blijft zelf in de casus.
handover-caseload-none = Je hebt nog geen casussen om over te dragen.
handover-caseload-alone = Er is nog geen collega in je team. Nodig eerst iemand uit op het scherm Team.
handover-caseload-to = Wie neemt het over?
handover-caseload-choose = Kies een collega
handover-caseload-cases = Welke casussen?
handover-caseload-grants = { $name } kan vanaf dan alles lezen in: { $cases }. Dat kun je niet terugdraaien.
handover-caseload-who = Wie is wie: { $names }
handover-caseload-send = Draag over
handover-caseload-sent = { $count ->
    [one] Eén casus overgedragen aan { $name }
   *[other] { $count } casussen overgedragen aan { $name }
}

## Toetsen

keys-title = Toetsen
keys-everywhere = Overal
keys-in-forms = In een formulier
keys-in-lists = In een lijst of menu
keys-save = Bewaar
keys-kind = Soort kiezen in een contactmoment
keys-mood = Kies de sfeer van een stop
keys-escape = Sluit; wat je schreef blijft als concept
keys-undo = Maak het laatste ongedaan
keys-list-move = Ga naar de vorige of volgende
keys-list-open = Open of kies
keys-list-letters = Spring naar een naam

## Als iets niet lukt: wat gebeurde er, wat is veilig, wat kun je doen

failure-invalid = Hier klopt iets nog niet.
    .safe = Er is niets veranderd.
    .todo = Kijk de velden na en probeer het opnieuw.
failure-refused = Dit kan zo niet.
    .safe = Er is niets veranderd.
    .todo = Kijk na of alles klopt. Blijft het zo, vraag dan een collega die dit mag.
failure-locked = Nabij is vergrendeld.
    .safe = Alles wat bewaard was, is veilig.
    .todo = Ontgrendel met je wachtzin.
failure-notFound = Dit is niet gevonden.
    .safe = Er is niets veranderd.
    .todo = Ga terug naar de lijst en kies opnieuw.
failure-offline = Er is geen verbinding met de hub.
    .safe = Alles staat veilig op deze computer.
    .todo = Werk gewoon door. Nabij deelt vanzelf zodra het kan.
failure-notAMember = Deze laptop hoort nog niet bij het team.
    .safe = Alles staat veilig op deze computer.
    .todo = Wacht tot een collega je toelaat, of vraag een nieuwe uitnodiging.
failure-newerVersion = Dit bestand is van een nieuwere Nabij.
    .safe = Je gegevens zijn heel. Deze versie raakt ze niet aan.
    .todo = Installeer de nieuwste Nabij en open hem opnieuw.
failure-storageFull = De schijf van deze computer is vol.
    .safe = Wat al bewaard was, is veilig. Dit laatste is nog niet bewaard.
    .todo = Maak ruimte vrij en bewaar dan opnieuw.
failure-readOnly = Nabij mag hier niet schrijven.
    .safe = Wat er al staat, is veilig.
    .todo = Vraag je beheerder om schrijfrechten voor de map van Nabij, en probeer het dan opnieuw.
failure-damaged = Het bestand van Nabij is beschadigd.
    .safe = Alles wat gedeeld was, staat ook bij de hub en bij je collega’s. Nabij heeft niets gewist.
    .todo = Laat het bestand staan en vraag je beheerder om hulp.
failure-foreignFile = Dit bestand is niet van Nabij.
    .safe = Nabij heeft het niet aangeraakt.
    .todo = Koos je zelf een bestand, kies dan een ander. Gaat het om de map van Nabij, vraag dan je beheerder het vreemde bestand daar weg te halen.
failure-inUse = Nabij staat al open.
    .safe = Alles wat bewaard was, is veilig.
    .todo = Ga naar het andere venster, of sluit het en probeer opnieuw.
failure-alreadyExists = Dit bestaat al.
    .safe = Er is niets veranderd.
    .todo = Kijk of het al in de lijst staat.
failure-wrongPassphrase = Deze wachtzin klopt niet.
    .safe = Er is niets veranderd.
    .todo = Typ hem nog eens, let op spaties en hoofdletters.
failure-tooManyTries = Te vaak geprobeerd.
    .safe = Je gegevens zijn veilig.
    .todo = Wacht even en probeer het dan opnieuw.
failure-invitationInvalid = Deze code is geen uitnodiging.
    .safe = Er is niets veranderd.
    .todo = Kopieer de hele code opnieuw, zonder woorden eromheen.
failure-invitationExpired = Deze uitnodiging is verlopen.
    .safe = Er is niets veranderd.
    .todo = Vraag je collega om een nieuwe code.
failure-invitationUsed = Deze uitnodiging is al gebruikt.
    .safe = Er is niets veranderd.
    .todo = Vraag je collega om een nieuwe code.
failure-invitationUnknown = De hub kent deze uitnodiging niet.
    .safe = Er is niets veranderd.
    .todo = Vraag je collega om op “Nu delen” te drukken en probeer het dan opnieuw.
failure-hubRefused = De hub weigert deze laptop.
    .safe = Alles staat veilig op deze computer.
    .todo = Kijk bij Team of het adres klopt. Klopt het, vraag dan je beheerder om hulp.
failure-hubGarbled = De hub geeft een antwoord dat niet klopt.
    .safe = Alles staat veilig op deze computer. Er is niets van aangenomen.
    .todo = Kijk bij Team of het adres klopt. Blijft het zo, meld het dan aan je beheerder.
failure-hubBusy = De hub is te druk.
    .safe = Alles staat veilig op deze computer.
    .todo = Werk gewoon door. Nabij probeert het straks weer.
failure-hubFull = De hub heeft geen ruimte meer voor dit team.
    .safe = Alles staat veilig op deze computer. Wat collega's deelden komt nog wel binnen.
    .todo = Werk gewoon door, en vraag je beheerder om meer ruimte op de hub.
failure-certificateUntrusted = Het certificaat van de hub wordt niet vertrouwd.
    .safe = Er is niets verstuurd en niets kwijt. Alles staat veilig op deze computer.
    .todo = Kijk of het adres onder Team en de klok van deze computer kloppen. Vraag anders je beheerder om het certificaat te vernieuwen of op deze computer te vertrouwen.
failure-proxyCredentials = De proxy van dit netwerk wil een naam en een wachtwoord.
    .safe = Alles staat veilig op deze computer.
    .todo = Werk gewoon door, en vraag je beheerder om de proxy op deze computer in te stellen.
failure-proxyRefused = De proxy van dit netwerk laat Nabij niet door.
    .safe = Alles staat veilig op deze computer.
    .todo = Werk gewoon door, en vraag je beheerder om het adres van de hub in de proxy toe te laten.
failure-proxyUnsupported = De ingestelde proxy is van een soort die Nabij niet kent.
    .safe = Alles staat veilig op deze computer.
    .todo = Vraag je beheerder om een http-proxy in te stellen, of om de hub zonder proxy bereikbaar te maken.
failure-fileUnreadable = Nabij kan dit bestand niet openen.
    .safe = Er is niets veranderd.
    .todo = Kijk of het bestand er nog staat en niet in een ander programma open is. Kies het dan opnieuw.
failure-fileChanged = Het bestand, of wat er in Nabij staat, is intussen veranderd.
    .safe = Er is niets opgeslagen.
    .todo = Lees het bestand opnieuw en kijk nog eens wat er zou gebeuren.
failure-notATable = Dit is geen Excel- of CSV-bestand.
    .safe = Er is niets veranderd.
    .todo = Sla de lijst in Excel op als .xlsx of .csv en kies dat bestand.
failure-fileTooLarge = Dit bestand is te groot om in één keer te importeren.
    .safe = Er is niets veranderd.
    .todo = Verdeel de lijst over meer bestanden.
failure-fileDamaged = Dit bestand is beschadigd.
    .safe = Er is niets veranderd.
    .todo = Open het in Excel, sla het opnieuw op en kies het dan weer.
failure-fileProtected = Dit bestand heeft een wachtwoord.
    .safe = Er is niets veranderd.
    .todo = Sla het in Excel op zonder wachtwoord en kies dat bestand. Gooi het daarna weg.
failure-noRows = In dit bestand staan geen rijen.
    .safe = Er is niets veranderd.
    .todo = Kijk of de bovenste rij de koppen heeft en of er rijen onder staan.
failure-notAShareFile = Dit is geen bestand om te delen van Nabij.
    .safe = Er is niets overgenomen.
    .todo = Kies het bestand dat je collega met Nabij maakte; de naam eindigt op .nabij.
failure-fileNotWhole = Dit bestand is beschadigd of niet helemaal gekopieerd.
    .safe = Er is niets overgenomen.
    .todo = Kopieer het opnieuw, of vraag je collega om een nieuw bestand.
failure-fileOfOtherTeam = Dit bestand is van een ander team.
    .safe = Er is niets overgenomen.
    .todo = Kijk of je het goede bestand hebt.
failure-fileNotForYou = Dit bestand is niet voor jou en gaat hier niet open.
    .safe = Er is niets overgenomen.
    .todo = Vraag om een bestand voor jou of voor alle collega’s.
failure-fileFromOutsider = Dit bestand komt van een laptop die niet, of niet meer, bij het team hoort.
    .safe = Er is niets overgenomen.
    .todo = Vertel het je beheerder.
failure-fileBrokenOff = Het bestand kon niet tot het eind gelezen worden.
    .safe = Wat al was overgenomen, is bewaard.
    .todo = Lees het nog eens in. Nabij gaat verder waar het was.
failure-unexpected = Er ging iets mis.
    .safe = Alles wat bewaard was, is veilig.
    .todo = Probeer het opnieuw. Blijft het zo, geef dan het nummer hieronder aan de helpdesk.
