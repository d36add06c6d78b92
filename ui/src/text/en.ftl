### All words of Nabij in English. Short and plain.

app-name = Nabij
app-loading = Nabij is opening

## General

action-next = Next
action-back = Back
action-cancel = Cancel
action-save = Save
action-close = Close
action-edit = Edit
action-add = Add
action-withdraw = Take away
action-copy = Copy
action-copied = Copied
action-show = Show
action-hide = Hide
action-retry = Try again
optional = may stay empty
you = you
error-details = Details
error-code = Code { $code }
error-incident = Number for the help desk: { $incident }

## Roles, kinds, languages

role-coach = Youth coach
role-familyCoach = Family coach
role-director = Case director
role-privacyOfficer = Data protection officer

kind-conversation = conversation
kind-message = message or call
kind-homeVisit = home visit
kind-signal = signal
kind-consultation = consultation
kind-other = other

language-nl = Nederlands
language-en = English
theme-day = Day
theme-day-hint = Light, for daytime
theme-night = Night
theme-night-hint = Dark and warm, for the street
theme-system = Automatic
theme-system-hint = Follows this computer, dark after 20:00
density = Room
density-comfortable = Roomy
density-comfortable-hint = Large rows, easy to hit
density-compact = Compact
density-compact-hint = Smaller rows, more fits on the screen

## Fields and life domains

field-clear = Clear: { $label }
field-open-list = Show the list: { $label }
field-new = New: “{ $words }”
status-undo = Undo
life-domain-housing = housing
life-domain-housing-code = HO
life-domain-money = money
life-domain-money-code = MO
life-domain-schoolWork = school and work
life-domain-schoolWork-code = SW
life-domain-family = family
life-domain-family-code = FA
life-domain-network = network
life-domain-network-code = NW
life-domain-health = health
life-domain-health-code = HE
life-domain-safety = safety
life-domain-safety-code = SA
life-domain-leisure = leisure
life-domain-leisure-code = LE

## First start

first-step = Step { $step } of 4
first-look-title = Welcome to Nabij
first-look-intro = First choose your language and how Nabij looks. You can always change this later.
first-language = Language
first-theme = Appearance

first-passphrase-title = Choose a passphrase
first-passphrase-intro = Everything you write is encrypted on this computer. Only your passphrase opens it.
first-passphrase-proposed = The passphrase we propose
first-passphrase-spaces = Later, type the words with a space in between.
first-passphrase-hyphens = Later, type the words with a hyphen in between.
first-passphrase-again = New proposal
first-passphrase-own = Choose my own passphrase
first-passphrase-use-proposed = Use a proposal after all
first-passphrase-written = I have written the words down
first-passphrase-warning = Nobody can recover this passphrase for you. Keep the paper apart from this computer.
first-passphrase-create = Make the vault
first-passphrase-creating = Making the vault
passphrase-new = New passphrase
passphrase-repeat = Type the passphrase again
passphrase-current = Current passphrase
passphrase-differs = The two passphrases are not the same.
passphrase-not-written = Write the words down first, then tick the box.
passphrase-show = Show passphrase
passphrase-hide = Hide passphrase
passphrase-strength-weak = Too weak. Use more words, preferably seven.
passphrase-strength-fair = Fair. A few more words make it stronger.
passphrase-strength-strong = Strong.

first-team-title = Who do you work with?
first-team-intro = Nabij shares only with your own team.
first-team-found = I start a new team
first-team-found-hint = You name the team and invite colleagues later.
first-team-join = I have an invitation
first-team-join-hint = A colleague gave you a code.

first-found-title = Your new team
first-found-intro = Your colleagues see these names. Clients and other teams do not.
first-found-submit = Start the team
first-join-title = Join your team
first-join-intro = Paste the code that your colleague gave you. It works once and expires by itself.
first-join-submit = Join the team
team-name = Name of the team
team-name-example = For example: Street team North
own-name = Your name
own-name-example = This is how colleagues see you
own-role = Your role
hub-address = Address of the hub
hub-hint = The hub is a computer that passes encrypted messages between your laptops. It cannot read anything. Don’t know the address? Leave this empty: you can fill it in later.
invitation-code = Invitation code

## Waiting to be admitted

waiting-title = Your colleague lets you in
waiting-intro = Your invitation has been sent. As soon as your colleague’s laptop shares, you belong to { $team }.
waiting-intro-nameless = Your invitation is ready. As soon as your colleague’s laptop shares, you belong to the team.
waiting-calm = You don’t have to do anything. This screen moves on by itself.
waiting-other-invitation = Another invitation

## Unlock

unlock-title = Open Nabij
unlock-intro = Your work is encrypted on this computer.
unlock-passphrase = Passphrase
unlock-submit = Unlock
unlock-busy = Opening
unlock-wrong = This passphrase is not right. Nothing has changed.
unlock-wait = Too many tries. You can try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  }. Your data is safe.

## Frame

nav-label = Screens
nav-cases = Cases
nav-search = Search
nav-team = Team
nav-settings = Settings
header-search = Search
header-capture = Contact
region-list = List of cases
region-detail = Case
status-saved = Saved on this device
status-draft = Kept as a draft
status-locked-unsaved-title = There is text that is not saved yet
status-locked-unsaved = You wrote something without saving it. Locking throws that text away.
status-lock-anyway = Lock and throw away
status-lock-back = Back to my text

## Cases

cases-list = Cases
cases-count = { $count ->
    [one] 1 case
   *[other] { $count } cases
  }
cases-new = New case
cases-new-title = New case
cases-new-intro = Only you and the colleagues you choose can read this case.
cases-name = Name of the case
cases-name-example = For example: Family K.
cases-with = Who works on it?
cases-with-none = You are still alone in this team. You can add colleagues later.
cases-open = Open the case
cases-street = Without a case
cases-street-title = Without a case
cases-street-intro = Contact moments that belong to no case yet. Your whole team can read them.
cases-empty-title = No cases yet
cases-empty = Start with a case, or write a contact moment right away with Ctrl+N.
cases-choose-title = Choose a case
cases-choose = Choose a case on the left to see its timeline. Ctrl+N writes a contact moment.
cases-no-contact = no contact yet
cases-differences = { $count ->
    [one] 1 difference
   *[other] { $count } differences
  }
cases-rename = Change the name
cases-colleagues = Working on it
cases-share = Add colleague
cases-share-title = Add a colleague
cases-share-intro = Whoever you add can read the whole case and write in it. Also what is there already.
cases-share-submit = Add
cases-share-all = All your colleagues work on this already.

summary-title = Where we stand
summary-empty = Write in a few sentences where you stand now. Everyone in this case reads and writes along.
summary-by = { $name } changed this { $when }
summary-save = Save
remote-changed = { $name } changed this too.
remote-changed-someone = A colleague changed this too.
remote-look = Look
remote-hide = Hide
remote-current = This is what your colleague has now
remote-merges = Just keep writing. Saving brings your words together.
remote-keeps = Just keep writing. After saving both versions stay and you can choose.

timeline-title = Timeline
timeline-more = Show older
timeline-empty = No contact in this case yet. Ctrl+N to begin.
timeline-empty-street = Nothing here yet. A contact moment without a case comes here.
timeline-note = note
timeline-edited = edited

share-waiting = waiting
share-waiting-long = Waits to be shared, is on this device
share-shared = shared
share-shared-long = Shared with your team

note-write = Write a note
note-save = Save note
note-edit = Edit note
note-edit-of = Edit note of { $when }
note-text = Text of the note

## Differences

difference-title-text = Two versions of the text
difference-title-nickname = Two nicknames
difference-title-purpose = Two purposes
difference-title-kind = Two versions of the kind
difference-title-at = Two versions of the time
difference-title-place = Two versions of the place
difference-title-name = Two versions of the name
difference-title-outcome = Two versions of how it ended
difference-title-due = Two versions of the date
difference-title-owner = Two versions of who does it
difference-title-colleague = Two versions of which colleague does it
difference-title-endedAt = Two versions of the end
difference-title-headCount = Two versions of the number
difference-title-mood = Two versions of the mood
difference-title-topic = Two versions of the topic
difference-title-agreement = Two versions of the agreement
difference-title-nextStep = Two versions of the next step
difference-title-colleagues = Two versions of who came along
difference-title-role = Two versions of the role
difference-title-persons = Two versions of who it was with
difference-title-person = Two versions of who it is about
difference-title-group = Two versions of the group
difference-title-case = Two versions of the case
difference-title-lifeDomains = Two versions of the life domains
difference-title-withdrawn = Taken back and edited at the same time
difference-field-text = text
difference-field-kind = kind
difference-field-at = time
difference-field-place = place
difference-field-name = name
difference-field-nickname = nickname
difference-field-purpose = purpose
difference-field-outcome = ending
difference-field-due = date
difference-field-owner = who does it
difference-field-colleague = colleague
difference-field-colleagues = colleagues
difference-field-role = role
difference-field-endedAt = end
difference-field-headCount = number
difference-field-mood = mood
difference-field-topic = topic
difference-field-agreement = agreement
difference-field-nextStep = next step
difference-field-persons = persons
difference-field-person = person
difference-field-group = group
difference-field-case = case
difference-field-lifeDomains = life domains
difference-field-withdrawn = taken back
difference-explain = You changed this at the same time. Nothing is lost. Choose which version stays.
difference-choose = Choose this
difference-choose-of = Choose this: version of { $name }
difference-shown = shown now
difference-empty = (empty)
difference-explain-returned = One of you took this back while the other edited it. That is why it is here again. Choose what happens to it.
difference-taken-back = Taken back
difference-edited = Edited
difference-take-back = Take back after all
difference-leave = Leave it
difference-keep-both = Keep both
difference-own = Write it yourself
difference-own-label = What it should say
difference-unknown = (not on this laptop)
difference-persons = { $count ->
    [one] 1 person
   *[other] { $count } persons
 }
difference-chosen = Choice saved
difference-choice-undone = Choice taken back: both versions are there again
difference-settled = From a difference ({ $field }), chosen by { $name }
difference-settled-at = Chosen by { $name }, { $when }
difference-undo = Take the choice back

## Contact moment

capture-title = New contact moment
capture-esc = Esc keeps a draft
capture-who = Who
capture-who-example = Type two letters
capture-who-nickname = Goes to “Without a case”, with nickname { $name }
capture-who-nobody = Goes to “Without a case”
capture-who-case = Goes into the timeline of { $name }
capture-kind = Kind
capture-text = What happened?
capture-text-short = Text
capture-text-missing = First write what happened.
capture-time = Time
capture-time-now = Now, { $time }
capture-time-change = Other time
capture-time-back = Now after all
capture-place = Place
capture-save = Save
capture-saving = Saving
capture-restored = Your draft is back.
capture-clear = Start empty
moment-edit = Edit contact moment
moment-edit-of = Edit contact moment of { $when }
capture-who-several = Each gets a copy of the same text, in which the others are not named. Who has no case yet goes to “Without a case”. So write no names in the text.
capture-who-chosen = Chosen
capture-keys = Alt+1–6: kind · Alt+0: not reached · Enter takes, a comma makes a nickname
capture-statements = Fact, experience or interpretation
capture-group = Group
capture-life-domains = Life domains
capture-life-domains-add = Life domain
capture-action-add = Action
capture-action-nth = Action { $number }
capture-action-text = What was agreed?
capture-action-with = Goes with { $name }
capture-action-owner = Who does it?
capture-action-due = By when?
capture-action-remove = Remove action
capture-pasted = This looks like messages from WhatsApp.
capture-pasted-take = Take time and kind over, without the stamps
outcome-reached = reached
outcome-notReached = not reached
statement-fact = Fact
statement-experience = Experience
statement-interpretation = Interpretation
status-taken-back = Taken back
status-not-taken-back = Taking back did not work. Everything is still there.
moment-others = { $count ->
    [one] and 1 other
   *[other] and { $count } others
  }
moment-of-street = from the street
item-more = More about what happened { $when }
item-take-back = Take back
history-open = Earlier versions
history-title = Earlier versions
history-restore = Bring this version back
history-first = first version
history-text = text changed
history-kind = kind changed
history-outcome = reached or not changed
history-at = time changed
history-place = place changed
history-lifeDomains = life domains changed
history-who = with whom changed
history-withdrawn = taken back or put back
withdrawn-show = Show what was taken back
withdrawn-hide = Hide what was taken back
withdrawn-more = These are the newest { $count }. What happened before them is not in this list.
withdrawn-none = Nothing was taken back.
withdrawn-put-back = Put back
withdrawn-put-back-of = Put back what happened { $when }
withdrawn-back = Put back

## Persons without a case

person-expired = somebody (no longer kept)
person-unknown = somebody who is not known here
person-nickname = Nickname
person-nickname-missing = Write a nickname.
person-text = How do you know this person again?
person-text-help = No birth date, no photograph. Only what a colleague needs.
person-is-case = Is linked to { $name }. What stands here stands there too.
person-is-person = Is the same as somebody else. Look in the timeline.
person-likely = Looks like: { $names }. Only you can say whether that is so.
person-kept = Stays as long as there is a purpose.
person-expires = Goes from all lists on { $when }: 90 days after the last contact. What happened stays, without the nickname.
purpose-title = For what do we keep this person?
purpose-none = No purpose
purpose-none-hint = Then the nickname goes 90 days after the last contact.
purpose-help = Asks for help
purpose-safety = Safety of this person or of others
purpose-agreement = There is an agreement to keep
persons-title = Persons without a case
persons-to-link = Still to be linked
persons-to-link-none = Nobody. Who you call by a nickname comes to stand here.
persons-seen = seen { $when }
persons-more = and { $count } more
merge-kind = linked
merge-open = Link
merge-title = Who is { $name }?
merge-intro = Choose who this turns out to be. What happened on the street then also stands with that case or person. It can always be undone. Colleagues see that there is a link; the name of the case only who holds that case.
merge-likely = Looks like
merge-case = A case
merge-a-case = case
merge-a-person = person without a case
merge-save = Link
merge-done = Linked
merge-undo = Undo
merge-undo-of = Undo: { $name } linked { $when }
merge-undone = Linked no more
merge-said = { $name } turns out to be { $into }.
merge-some-case = a case that you do not hold
merge-overruled = Does not count: later something else was said.
likeness-sameNickname = same nickname
likeness-similarNickname = nickname is alike
likeness-sameWords = same words in the description
likeness-sameGroup = same group
likeness-samePlace = same place

## Actions

actions-add = Action
actions-new = New action
actions-edit-title = Edit action
actions-text = What was agreed?
actions-text-missing = First write what was agreed.
actions-who = Who does it?
actions-who-example = A colleague, the young person, the neighbour
actions-who-help = Choose a colleague, or write who does it. Empty: you do.
actions-due = On which day?
actions-hour = At what time?
actions-in-case = In which case?
actions-case-unknown = Choose a case from the list, or empty this field.
actions-mine = My actions
actions-mine-empty = You have no open actions. Press Ctrl+Shift+A to write one down.
actions-case = Actions
actions-case-empty = No open actions in this case. Press Ctrl+Shift+A to write one down.
actions-ended = Ended actions
actions-ended-show = { $count ->
    [one] Show 1 ended action
   *[other] Show { $count } ended actions
  }
actions-ended-hide = Hide ended actions
actions-first = The first { $shown } of { $total }.
actions-today = today
actions-tomorrow = tomorrow
actions-overdue = overdue since { $since }
actions-undated = without a date
actions-outcome-open = open
actions-outcome-done = done
actions-outcome-deliberatelyNot = deliberately not
actions-outcome-notReached = not reached
actions-more = More about action: { $text }
actions-end-done = Done
actions-end-deliberatelyNot = Deliberately not done
actions-end-notReached = Not reached
actions-end-open = Open again
actions-said-open = Action is open again
actions-said-done = Action done
actions-said-deliberatelyNot = Action deliberately not done
actions-said-notReached = Action: not reached
actions-take-back = Take back
actions-taken-back = Action taken back
actions-move = Move to …
actions-move-title = Move the action
actions-move-other = Another day
actions-move-submit = Move
actions-moved = Action moved
command-action = New action

## Agenda

nav-agenda = Agenda
agenda-view = How many days
agenda-day = Day
agenda-week = Week
agenda-whose = Whose
agenda-mine = My actions
agenda-all = All actions
agenda-today = Today
agenda-day-before = Day back
agenda-day-after = Day on
agenda-week-before = Week back
agenda-week-after = Week on
agenda-from-until = { $from } to { $until }
agenda-keys = Left and right arrow: another day. Up and down arrow: another action.
agenda-day-empty = Nothing
agenda-aside = Without a place in these days
agenda-overdue = Overdue
agenda-undated = Without a date
agenda-undated-empty = Every open action has a date.
agenda-export = Put in another calendar
agenda-export-help = Makes a file with your open actions from today on. It only says when: no names and no text.
agenda-exported = { $count ->
    [0] Nothing has a date; the file is empty
    [one] File made with 1 appointment
   *[other] File made with { $count } appointments
  }

## Out alone

check-in-title = Out alone
check-in-setting = When you go out on your own, this laptop can keep track of when you would check in. If you do not, colleagues you choose see that. They do not know where you are.
check-in-setting-runs = A time is running now. Check in first, then you can turn this off.
check-in-offer = Offer “Out alone” on this laptop
check-in-explain = Agree a time with yourself. Just before it the laptop asks whether all is well, and then it rings. Ten minutes later the colleagues you choose see that you did not check in.
check-in-place = Where are you?
check-in-place-help = Only for yourself. This stays on this laptop and is gone as soon as you check in.
check-in-until = Until what time?
check-in-who = Who sees it if you do not check in?
check-in-nobody = You are still alone in this team. There is nobody who can see it.
check-in-limits = This laptop must be on and unlocked. If it is off, asleep or locked, it does not ring and nobody sees anything until you open it again. Colleagues only see it when your laptops have a connection. In danger, call 112.
check-in-start = Begin
check-in-at = You wrote: { $place }
check-in-well = All is well
check-in-later = { $minutes } minutes later
check-in-done = Good. The time is forgotten.
check-in-pill-running = Alone, until { $time }
check-in-title-running = Out alone
check-in-title-asks = All well?
check-in-title-rings = Check in now
check-in-title-missed = You did not check in
check-in-says-running = You check in before { $time }. That is in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }. If you do not, { $colleagues } will see it at { $told }.
check-in-says-asks = At { $time } this laptop rings.
check-in-says-rings = You would check in at { $time }. At { $told } { $colleagues } will see that you did not.
check-in-says-missed = You would check in at { $time }. { $colleagues } will see that as soon as your laptops have a connection. If all is well, say so here.
check-in-missed = { $name } did not check in: { $time }. Call now.
check-in-missed-well = { $name } checked in: { $time }. All is well.
check-in-put-away = Seen

## Search

search-field = Search everything
search-example = Search a name, place or word
search-start-title = Search everything you may read
search-start = Type a few letters. Nabij searches everything on this device, also without internet. Plurals and parts of words come along; between “"” it stays literal.
search-none-title = Nothing found
search-none = No text with “{ $query }”. Try fewer letters or another word.
search-count = { $count ->
    [one] 1 found
   *[other] { $count } found
  }
search-shown = The first { $shown } of { $total }. Type more letters to narrow it down.
search-results = Found
search-keys = Arrows to choose, Enter to open
search-group-case = Cases
search-group-contactMoment = Contact moments
search-group-caseNote = Notes
search-group-summary = Where we stand
search-count-more = More than { $count } found
search-shown-more = The first { $shown } of more than { $total }. Type more letters to narrow it down.
search-none-filtered = Nothing with these filters: { $filters }.
search-without = Without “{ $filter }”: { $count }
search-filters = Filters
search-filter-by = Written by
search-filter-about = About whom
search-filter-place = Where
search-filter-period = When
search-filter-kind = Kind
search-filter-lifeDomain = Life domain
search-clear-filter = Take filter away: { $filter }
search-clear-filters = Clear all filters
search-period-today = today
search-period-shift = this shift
search-period-week = last 7 days
search-period-month = last 30 days
search-period-days = from … to …
search-from = From
search-until = Up to
search-since = from { $day }
search-to = up to { $day }
search-kind-contactMoment = contact moment, any kind
search-kind-contact-conversation = conversation
search-kind-contact-message = message or call
search-kind-contact-homeVisit = home visit
search-kind-contact-signal = signal
search-kind-contact-consultation = consultation
search-kind-contact-other = other contact
search-kind-caseNote = note
search-kind-summary = where we stand
search-kind-action = action
search-kind-stop = stop of a round
search-kind-handover = handover
search-kind-case = case
search-kind-person = person without a case
search-kind-group = group
search-kind-place = place
search-group-person = Persons without a case
search-group-action = Actions
search-group-stop = Stops
search-group-handover = Handovers
search-group-group = Groups
search-group-place = Places
search-recent = Searched lately
search-recent-keep = Remember on this device what I found something with
search-forget = Forget “{ $query }”
search-forget-all = Forget all

## Team

team-colleagues = Colleagues
team-invite-title = Invite a colleague
team-invite-intro = Choose the role and make a code. Pass it on yourself, for example in a secure message or on a USB stick.
team-invite-role = Role of your colleague
team-invite-submit = Make invitation
team-invite-refused = In this role you cannot invite colleagues.
team-invite-expires = Works once, until { $when }.
team-invite-hub-knows = The hub knows this invitation. Your colleague can begin now.
team-invite-hub-later = The hub does not know this invitation yet. Your colleague can begin as soon as this laptop has shared.
team-invite-needs-hub = To invite someone, this laptop needs the address of a hub.
team-hub-title = The hub
team-hub-none = This laptop works alone. Fill in an address to share with colleagues.
team-hub-save = Save address
team-hub-saved = Address saved

## Settings

settings-look = Look and language
settings-passphrase = Change passphrase
settings-passphrase-intro = Your work stays as it is. From the next time you open Nabij with the new passphrase.
settings-passphrase-submit = Change passphrase
settings-passphrase-done = Your passphrase has changed
settings-lock = Lock
settings-lock-intro = Lock when you walk away. The locked screen shows no names.
settings-lock-submit = Lock now
settings-check = Check of this device
settings-check-intro = Nabij reads everything back: the file, the order of the changes, the search words and the hub. Nothing changes.
settings-check-submit = Check this device
settings-check-busy = Checking
settings-check-good = Everything is in order.
settings-check-bad = { $count ->
    [one] 1 point needs attention.
   *[other] { $count } points need attention.
  }
settings-rebuild = Rebuild the lists
settings-rebuild-done = The lists have been rebuilt
settings-keys-submit = Show all keys

finding-ok = In order
finding-bad = Attention
finding-vaultFile = The file
finding-vaultFile-good = The file is whole and readable.
finding-vaultFile-damaged = The file is damaged. What can still be read is there. Share with the hub as soon as you can and ask your administrator for help.
finding-chain = The order of changes
finding-chain-good = No change is missing and none was altered.
finding-chain-broken = A change is missing or was altered ({ $count }). Share with the hub: often it still comes in.
finding-readModel = The lists
finding-readModel-good = The lists agree with what was written.
finding-readModel-stale = The lists are behind. Nothing is lost. Rebuild them.
finding-search = The search words
finding-search-good = Everything can be found.
finding-search-stale = Not everything can be found. Nothing is lost. Rebuild the lists.
finding-hub = The hub
finding-hub-good = The hub can be reached and has everything.
finding-hub-noHub = This laptop works alone, without a hub.
finding-hub-offline = The hub cannot be reached. Just keep working; Nabij shares by itself as soon as it can.
finding-hub-hubFault = The hub refuses this laptop or answers wrongly. Check the address under Team.
finding-hub-waiting = The hub can be reached. Not everything has been shared yet ({ $count }).
finding-clock = The clock
finding-clock-good = The clock of this computer is right.
finding-clock-clockOff = The clock of this computer differs from the hub ({ $count } seconds). Set it right, then the times in the timeline are right too.
finding-quarantine = Set apart
finding-quarantine-good = Nothing has been set apart.
finding-quarantine-quarantined = { $count ->
    [one] 1 received change could not be read and was set apart.
   *[other] { $count } received changes could not be read and were set apart.
  } The rest is in order. Tell your administrator.
finding-unknown = Something is not right here. Give this word to the help desk: { $code }

## Sharing

sync-alone = Only on this device
sync-shared = Shared
sync-busy = Busy { $done } of { $total }
sync-busy-start = Sharing
sync-waiting = { $count } waiting
sync-waiting-one = 1 waiting
sync-waiting-offline = { $count } waiting · offline
sync-waiting-offline-one = 1 waiting · offline
sync-offline = Shared · offline
sync-error = Error in sharing
sync-unknown = Not known yet
sync-pill = Sharing: { $state }
sync-title = Sharing
sync-explain-alone = Everything is safe on this computer. Fill in the address of a hub under Team to share with colleagues.
sync-explain-shared = Everything you wrote has reached the hub.
sync-explain-busy = Nabij is sharing your changes. Just keep working.
sync-explain-waiting = Your changes are safe on this computer and will go along soon.
sync-explain-offline = There is no connection with the hub. Everything is safe on this computer. Nabij shares by itself as soon as it can.
sync-explain-error = Nabij cannot share now. Everything is safe on this computer.
sync-last = Last shared
sync-never = Not yet
sync-hub = Hub
sync-hub-none = None
sync-waits = Waits to be shared
sync-waits-count = { $count ->
    [0] Nothing
    [one] 1 change
   *[other] { $count } changes
  }
sync-receipt = Receipt of the hub
sync-receipt-covers = { $count ->
    [one] 1 change of this laptop
   *[other] { $count } changes of this laptop
  }
