### The brief around what the lenses say, in English.

## Small words

dyad-joined = { $a }–{ $b }
share = { $percent } %
list-comma = { ", " }
list-last = { $first } and { $last }
date-from-to = { $from } to { $to }
date-from = from { $from }
date-to = until { $to }
date-open = undated
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Obligations, with their ATOP names

clause-defense = defence of the other (DEFENSE)
clause-offense = joining a war (OFFENSE)
clause-neutral = non-assistance to the other's attacker (NEUTRAL)
clause-nonagg = renunciation of force (NONAGG)
clause-consul = consultation in a crisis (CONSUL)
clause-non-subversion = no use of territory against the other (NON_SUBVERSION)
clause-no-hostile-alliance = no hostile alliance (NO_HOSTILE_ALLIANCE)
clause-guarantee = guarantee (GUARANTEE)
clause-assurance = assurance (ASSURANCE)
clause-unsc-referral = referral to the Security Council (UNSC_REFERRAL)
clause-aid-nonmilitary = aid short of fighting (AID_NONMILITARY)
clause-arms-control = limits on arms (ARMS_CONTROL)
clause-straits-closure = closing of straits to warships (STRAITS_CLOSURE)

## The question

question-improves = If the { $shift } relation improves, what becomes of the { $target } relation, as known on { $day }, within { $years ->
        [one] one year
       *[other] { $years } years
    }?
question-worsens = If the { $shift } relation worsens, what becomes of the { $target } relation, as known on { $day }, within { $years ->
        [one] one year
       *[other] { $years } years
    }?
suggest-improves = If the { $shift } relation improves, what becomes of the { $target } relation?
suggest-worsens = If the { $shift } relation worsens, what becomes of the { $target } relation?

## The lenses and what they add up to

lens-evidence = the sources
lens-treaty = the treaties
lens-balance = structural balance
lens-analogues = historical analogues
lens-history = the fitted history
lens-bargaining = bargaining
answer-cannot-say = Cannot say: no lens has anything to stand on.
synthesis-none = No probability is given: none of the lenses that were asked forecasts, and a figure without counted cases behind it would be invented.
synthesis-pool = The forecast is the weighted mean of the lenses that forecast, with the weights that did best in the backtest on what was known then. `detente why { $id }` goes back to what it rests on.
synthesis-one = The forecast is that of the one lens that makes one. `detente why { $id }` goes back to what it rests on.
synthesis-no-question = No question was asked, so nothing is answered.
lenses-disagree = The lenses disagree: { $for } point to an effect on the target, { $against } to a relation that holds.
lenses-disagree-and-torn = The lenses disagree: { $for } point to an effect on the target, { $against } to a relation that holds, and within { $both } some things speak for an effect and some against.
lenses-for-and-torn = The lenses do not speak with one voice: { $for } point to an effect on the target; within { $both } some things speak for an effect and some against.
lenses-against-and-torn = The lenses do not speak with one voice: { $against } point to a relation that holds; within { $both } some things speak for an effect and some against.
lenses-torn = Within { $both } some things speak for an effect on the target and some against.
unknown-later-text = “{ $title }” is dated later than the day asked about, so nothing in it was known on that day and nothing of it is used.
unknown-no-question = The text asks no question that could be read.

## What a record says

actor-named = { $actor }
actor-unknown = an actor that is not named
holder-article = the article
record-base = A fact of the base.
record-event = { $source } → { $target }: { $act } (CAMEO { $code }), undated, { $certainty }
record-event-dated = { $source } → { $target }: { $act } (CAMEO { $code }), { $date }, { $certainty }
record-treaty = A treaty between { $parties }: { $clauses }
record-treaty-bare = A treaty between { $parties }
record-treaty-signed = A treaty between { $parties }, signed { $signed }: { $clauses }
record-treaty-signed-bare = A treaty between { $parties }, signed { $signed }
record-clause = { $clause }
record-clause-absent = none of { $clause }, as the text says
record-transfer = { $from } → { $to }: { $item }, { $status }
record-statement = Words of { $speaker }
record-statement-role = Words of { $speaker } ({ $role })
record-conditional = If “{ $if }”, then “{ $then }”, held by { $holder }
record-hedge = “{ $marker }”: a hedge of { $holder }
record-tie-friendly = { $dyad } spoken of as friendly
record-tie-hostile = { $dyad } spoken of as hostile
moment-signed = { $treaty } signed
moment-in-force = { $treaty } in force
transfer-delivered = delivered or in use
transfer-planned = planned
transfer-alleged = alleged
transfer-denied = denied
certainty-asserted = stated as fact
certainty-reported = reported at second hand
certainty-planned = planned
certainty-alleged = alleged
certainty-denied = denied
certainty-hypothetical = hypothetical

## The twenty roots of CAMEO

cameo-01 = makes a public statement
cameo-02 = appeals
cameo-03 = expresses the intent to cooperate
cameo-04 = consults
cameo-05 = engages in diplomatic cooperation
cameo-06 = engages in material cooperation
cameo-07 = provides aid
cameo-08 = yields
cameo-09 = investigates
cameo-10 = demands
cameo-11 = disapproves
cameo-12 = rejects
cameo-13 = threatens
cameo-14 = protests
cameo-15 = exhibits military posture
cameo-16 = reduces relations
cameo-17 = coerces
cameo-18 = assaults
cameo-19 = fights
cameo-20 = engages in mass violence

## Labels of terminal and chain

label-question = Question
label-answer = Short answer
label-synthesis = Taken together
label-unknown = Not known
label-questions = Questions that the text raises
label-reading = What was coded
label-evidence = Evidence
lens-heading = Lens: { $lens }
lens-no-grounds = Cannot say: this lens has nothing to stand on here.
stance-for = (for an effect)
stance-against = (against an effect)
stance-neither = ·
forecast = Worsens { $worsens }, holds { $holds }, improves { $improves }
why-lens = Lens:
why-method = Method:
why-assumes = Taken for granted:
why-place = code points
evidence-recalled = recalled, not seen in a source: a lead only
evidence-more = { $count ->
        [one] One more record is
       *[other] { $count } more records are
    } listed with --format markdown, html or json.
source-comma = { ", " }
foot-why = From a claim back to the sentence it rests on:
