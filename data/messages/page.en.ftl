### Labels of the rendered brief, in English.

## Head

page-brief = Détente brief
page-skip = Skip to the answer
page-contents = Contents
page-source = Source
page-published = Published { $date }
page-untitled = A question without an article
page-language-ar = in Arabic
page-language-en = in English
page-dyad = { $dyad }
page-share = { $share }

## Question

page-question = The question
page-asked = As asked
page-restated = Restated formally
page-formal = In codes
page-as-of = What is known as of { $date }
page-horizon = { $count ->
        [one] Over one year
       *[other] Over { $count } years
    }
page-no-question = The article asks no question. What follows is a reading: what was coded from it, and the questions it raises.

## Answer

page-answer = Short answer
page-answer-basis = Rests on
page-no-answer = No short answer can be given: no lens had anything to stand on.
page-compare = As it is, and as supposed
page-compare-note = The relation that is supposed to change, the relation asked about, and the others among the same actors.
page-relation = Relation
page-role-shift = supposed to change
page-role-target = asked about
page-role-other = between actors of the question
page-as-is = As of the day
page-as-supposed = After the supposed shift
page-sign-friendly = friendly
page-sign-hostile = hostile
page-sign-neither = no clear sign
page-sign-unknown = not known
page-changed = changes

## Synthesis

page-synthesis = The lenses taken together
page-forecast = Forecast
page-forecast-of = What becomes of the relation asked about
page-forecast-worsens = worsens
page-forecast-holds = holds
page-forecast-improves = improves
page-cannot-say = Cannot say.
page-weights = Weight of each lens in the pool
page-weight = Weight
page-lens = Lens
page-disagreement = Where the lenses disagree

## Lenses

page-findings = What each lens finds
page-no-grounds = This lens has nothing to stand on here.
page-no-claims = This lens makes no claim.
page-lens-n = { $count ->
        [one] resting on one case
       *[other] resting on { $count } cases
    }
page-stance-for = speaks for an effect
page-stance-against = speaks against an effect
page-stance-neither = context
page-evidence-for-claim = Evidence
page-value-unit = { $value } { $unit }
page-unit-share = of cases
page-unit-ties = ties
page-interval = interval { $low } to { $high }
page-n = n = { $n }
page-assumptions = What it takes for granted
page-method = How it works
page-claim-id = Claim
page-missing-evidence = not in the list of evidence

## Unknown

page-unknown = What is not known
page-unknown-none = The lenses name no gap.

## Pictures

page-network = The network around the question
page-network-alone = A network of signed ties
page-network-note = Who stands how to whom. The table says the same in words.
page-network-summary = Network of { $actors ->
        [one] one actor
       *[other] { $actors } actors
    } and { $ties ->
        [one] one tie
       *[other] { $ties } ties
    }. Friendly { $friendly }, hostile { $hostile }, without a clear sign { $neither }; changed by the supposed shift { $changed }.
page-network-label-shift = supposed
page-network-label-target = asked about
page-network-actor = Actor of the question
page-network-change = Sign before and after the shift
page-network-table = All ties of the network
page-actors-table = Actors and their codes
page-timeline = Timeline
page-timeline-note = Time runs from the earlier years to the later in the direction of the arrow, in either language. The numbers lead to the table.
page-timeline-break = At the double stroke on the axis the scale changes.
page-timeline-summary = Timeline of { $count ->
        [one] one dated fact
       *[other] { $count } dated facts
    } from { $from } to { $to }: friendly { $friendly }, hostile { $hostile }, neither { $neither }.
page-timeline-table = Dated facts, oldest first
page-when = When
page-what = What
page-sign = Sign
page-number = No.
page-lane-friendly = friendly
page-lane-hostile = hostile
page-lane-neither = neither

## Reading and evidence

page-reading = What was coded from the article
page-reading-note = In the order of the text, each with the words it rests on.
page-reading-none = Nothing was coded.
page-evidence = Evidence
page-evidence-note = Every record that is cited above, in the order of first citation.
page-evidence-none = Nothing is cited.
page-date-of = dated { $date }
page-known = known from { $date }
page-confidence-cited = seen in the source
page-confidence-recalled = recalled, not seen in a source
page-record = Record
page-digest = SHA-256
page-cited-by = Cited by
page-kind-event = event
page-kind-treaty = treaty
page-kind-transfer = transfer
page-kind-statement = statement
page-kind-conditional = conditional
page-kind-hedge = hedge
page-kind-tie = tie
page-kind-base = base
page-kind-clause = clause
page-kind-rate = rate
page-kind-absent = what a text does not oblige
page-kind-war = war
page-kind-hostilities = hostilities
page-kind-sanctions = sanctions
page-kind-rivalry = rivalry
page-kind-cooperation = cooperation
page-kind-arms-supply = arms supply
page-kind-break = break of relations
page-kind-mediation = mediation
page-kind-normalisation = normalisation
page-kind-recognition-dispute = dispute over recognition
page-kind-support = support
page-kind-membership = membership

## Asking again

page-suggested = Questions that the article raises
page-suggested-note = Each can be asked as it stands. ARTICLE is the file of the article.
page-again = How to ask again
page-again-note = The same article, question, day and seed give the same brief, to the byte. ARTICLE is the file of the article.
page-again-note-bare = The same question, day and seed give the same brief, to the byte.
page-again-why = To walk from a claim back to its sources:
page-made-with = Made with Détente { $version }
page-brief-id = Brief
page-seed = Seed
page-quoted-marks = Invisible and direction-changing characters of captured text are shown as ⟦U+…⟧.
page-captured = See it in the captured text