sync-receipt-none = None yet
sync-clock = The clock of this computer differs { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } from the hub.
sync-now = Share now
sync-now-busy = Sharing
sync-pending = Still waiting
sync-pending-offline = Waiting · offline
sync-paused = Paused
sync-paused-waiting = Paused · { $count } waiting
sync-stale = Not shared for { $days } days
sync-explain-paused = Sharing is paused. Everything you write is safe on this computer and waits.
sync-explain-stale = For { $days } days some work has been on this computer only. Connect to the hub, or ask your administrator for help.
sync-pause = Pause
sync-resume = Go on sharing
sync-bytes = { $sent } kB sent, { $received } kB received
sync-list-waiting = What waits ({ $count })
sync-list-waiting-none = Nothing waits.
sync-list-waiting-more = And { $count } more that have waited longer.
sync-records = Data about the team, such as who holds a case
sync-list-unread = Not readable yet ({ $count })
sync-list-unread-more = And { $count } more changes.
sync-unread-of = Something of { $name }
sync-unread-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
  }
sync-unread-noKey = Its key is not here yet. It comes by itself. If that takes long, ask { $name } to open Nabij and share.
sync-unread-incomplete = Something that comes before it is not here yet. It comes by itself. If that takes long, ask { $name } to open Nabij and share.
sync-unread-newer = This was made with a newer Nabij. Install the newest Nabij; then it can be read.
sync-unread-broken = This cannot be read. What was there stays. Ask { $name } to write it down again, and tell your administrator.
sync-failed-full = The hub has no more room for this team. What is listed below is safe on this computer. Ask your administrator for more room.
sync-failed-notAllowed = The hub did not take everything. What is listed below is safe on this computer. Try again. If it stays so, ask your administrator for help.
sync-turned-down-full = Not shared yet: the hub is full
sync-turned-down-notAllowed = Not shared yet: the hub did not take this
sync-retry = Try again what failed
sync-retry-busy = Trying
sync-holds-nothing = nothing confirmed yet
sync-list-confirmed = Who has what
sync-list-confirmed-none = Nobody has confirmed anything yet.
sync-laptop-of = Laptop of { $name }
sync-holds = has { $holds } of { $of } changes
sync-list-findings = Take note ({ $count })
sync-list-lines = What happened
sync-list-lines-none = Nothing has happened since unlocking.
sync-line-met = Connected to the hub
sync-line-caughtUp = Everything has been shared both ways
sync-line-offline = No connection to the hub
sync-line-begunAnew = Began sharing anew
sync-line-failed = Sharing failed
sync-somebody = a colleague
sync-finding-hubLost = The hub lacks { $count } changes of { $name } that it once had. This laptop brings them again. Tell your administrator.
sync-finding-withheld = A colleague has { $count } changes of { $name } that this hub does not give. Tell your administrator.
sync-finding-otherHistory = Somebody has another version of what { $name } wrote. What is here stays. Tell your administrator.
sync-finding-doesNotFit = { $count } changes of { $name } do not fit what is here and were not taken in. What is here stays. Tell your administrator.
sync-finding-writtenAnew = This laptop was put back from a backup or copied. { $count } changes were shared anew; nothing is lost.
nearby-title = Laptops nearby (off)
nearby-title-on = Laptops nearby (on)
nearby-switch = Share with laptops of colleagues on the same network
nearby-port-taken = Port { $port } is taken by another program. Colleagues cannot find this laptop now.
nearby-nobody = No laptop of a colleague seen yet.
nearby-connected = connected
nearby-gone = not nearby
nearby-shared = shared { $when }
nearby-address = Address of a laptop
nearby-address-hint = For example 192.168.1.20. Your colleague must have switched on sharing with laptops nearby.
nearby-share = Share with this laptop
share-file-title = Share by file
share-file-intro = For a stick or a network drive. Only the colleagues for whom the file is can open it; who finds a stick sees nothing. Everybody gets only what is theirs.
share-file-whom = For whom
share-file-all = All colleagues
share-file-history = Also what has arrived already (for who begins anew)
share-file-write = Write a file
share-file-read = Take a file in
share-file-writing = Writing
share-file-reading = Taking in
share-file-save-title = Where does the file go?
share-file-open-title = Choose a file of a colleague
share-file-name = share
share-file-written = The file is written, with { $count ->
    [one] 1 change
   *[other] { $count } changes
  }. { $readers ->
    [one] 1 colleague can open it
   *[other] { $readers } colleagues can open it
  } and nobody else.
share-file-written-empty = There is nothing that has not arrived yet. The file only says what this laptop has.
share-file-from = From { $name }, written { $when }
share-file-nothing = Nothing new: everything in this file was here already.
share-file-street = Street
share-file-case = A case
share-file-moments = { $count ->
    [one] 1 new contact moment
   *[other] { $count } new contact moments
  }
share-file-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }
share-file-others = { $count ->
    [one] 1 other item
   *[other] { $count } other items
  }
share-file-changed = { $count } changed
share-file-known = { $count ->
    [one] 1 was here already.
   *[other] { $count } were here already.
  }
share-file-team = News about the team was taken in.
share-file-waiting = { $count } wait for a key or for what comes before them. They are kept.
share-file-unreadable = { $count } cannot be read. They are kept.
share-file-left-out = { $count } stretches do not fit what is here and were not taken in. Tell your administrator.
share-file-incomplete = This file rests on what is not here yet. Ask for a file that also has what has arrived already.

## Import and export

import-open = Import from Excel
import-title = Import from Excel
import-file = Import: { $name }
import-choose-title = Choose a file
import-choose = Choose a file
import-intro = A list from Excel or a CSV file. First you see what would happen. Only then is anything saved.
import-sheet = Sheet
import-sheet-nameless = Sheet { $number }
import-heading-nameless = Column { $number }
import-mapping-title = What do the columns hold?
import-mapping-intro = { $rows ->
    [one] The file has 1 row. Check what each column holds.
   *[other] The file has { $rows } rows. Check what each column holds.
  }
