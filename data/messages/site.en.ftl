### Words of the site, in English.

## Around every page

site-name = Détente
site-own-name = English
site-skip = Skip to the content
site-navigation = Sections
site-more = More of this site
site-demo = An example site: its articles, poll and forecasts are ours and serve to show the program.
site-made = Made with Détente. No trackers, no cookies for reading.
site-home = Home
site-aside = Beside the briefs
site-latest = Latest brief
site-empty = Nothing is published here yet.
site-pages = Pages of the list
site-older = Older briefs
site-ask = Ask
site-record = Track record
site-tv = On television
site-search = Search
site-newsletter = Newsletter
site-feed = Atom feed
site-api = Data (API)
site-follow = Follow on
site-dyads = Relations
site-category-about = Briefs of the category { $name }.

## Briefs

site-corrected = corrected
site-short = Short link
site-about = About
site-old-version = This is version { $count }; it is kept for those who cite it.
site-latest-version = Read the latest version
site-corrections = Corrections
site-before = the version before
site-cite = Cite and take away
site-version = Version { $count }
site-digest = Digest
site-frozen = Frozen address of this version
site-files = Files
site-citation = { $name }, “{ $title }”,
site-briefs = Briefs
site-why = Why is this said?
site-captured = Captured text
site-captured-about = The text as it was captured, with the quoted words marked.
site-captured-whole = The text as it was captured.
site-quote-lost = The place asked for does not lie in this text; nothing is marked.

## Relations, actors, treaties

site-dyad = Relation
site-dyad-about = Where the relation { $name } stands, since when and why; treaties, dated facts and briefs.
site-status-improving = improving
site-status-worsening = worsening
site-status-unchanged = unchanged in a year
site-status-unknown = nothing is known of it
site-since = since { $date }
site-until = until { $date }
site-since-long = for longer than is followed here
site-status-method = The status compares the weight of the facts today with that of a year ago. It is a count of sourced facts, and no forecast.
site-why-so = Why
site-nothing-known = No fact about this relation is in the base or the ledger. That is not the same as a neutral relation.
site-treaties = Treaties
site-treaties-none = No treaty between the two is in the base.
site-treaty = Treaty
site-treaty-about = { $name }: parties, dates and clauses.
site-stage = Standing
site-signed = Signed
site-in-force = In force
site-ended = Ended
site-term = Term
site-years = { $count ->
        [one] one year
       *[other] { $count } years
    }
site-id = Id
site-legal-future = not yet signed
site-legal-signed = signed, not in force
site-legal-in-force = in force
site-legal-suspended = suspended between the two
site-legal-ended = ended
site-events = What the texts say
site-recalled = The compiler knew this and did not see it in a source: take it as a lead.
site-parties = Parties
site-parties-more = Not every party is listed.
site-clauses = Clauses
site-clauses-none = No clause is recorded.
site-clause = Obligation
site-clause-kind = { $clause }
site-article = Article
site-says = In short
site-unknown = not known
site-absent = What it does not contain
site-views = Where states disagree
site-sources = Sources
site-actor-about = { $name }: codes, friends and adversaries, treaties, briefs.
site-kind-state = State
site-kind-organisation = Organisation
site-kind-person = Person
site-kind-group = Group
site-codes = Codes
site-friends = Friendly ties
site-adversaries = Hostile ties
site-and-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }

## Asking and searching

site-ask-label = Your question
site-ask-button = Answer
site-ask-about = A question about one relation if another one changes. It is restated formally before it is answered; every claim names its source.
site-ask-help = For example: If India and China normalise relations, how would Pakistan and China get on? Name states by name, capital or leader.
site-ask-long = The question is longer than 400 characters.
site-ask-unread = The question could not be read.
site-ask-machine = This answer was made by the program from its sources just now. No editor has read it.
site-ask-base-only = The ledger of this site is large, so this answer rests on the built-in base alone.
site-search-label = Words to look for
site-search-about = Search through briefs, actors, treaties and quotes. Spellings of Arabic letters make no difference.
site-found = { $count ->
        [0] Nothing was found.
        [one] One result.
       *[other] { $count } results.
    }
site-records = Quotes

## Track record

site-record-about = Every forecast is registered before its day with criteria that cannot be changed, and is shown with how it came out.
site-record-n = { $count ->
        [one] One forecast registered.
       *[other] { $count } forecasts registered.
    }