import-mapping-empty = Choose at least one column with a case, a nickname, a text or an action.
import-mapping-twice = Two columns hold the same. Choose one of them.
import-column-nothing = Skip
import-column-case = Name of the case
import-column-nickname = Nickname
import-column-date = Date
import-column-time = Time
import-column-kind = Kind of contact
import-column-text = What happened
import-column-place = Place
import-column-lifeDomains = Life domains
import-column-outcome = Reached or not
import-column-action = Action
import-column-due = By when
import-column-owner = Who does it
import-column-empty = This column is empty in the first rows.
import-other-file = Another file
import-try = See what would happen
import-try-title = This would happen
import-try-intro = Nothing is saved yet.
import-try-again = Read the file again
import-total-rows = Rows
import-total-cases = New cases
import-total-existingCases = Cases that are here
import-total-contactMoments = Contact moments
import-total-persons = Persons without a case
import-total-actions = Actions
import-total-nothing = Rows with nothing new
import-total-wrong = Rows with a fault
import-none-wrong = All rows are good.
import-wrong-title = Rows with a fault
import-rows-title = Rows
import-only-wrong = Only faults
import-rows-before = Rows before
import-rows-after = Rows after
import-row = Row
import-row-what = What happens
import-effect-newCase = new case
import-effect-existingCase = in a case that is here
import-effect-person = new person
import-effect-contactMoment = contact moment
import-effect-action = action
import-effect-nothing = nothing new
import-fault-column = Column { $column }.
import-fault-shown = It says: “{ $shown }”.
import-reason-dateMissing = There is a text, but no date.
import-reason-dateUnreadable = This is not a date.
import-reason-dateInFuture = This date is in the future.
import-reason-dateTooOld = This date is before 1990.
import-reason-timeUnreadable = This is not a time.
import-reason-kindUnknown = Nabij does not know this kind of contact.
import-reason-lifeDomainUnknown = Nabij does not know this life domain.
import-reason-outcomeUnknown = This must be yes or no.
import-reason-textMissing = There is a date, but no text.
import-reason-textTooLong = This text is longer than 20,000 characters.
import-reason-nameTooLong = This is longer than 200 characters.
import-reason-spreadsheetFault = This is a fault of Excel.
import-reason-raggedRow = This row has more cells than there are columns.
import-reason-duplicateInFile = Row { $row } says the same.
import-reason-duplicateHere = This is in Nabij already.
import-reason-dueUnreadable = This day of the action is not a date.
import-reason-dueUnlikely = This day of the action is before 1990 or more than ten years ahead.
import-reason-actionMissing = There is a day, but no action.
import-reason-caseAmbiguous = There is more than one case with this name.
import-save-faults = Save the faults as CSV
import-faults-file = import-faults
import-faults-row = Row
import-faults-column = Column
import-faults-shown = What it says
import-faults-reason = What is wrong
import-go-title = Import
import-share = { $count ->
    [one] Who works on the new case?
   *[other] Who works on the { $count } new cases?
  }
import-leave-out = { $count ->
    [one] Leave out the row with a fault
   *[other] Leave out the { $count } rows with a fault
  }
import-back-to-mapping = Back to the columns
import-go = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
  }
import-busy = Importing
import-busy-intro = Everything comes in at once, or nothing. Keep Nabij open.
import-done-title = It is in Nabij
import-made = Made: cases { $cases }, contact moments { $moments }, persons { $persons }, actions { $actions }.
import-left-out = { $count ->
    [one] 1 row with a fault was left out.
   *[other] { $count } rows with a fault were left out.
  }
import-another = Another file
import-earlier = Imported before
import-is-undone = undone
import-undo = Undo
import-undo-of = Undo the import of { $at }
import-redo = Put back
import-redo-of = Put back the import of { $at }
import-undo-title = Undo this import?
import-undo-intro = Everything of this import goes from the lists, for colleagues too. You can put it back later.
import-changed = { $count ->
    [one] 1 item was changed since. It goes too.
   *[other] { $count } items were changed since. They go too.
  }
import-added = { $count ->
    [one] 1 thing was added in these cases later. It goes out of sight too.
   *[other] { $count } things were added in these cases later. They go out of sight too.
  }
import-undo-busy = Busy
import-undone = The import is undone
import-redone = The import is back
export-menu = Export
export-of-cases = Export the cases
export-of-contactMoments = Export all contact moments
export-of-actions = Export all actions
export-of-persons = Export the persons without a case
export-of-search = Export what was found
export-format = Kind of file
export-format-xlsx = Excel
export-format-csv = CSV
export-warning = This file is not encrypted. Everybody who has it can read it. Keep it in a safe place and throw it away when you do not need it any more.
export-choose = Choose where the file goes
export-done = The file is saved
export-file-cases = cases
export-file-contactMoments = contact-moments
export-file-actions = actions
export-file-persons = persons
export-file-search = search-results

## Today, shifts, rounds, stops

nav-today = Today
today-side = What waits for you
today-added = New from colleagues
today-added-none = Nothing new since you last looked.
today-added-more = { $count ->
    [one] And 1 more before
   *[other] And { $count } more before
  }
today-added-many = And more than { $count } before
today-seen = Seen
today-differing = Differences
today-lists = Places and groups
thing-case = case
thing-contactMoment = contact moment
thing-caseNote = note
thing-summary = where we stand
thing-place = place
thing-group = group
thing-shift = shift
thing-round = round
thing-stop = stop
thing-person = person
thing-action = action
thing-handover = handover
thing-other = something else
shift-title = Shift
shift-since = Shift since { $from }
shift-none = No shift is running
shift-none-explain = Start your shift. What you write down after that is kept together here.
shift-start = Start shift
shift-started = Your shift has started
shift-end = End shift
shift-ended = Your shift has ended
shift-edit = Time and colleagues
shift-more = More about this shift
shift-earlier = Earlier shifts
shift-with = Together with { $names }
shift-began = Began at
shift-ended-at = Ended at
shift-along = Who works along
shift-forgotten = Still open since { $from }. New notes are not added to it any more.
shift-outside-rounds = Outside a round
shift-empty = Nothing written down this shift. Record a stop with Ctrl+Shift+Enter, or a contact with Ctrl+N.
shift-empty-ended = Nothing was written down in this shift.
shift-ended-title = Your shift is done
shift-left-nothing = Nothing is left open. Get home safely.
shift-left-open = Good to know. It need not be now.
shift-left-handover = No handover has been made yet.
shift-left-actions = { $count ->
    [one] 1 action is still open.
   *[other] { $count } actions are still open.
  }
shift-left-persons = { $count ->
    [one] 1 person has not been linked yet.
   *[other] { $count } persons have not been linked yet.
  }
shift-left-unshared = { $count ->
    [one] 1 thing has not been shared yet. It is safe on this device.
   *[other] { $count } things have not been shared yet. They are safe on this device.
  }
shift-of = Shift of { $name }
shift-running = still running
shift-counts =
    { $stops ->
        [one] 1 stop
       *[other] { $stops } stops
    } · { $moments ->
        [one] 1 contact
       *[other] { $moments } contacts
    }
shifts-title = Shifts
shifts-empty = There is no shift yet. Start one on the Today screen.
round-start = Start round
round-end = End round
round-running = Round { $nth } · since { $from }
round-ended = Round { $nth } · { $from }–{ $until }
round-empty = No stop in this round yet.
stop-record = Record stop
stop-new = New stop
stop-add = Add stop
stop-edit = Edit stop
stop-esc = Esc closes. What you filled in stays.
stop-place = Where
stop-place-example = Station, square, park…
stop-place-missing = Say where you were.
stop-place-unknown = place not here yet
stop-headCount = How many people
stop-mood = Mood
stop-group = Group
stop-topic = What it was about
stop-agreement = Agreement
stop-nextStep = Next step
stop-keys = Alt+1–5: mood · + and −: number
stop-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
stop-more = More about the stop { $place }
stop-saved = Stop saved: { $place }
stop-withdrawn = The stop was taken away
mood-calm = calm
mood-friendly = friendly
mood-restless = restless
mood-tense = tense
mood-grim = grim
command-shift = Start or show shift
command-stop = Record stop
command-round = Start round

## Places and groups

names-more = More about { $name }
names-none-found = No name with “{ $words }”. Add it if it is new.
names-withdrawn = { $name } was taken away
names-missing = Fill in a name.
names-not-yet = no stop yet
names-stops = { $count ->
    [one] 1 stop · { $when }
   *[other] { $count } stops · last { $when }
  }
places-title = Places
places-intro = Your team's own list. A place that you type with a stop or contact is added by itself.
places-find-or-add = Find or add a place
places-empty = No places yet. Type the first one above, the station for instance.
place-edit = Edit place
place-name = Name of the place
place-becomes-one = There is a place “{ $name }” already. Together they become one place.
groups-title = Groups
groups-intro = What you call a group on the street. A group that you type with a stop is added by itself.
groups-find-or-add = Find or add a group
groups-empty = No groups yet. Type above what you call the first one.
group-edit = Edit group
group-name = Name of the group
group-no-names = No names of persons. Name the group after its spot or what it does.
group-place = Usually found at
group-place-unknown = Choose a place from the list.
group-text = What colleagues should know
group-becomes-one = There is a group “{ $name }” already. Together they become one group.

## Palette

palette-title = Commands and search
palette-field = Type a command, a name or a word
palette-results = What was found
palette-example = Command, name or word
palette-commands = Commands
palette-further = Further
palette-search-all = Search “{ $words }” in everything
command-capture = New contact moment
command-capture-who = New contact moment, first with whom
command-palette = Commands and search
command-search = Search everything
command-share = Share now
command-theme = Switch night and day
command-density = Switch roomy and compact
command-lock = Lock
command-sheet = Show all keys
command-region = To the next part of the screen
command-region-back = To the previous part of the screen

## Handover

command-handover = Make handover
command-handover-inbox = See handovers
command-handover-unread = Read new handover
command-caseload = Hand over cases
handover-write = Handover of this shift
handover-write-short = Make handover
handover-of-shift = Shift that began on { $at }. What you still write comes in by itself.
handover-of-ended-shift = Shift from { $at } to { $until }.
handover-no-shift-title = No shift yet
handover-no-shift = A handover writes itself from a shift. Start a shift on the Today screen. What you write after that is ready here.
handover-nothing-yet = Nothing has happened in this shift yet. What you write comes in by itself.
handover-keys-hint = Arrows walk through the lines. Alt and an arrow moves a line, X strikes it.
handover-send = Send
handover-send-again = Send again
handover-sent = The handover is ready for your colleagues
handover-undone = The handover was taken back
handover-sent-at = Sent at { $at }.
handover-sent-replaces = If you send again, that one takes the place of this one.
handover-show-sent = See what you sent
handover-for-next = For the next shift
handover-for = For { $names }
handover-for-change = Change for whom
handover-for-label = For whom?
handover-for-hint = If you choose nobody, the handover is for the next shift. Who holds a case always gets the part about that case.
handover-read-by-team = the whole team reads this
handover-read-by-nobody = only you read this: nobody else holds this case
handover-read-by = { $names } read this
handover-no-place = General
handover-add-sentence = Add a sentence
handover-sentence-in = Add a sentence: { $name }
handover-edit-sentence = Edit your sentence
handover-keep-sentence = Keep sentence
handover-struck = struck
handover-not-shared = not shared yet
handover-up = Line up
handover-down = Line down
handover-part-worry = Worry
handover-part-agreement = Agreement
handover-pdf = PDF
handover-pdf-title = Save the handover as PDF
handover-pdf-file = handover
handover-pdf-done = The PDF is saved. Whoever has the file can read it.
handover-title-shift = Handover from { $name }
handover-title-caseload = Cases from { $name }
handover-mine = Your handover
handover-mine-caseload = Cases that you handed over
handover-seen-by = Read by { $names }
handover-read-by-none = Read by nobody yet
handover-note-read = Read
handover-noted = Your colleague sees that you have read this
handover-unread = unread
handover-section-worries = Worries
handover-section-agreements = Agreements
handover-open-case = Open case
handover-open-case-named = Open case { $name }
handover-why = Why we do it this way
handover-why-hint = What must your successor know that is written nowhere? For example: why you do not call him before ten.
handover-summary = Where we stand
handover-no-summary = This case does not say yet where you stand.
handover-inbox = Handovers
handover-inbox-empty-title = No handovers yet
handover-inbox-empty = When a colleague sends a handover, it is here. You can read it without a network.
handover-panel = Handover
handover-panel-empty = No handovers yet.
handover-all = All handovers
handover-caseload = Hand over cases
handover-caseload-intro = Does a colleague go on with your cases for good? For each case your successor gets one page: where you stand, why you do it this way, what was agreed and who is around it. You stay in the case yourself.
handover-caseload-none = You have no cases to hand over yet.
handover-caseload-alone = There is no colleague in your team yet. Invite somebody first on the Team screen.
handover-caseload-to = Who takes over?
handover-caseload-choose = Choose a colleague
handover-caseload-cases = Which cases?
handover-caseload-grants = From then on { $name } can read everything in: { $cases }. You cannot undo that.
handover-caseload-who = Who is who: { $names }
handover-caseload-send = Hand over
handover-caseload-sent = { $count ->
    [one] One case handed over to { $name }
   *[other] { $count } cases handed over to { $name }
}

## Keys

keys-title = Keys
keys-everywhere = Everywhere
keys-in-forms = In a form
keys-in-lists = In a list or menu
keys-save = Save
keys-kind = Choose the kind in a contact moment
keys-mood = Choose the mood of a stop
keys-escape = Close; what you wrote stays as a draft
keys-undo = Undo the last thing
keys-list-move = Go to the previous or next
keys-list-open = Open or choose
keys-list-letters = Jump to a name