site-record-all = See every forecast
site-score = Score
site-brier = Brier score { $brier } over { $count ->
        [one] one forecast
       *[other] { $count } forecasts
    } (0 is perfect, 0.25 is a coin).
site-brier-none = No forecast has been resolved after its closing day yet, so there is no score.
site-base = Yes came to be in { $share } of them.
site-calibration = Calibration
site-bin = Probability given
site-bin-n = Forecasts (n)
site-bin-forecast = Mean probability
site-bin-came = Came to be
site-score-method = Only forecasts whose closing day has passed count, since early answers are mostly yes. Void ones count nowhere. A bin with few cases says little.
site-forecasts = Forecasts
site-forecasts-none = No forecast has been registered yet.
site-outcome-open = open
site-outcome-closed = closed, not yet resolved
site-outcome-yes = yes
site-outcome-no = no
site-outcome-void = void
site-chance = probability of yes { $share }
site-closes = closes { $date }
site-registered = Registered
site-criteria-hash = Digest of the criteria
site-hash-wrong = The digest does not fit the text.
site-from-brief = The brief it comes from

## Television

site-tv-latest = Latest appearances
site-tv-all = All appearances
site-tv-about = Appearances of the centre's analysts. Links lead to the broadcasters; nothing is loaded from there.
site-tv-none = No appearance is recorded.

## What goes wrong

site-fault-not-found = There is nothing at this address
site-fault-gone = This was withdrawn
site-fault-invalid = What was sent cannot be read
site-fault-forbidden = This may not be done
site-fault-refused = This was refused
site-fault-method = This address does not take that method
site-fault-too-large = More was sent than is read here
site-fault-too-many = Too many requests in a short time. Wait a little and try again.
site-fault-busy = The site is busy. Try again in a moment.
site-fault-timed-out = The answer took too long. Try again in a moment.
site-fault-failed = Something failed here. It was noted.
site-fault-search = Perhaps a search finds it:

## Poll

site-poll = Poll
site-poll-vote = Vote
site-poll-answer = Your answer
site-poll-result = Result
site-poll-n = { $count ->
        [0] Nobody has voted yet.
        [one] One reader voted.
       *[other] { $count } readers voted.
    }
site-poll-no-sample = Whoever wished to could vote: this is no sample of any public.
site-poll-counted = Your vote counts. It is not kept who gave it.
site-poll-before = You have voted before; nothing was changed.
site-poll-closed = This poll takes no more votes.
site-form-stale = The form was open for too long, or was sent too fast. Go back, load it again and send it once more.

## Newsletter

site-newsletter-about = A letter for each new brief, and nothing else. You confirm your address first, and end it with one click.
site-address = Your e-mail address
site-address-wrong = This is not an e-mail address: it reads like name@example.org.
site-letter-language = Language of the letters
site-subscribe = Subscribe
site-privacy = Kept are your address, the language and the days of asking and confirming. A link in each letter shows what is kept and erases it.
site-newsletter-asked = Look into your mail
site-newsletter-asked-about = If a confirmation is needed, a letter with a link is on its way to this address. It is good for 48 hours.
site-confirm = Confirm the newsletter
site-confirm-about = Press the button to confirm that you want the newsletter.
site-confirm-button = Confirm
site-confirmed = Confirmed
site-confirmed-about = From now on you get a letter for each new brief.
site-confirm-late = This link is no longer good
site-confirm-late-about = It was used before, or 48 hours have passed. Ask for the newsletter again.
site-leave = End the newsletter
site-leave-button = Send me no more letters
site-kept = What is kept of you
site-erase-button = Erase it all
site-left = No more letters
site-left-about = You get no more letters from this site.
site-erased = Erased
site-erased-about = Nothing is kept of you any more.
mail-confirm-subject = Confirm the newsletter of { $name }
mail-confirm-why = Someone, probably you, asked for the newsletter of { $name } for this address.
mail-confirm-ignore = If it was not you, do nothing: without confirmation no letter follows.
mail-read = Read the brief
mail-leave = End these letters, or see and erase what is kept of you

## The desk