## When something fails: what happened, what is safe, what to do

failure-invalid = Something is not right yet.
    .safe = Nothing has changed.
    .todo = Check the fields and try again.
failure-refused = This cannot be done like this.
    .safe = Nothing has changed.
    .todo = Check that everything is right. If it stays like this, ask a colleague who may do it.
failure-locked = Nabij is locked.
    .safe = Everything that was saved is safe.
    .todo = Unlock with your passphrase.
failure-notFound = This was not found.
    .safe = Nothing has changed.
    .todo = Go back to the list and choose again.
failure-offline = There is no connection with the hub.
    .safe = Everything is safe on this computer.
    .todo = Just keep working. Nabij shares by itself as soon as it can.
failure-notAMember = This laptop does not belong to the team yet.
    .safe = Everything is safe on this computer.
    .todo = Wait until a colleague lets you in, or ask for a new invitation.
failure-newerVersion = This file is from a newer Nabij.
    .safe = Your data is whole. This version does not touch it.
    .todo = Install the newest Nabij and open it again.
failure-storageFull = The disk of this computer is full.
    .safe = What was saved before is safe. This last part is not saved yet.
    .todo = Make room and save again.
failure-readOnly = Nabij may not write here.
    .safe = What is there already is safe.
    .todo = Ask your administrator for write access to Nabij’s folder, then try again.
failure-damaged = Nabij’s file is damaged.
    .safe = Everything that was shared is also at the hub and with your colleagues. Nabij erased nothing.
    .todo = Leave the file as it is and ask your administrator for help.
failure-foreignFile = This file is not Nabij’s.
    .safe = Nabij did not touch it.
    .todo = If you chose a file, choose another. If it is about Nabij’s folder, ask your administrator to move the foreign file away.
failure-inUse = Nabij is already open.
    .safe = Everything that was saved is safe.
    .todo = Go to the other window, or close it and try again.
failure-alreadyExists = This exists already.
    .safe = Nothing has changed.
    .todo = See whether it is in the list.
failure-wrongPassphrase = This passphrase is not right.
    .safe = Nothing has changed.
    .todo = Type it again, mind spaces and capitals.
failure-tooManyTries = Too many tries.
    .safe = Your data is safe.
    .todo = Wait a moment and try again.
failure-invitationInvalid = This code is not an invitation.
    .safe = Nothing has changed.
    .todo = Copy the whole code again, without words around it.
failure-invitationExpired = This invitation has expired.
    .safe = Nothing has changed.
    .todo = Ask your colleague for a new code.
failure-invitationUsed = This invitation has been used already.
    .safe = Nothing has changed.
    .todo = Ask your colleague for a new code.
failure-invitationUnknown = The hub does not know this invitation.
    .safe = Nothing has changed.
    .todo = Ask your colleague to press “Share now”, then try again.
failure-hubRefused = The hub refuses this laptop.
    .safe = Everything is safe on this computer.
    .todo = Check the address under Team. If it is right, ask your administrator for help.
failure-hubGarbled = The hub gives an answer that makes no sense.
    .safe = Everything is safe on this computer. Nothing of it was taken in.
    .todo = Check the address under Team. If it stays like this, tell your administrator.
failure-hubBusy = The hub is too busy.
    .safe = Everything is safe on this computer.
    .todo = Just keep working. Nabij tries again later.
failure-hubFull = The hub has no more room for this team.
    .safe = Everything is safe on this computer. What colleagues shared still comes in.
    .todo = Just keep working, and ask your administrator for more room on the hub.
failure-certificateUntrusted = The hub's certificate is not trusted.
    .safe = Nothing was sent and nothing is lost. Everything is safe on this computer.
    .todo = Check the address under Team and this computer's clock. Otherwise ask your administrator to renew the certificate or to trust it on this computer.
failure-proxyCredentials = The proxy of this network wants a name and a password.
    .safe = Everything is safe on this computer.
    .todo = Just keep working, and ask your administrator to set up the proxy on this computer.
failure-proxyRefused = The proxy of this network does not let Nabij through.
    .safe = Everything is safe on this computer.
    .todo = Just keep working, and ask your administrator to allow the hub's address in the proxy.
failure-proxyUnsupported = The proxy that is set up is of a kind that Nabij does not know.
    .safe = Everything is safe on this computer.
    .todo = Ask your administrator to set up an http proxy, or to make the hub reachable without one.
failure-fileUnreadable = Nabij cannot open this file.
    .safe = Nothing was changed.
    .todo = Check that the file is still there and not open in another program. Then choose it again.
failure-fileChanged = The file, or what is in Nabij, has changed meanwhile.
    .safe = Nothing was saved.
    .todo = Read the file again and look once more at what would happen.
failure-notATable = This is not an Excel or CSV file.
    .safe = Nothing was changed.
    .todo = Save the list in Excel as .xlsx or .csv and choose that file.
failure-fileTooLarge = This file is too large to import at once.
    .safe = Nothing was changed.
    .todo = Divide the list over more files.
failure-fileDamaged = This file is damaged.
    .safe = Nothing was changed.
    .todo = Open it in Excel, save it again and choose it once more.
failure-fileProtected = This file has a password.
    .safe = Nothing was changed.
    .todo = Save it in Excel without a password and choose that file. Throw it away afterwards.
failure-noRows = There are no rows in this file.
    .safe = Nothing was changed.
    .todo = Check that the top row has the headings and that there are rows under it.
failure-notAShareFile = This is not a share file of Nabij.
    .safe = Nothing was taken in.
    .todo = Choose the file that your colleague made with Nabij; its name ends in .nabij.
failure-fileNotWhole = This file is damaged or was not copied whole.
    .safe = Nothing was taken in.
    .todo = Copy it again, or ask your colleague for a new file.
failure-fileOfOtherTeam = This file is of another team.
    .safe = Nothing was taken in.
    .todo = Check that you have the right file.
failure-fileNotForYou = This file is not for you and does not open here.
    .safe = Nothing was taken in.
    .todo = Ask for a file for you or for all colleagues.
failure-fileFromOutsider = This file comes from a laptop that is not, or not any more, in the team.
    .safe = Nothing was taken in.
    .todo = Tell your administrator.
failure-fileBrokenOff = The file could not be read to its end.
    .safe = What had been taken in is kept.
    .todo = Take it in again. Nabij goes on where it was.
failure-unexpected = Something went wrong.
    .safe = Everything that was saved is safe.
    .todo = Try again. If it stays like this, give the number below to the help desk.