desk-home = The desk
desk-take = Take a page
desk-forecasts = Forecasts
desk-audit = Audit log
desk-accounts = Accounts
desk-me = My account
desk-login = Log in
desk-login-wrong = Name, password or code do not fit, or the account rests after wrong attempts.
desk-name = Name
desk-password = Password
desk-password-new = New password, at least 12 letters
desk-password-set = Change the password
desk-code = Code of the second factor
desk-logout = Log out
desk-everywhere = On every device
desk-factor = Second factor
desk-factor-missing = Your account has no second factor yet; editors need one.
desk-factor-there = A second factor is set up; a new one replaces it.
desk-factor-how = Enter this secret into an authenticator app, then the code that it shows.
desk-factor-set = Set up
desk-role = Role
desk-role-reader = Reader
desk-role-analyst = Analyst
desk-role-editor = Editor
desk-role-admin = Administrator
desk-account-add = Add an account
desk-shut = Shut
desk-save = Save
desk-state-draft = Draft
desk-state-review = Under review
desk-state-published = Published
desk-state-withdrawn = Withdrawn
desk-queue-waiting = letters waiting
desk-queue-sending = letters being sent
desk-queue-sent = letters sent
desk-queue-failed = letters failed
desk-when = When
desk-who = Who
desk-what = What
desk-object = On
desk-why = Why
desk-paste = Text or HTML of the page
desk-source-name = Name of the source, where the page has no title
desk-source-url = Address of the source
desk-review = Review of the coding
desk-proposed = proposed
desk-accepted = accepted
desk-rejected = rejected
desk-accept = Accept
desk-reject = Reject
desk-correct = Correct
desk-compose = Compose a brief
desk-question = Question
desk-formal = In codes instead, where the words cannot be read: USA-RUS:improves and RUS-IRN.
desk-shift = What is supposed
desk-on = What is asked about
desk-as-of = As of
desk-category = Category (key)
desk-brief = Brief
desk-see = See the page
desk-unsourced = These claims lack a source. The brief is not published while they do:
desk-head = Head of the brief
desk-title = Title
desk-summary = Summary
desk-slug = Last part of the address
desk-byline = Byline
desk-note = What was corrected, or why it is withdrawn
desk-steps = Next step
desk-step-hand-in = Hand in for review
desk-step-hand-back = Hand back
desk-step-publish = Publish
desk-step-correct = Publish a correction
desk-step-withdraw = Withdraw
desk-criteria = What counts as yes, and who decides
desk-closes = Closing day
desk-chance = Probability of yes, 0 to 1
desk-immutable = None of this can be changed afterwards.
desk-register = Register a forecast
desk-resolve = Resolve
desk-outcome = Outcome
desk-readers = { $count ->
        [one] One reader of the newsletter.
       *[other] { $count } readers of the newsletter.
    }
desk-take-how = Give an address, choose a file, or paste the text: the first of the three that is given is taken.
desk-address = Address of the page
desk-file = File
desk-field-source = Actor (code)
desk-field-target = Acted on (code)
desk-field-cameo = CAMEO code
desk-field-date = Date (EDTF)
desk-field-certainty = Certainty
desk-field-holder = Who says so
desk-field-quote = Words of the text
desk-field-name = Name, as the text has it
desk-field-parties = Parties (codes)
desk-field-signed = Signed (EDTF)
desk-field-in-force = In force since (EDTF)
desk-field-ended = Ended (EDTF)
desk-field-term-years = Term in years
desk-field-stage = Stage
desk-field-clauses = Clause
desk-field-type = Type, such as CONSUL; empty takes the clause away
desk-field-present = What the text says of it
desk-field-article = Article
desk-field-from = From (code)
desk-field-to = To (code)
desk-field-item = What was transferred
desk-field-category = Category
desk-field-status = Status
desk-field-speaker = Speaker (code)
desk-field-speaker-name = Speaker
desk-field-role = Office
desk-field-verb = Verb
desk-field-if = If: words of the text
desk-field-then = Then: words of the text
desk-field-marker = Marker
desk-field-dyad = Relation (two codes)
desk-field-sign = Sign
desk-in-text = in the text
desk-present = it is there
desk-absent = the text says that it is not
desk-feed = Read a feed
desk-feed-address = Address of an Atom or RSS feed
desk-feed-none = There is no entry in it that leads to a page.
site-network = The network around it
