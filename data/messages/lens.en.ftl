### What the lenses say, in English. Every argument is words, save the counts.

## Evidence

evidence-method = What the sources say is sorted by whether it points to an effect of the shift on the target or against one, with the holder of each view and the words that hedge it. This lens makes no forecast.
evidence-assumes-effect = A conditional that links the shift to the target is counted as speaking for an effect; which way the effect would go is left to its words.
evidence-unknown-dyad = The sources at hand do not speak of the { $dyad } relation.
evidence-text-itself = the source itself
evidence-summary = Passages or facts that point to an effect of the shift: { $for }; to a relation that holds: { $against }.
evidence-conditional-effect = According to { $holder }, if “{ $if }”, then “{ $then }”.
evidence-conditional-effect-hedged = According to { $holder }, if “{ $if }”, then “{ $then }”; the claim is hedged (“{ $hedge }”).
evidence-conditional-target = On the target alone, according to { $holder }: if “{ $if }”, then “{ $then }”.
evidence-conditional-shift = On the shift alone, according to { $holder }: if “{ $if }”, then “{ $then }”.
evidence-conditional-rule = A rule of a treaty, as the source quotes it: if “{ $if }”, then “{ $then }”.
evidence-strain = The { $dyad } relation is described as being under strain, according to { $holder }: “{ $quote }”.
evidence-hedges = { $count ->
        [one] One passage on the { $dyad } relation is hedged and settles
       *[other] { $count } passages on the { $dyad } relation are hedged and settle
    } nothing either way.
evidence-statement = On the target, { $speaker }: “{ $quote }”.
evidence-tie-hostile = { $count ->
        [one] One passage describes
       *[other] { $count } passages describe
    } rivalry or friction in the { $dyad } relation, according to { $holder }.
evidence-tie-friendly = { $count ->
        [one] One passage describes
       *[other] { $count } passages describe
    } partnership or trust in the { $dyad } relation, according to { $holder }.
evidence-shift-hostile = { $count ->
        [one] One passage describes
       *[other] { $count } passages describe
    } hostility in the { $dyad } relation, whose shift is supposed, according to { $holder }.
evidence-shift-friendly = { $count ->
        [one] One passage describes
       *[other] { $count } passages describe
    } closeness in the { $dyad } relation, whose shift is supposed, according to { $holder }.
evidence-deed-hostile = { $count ->
        [one] One hostile act is reported
       *[other] { $count } hostile acts are reported
    } as fact or plan between the two sides of the { $dyad } relation.
evidence-deed-friendly = { $count ->
        [one] One act of cooperation or support is reported
       *[other] { $count } acts of cooperation or support are reported
    } as fact or plan in the { $dyad } relation.
evidence-deed-treaty = { $count ->
        [one] One treaty is described
       *[other] { $count } treaties are described
    } as binding the two sides of the { $dyad } relation.
evidence-deed-unsure = { $count ->
        [one] One act in the { $dyad } relation is
       *[other] { $count } acts in the { $dyad } relation are
    } only reported at second hand, alleged, denied or hypothetical, and not counted either way.
evidence-fact = On the { $dyad } relation, the record holds: { $fact }
evidence-fact-since = On the { $dyad } relation, the record holds since { $since }: { $fact }

## Treaty

treaty-method = Duties between the actors are read from the list of treaties as of the day, with memberships, suspensions and entry into force, by the obligation types of ATOP (Leeds, Ritter, Mitchell and Long 2002) and our extensions to them.
treaty-assumes-list = The list of treaties is a working list and no census; a treaty that it does not hold may exist.
treaty-assumes-rates = The rates at which duties were kept are shares of past wars in which they were put to the test. They are no probability for the case at hand: wars that a treaty deterred are missing from them.
treaty-charter-only = The list holds no treaty between these actors. What remains is the general law: { $text }
treaty-none-listed = The list holds no treaty with duties in the { $dyad } relation on that day.
treaty-article = article { $number }
treaty-article-unknown = no article number on record
treaty-group-all = all alliances
treaty-group-bilateral = alliances of two states
treaty-group-multilateral = alliances of three states or more
treaty-duty-in-force = { $dyad }: { $clause } in force since { $since } ({ $treaty }, { $article }). { $text }
treaty-duty-in-force-undated = { $dyad }: { $clause } in force, since when is not on record ({ $treaty }, { $article }). { $text }
treaty-duty-suspended = { $dyad }: { $clause } suspended between the two ({ $treaty }, { $article }). { $text }
treaty-duty-signed = { $dyad }: { $clause } signed on { $signed } and not in force on that day ({ $treaty }, { $article }). { $text }
treaty-duty-signed-later = { $dyad }: { $clause } signed on { $signed } and not in force on that day, nor was it known then when it would be; it entered into force later, on { $later } ({ $treaty }, { $article }). { $text }
treaty-absent = { $treaty }, on { $clause }: { $text }
treaty-no-defence = No treaty on the list that was in force on that day obliges either side of the { $dyad } relation to defend the other.
treaty-contrast-namesake = By contrast, a treaty of the same name does oblige to defence: { $treaty }, between { $actor } and { $partners }, { $clause }, { $article }. { $text }
treaty-contrast-others = By contrast, duties of defence in force between { $actor } and third parties stand in { $count ->
        [one] one treaty
       *[other] { $count } treaties
    }: { $treaties }.
treaty-shift-builds-on = A rapprochement in the { $dyad } relation would build on { $treaty }, in force: { $clauses }.
treaty-shift-at-stake = A rupture in the { $dyad } relation would put { $treaty } at stake, in force: { $clauses }.
treaty-shift-bounded = What { $actor } already owes under { $treaty } ({ $clause }) bounds what closer ties in the { $dyad } relation may contain.
treaty-between-in-force = { $dyad }: { $treaty }, in force: { $clauses }.
treaty-between-not-in-force = { $dyad }: { $treaty }, signed or suspended, not in force between the two on that day: { $clauses }.
treaty-attack-defence = Supposing an attack ({ $attacker } on { $victim }), help for the side attacked is due from { $bound } under { $treaty } ({ $article }), { $limits }.
treaty-attack-defence-many = Supposing an attack ({ $attacker } on { $victim }), help for the side attacked is due from { $count ->
        [one] one state
       *[other] { $count } states
    } under { $treaty } ({ $article }), { $limits }.
treaty-limits-none = on the conditions of the text
treaty-limits-area = on the conditions of the text and within the area it names only
treaty-limits-choice = on the conditions of the text and by such means as each party decides
treaty-limits-area-and-choice = on the conditions of the text, within the area it names only and by such means as each party decides
treaty-attack-no-help = Supposing an attack ({ $attacker } on { $victim }), no help for the attacker is allowed to { $bound } under { $treaty } ({ $article }); no duty to fight follows.
treaty-attack-nobody = The list holds no treaty in force that would oblige anybody to help the side attacked, supposing an attack ({ $attacker } on { $victim }).
treaty-attack-cascade = Supposing an attack ({ $attacker } on { $victim }), { $count ->
        [one] one state would enter the war
       *[other] { $count } states would enter the war
    } if every duty to fight were kept, in { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    } ({ $treaties }). At the rates at which such duties were kept in past wars, { $mean } would on average, and in { $nobody } of { $times } sampled wars nobody would.
treaty-attack-conflict = Supposing an attack ({ $attacker } on { $victim }): { $why }
treaty-attack-conflict-many = Supposing an attack ({ $attacker } on { $victim }), { $count ->
        [one] one state
       *[other] { $count } states
    } could not keep all of these at once: { $treaties }.
treaty-attack-aggressor = Supposing an attack ({ $attacker } on { $victim }), { $count ->
        [one] one state owes
       *[other] { $count } states owe
    } help under { $treaties } to a side that is found to have begun the wider war; whether the duty holds is contested.
treaty-attack-breach = An attack ({ $attacker } on { $victim }) would itself break { $treaties }.
treaty-shift-likelier = A rupture in the { $dyad } relation makes it likelier that duties to fight are called on. Supposing an attack ({ $attacker } on { $victim }), { $count ->
        [one] one state owes
       *[other] { $count } states owe
    } help to the side attacked ({ $treaties }).
treaty-shift-rarer = A rapprochement in the { $dyad } relation ends no duty to fight; it makes the occasion rarer. Supposing an attack ({ $attacker } on { $victim }), { $count ->
        [one] one state owes
       *[other] { $count } states owe
    } help to the side attacked ({ $treaties }).
treaty-shift-leaves = What does not follow: the shift in the { $shift } relation by itself neither adds a treaty nor ends one. What is in force in the { $target } relation binds until it ends by its own terms ({ $treaties }).
treaty-view = Not all agree on the standing of { $treaty }. { $holders }: { $view }
treaty-text-adds = The text at hand ascribes { $clause } to { $treaty }; the list does not have it there.
treaty-text-denies = The text at hand says that { $treaty } lacks { $clause }; the list has it there.
treaty-provisional-named = Provisional, by the text at hand only: “{ $name }” between { $parties }: { $clauses }.
treaty-provisional-named-bare = Provisional, by the text at hand only: “{ $name }” between { $parties }; its duties are not described.
treaty-provisional = Provisional, by the text at hand only: a treaty between { $parties }: { $clauses }.
treaty-provisional-bare = Provisional, by the text at hand only: a treaty between { $parties }; its duties are not described.
treaty-kept-rate = Duties of the kind { $clause } ({ $group }, { $from } to { $to }) were kept in { $kept } of { $count ->
        [one] one case
       *[other] { $count } cases
    } in which war put them to the test, a case being one alliance in one war: { $rate } (95 % interval { $low } to { $high }).

## Obligations: who is bound if one attacks another

obligation-why = { $state } owes { $toward } { $duty } under { $treaty } ({ $article }): { $reasons }.
obligation-attacked = { $partner } is attacked by { $enemies }
obligation-at-war = { $partner } is at war with { $enemies }, and the text does not ask who began
obligation-two-enemies = { $partner } faces more than one enemy: { $enemies }
obligation-breach = the treaty is broken by { $attackers }, itself a party
obligation-party-acts = { $partner } itself acts in the area that the text names
obligation-border = the attack on { $partner } by { $attackers } is a war at the border of a party, and a party has asked
obligation-named = the text names this adversary ({ $adversaries })
obligation-unprovoked = the text asks for an attack that was not provoked, as the question supposes
obligation-in-area = the place lies within the area of the text ({ $area })
obligation-area-assumed = no place is given; on home territory the attack lies within the area of the text ({ $area })
obligation-automatic = help is due at once
obligation-decision = what is to be done is decided together
obligation-deems = by such means as each judges necessary
obligation-constitutional = by the constitutional processes of each
obligation-requested = help has been asked for, as the text requires
obligation-awaits-request = due only if help is asked for
obligation-doubt-began = contested: { $partner } is found to have begun the wider war ({ $holders })
obligation-doubt-ally = contested: { $state } is bound to the attacker by another treaty
obligation-doubt-standing = contested: { $state } and { $toward } do not both hold the treaty to be in force
obligation-doubt-last-day = contested: it is the last day of the treaty or of a membership
obligation-doubt-aimed = contested: the text is general, and the military agreement beside it is about { $adversaries }
obligation-doubt-caveat = contested by a reservation or understanding: { $caveat }
obligation-doubt-place = contested: it is not settled to whom the place belongs
obligation-day-unknown = a day not on record
obligation-broken = By attacking { $toward }, { $state } breaks { $duty } under { $treaty } ({ $article }).
obligation-conflict-both = { $state } cannot keep all of { $treaties }: bound towards { $toward }, and bound to the attacker { $attacker }. { $prevails }
obligation-conflict-no-help = { $state } may give { $attacker } no help against { $toward } and is close to it by treaty ({ $treaties }): any help that is planned would break the duty. { $prevails }
obligation-conflict-own-ward = { $state } attacks { $toward }, by which it is itself bound to stand under { $treaties }; where it claims a right to act under the same text, the claim stands against the duty.
obligation-conflict-aggressor = { $state } is bound to help { $toward } under { $treaties }, and { $toward } is found to have begun the wider war; help to an aggressor is barred by the UN Charter, whose duties prevail (article 103).
obligation-prevails-clause = { $treaty } prevails by its own text (article { $article }).
obligation-prevails-later = Between the same parties the later one prevails: { $treaty } (Vienna Convention on the Law of Treaties, article 30).
obligation-prevails-none = Neither yields by law, since the parties differ; one partner will be failed.
obligation-joins-attack = { $state } joins { $toward } under { $treaty } ({ $article }).
obligation-joins-defence = { $state } comes to the help of { $toward } under { $treaty } ({ $article }).
obligation-not-ended = { $treaty } is over since { $date }.
obligation-not-yet = { $treaty } is signed ({ $signed }) and not in force; it entered into force on { $later }.
obligation-not-signed = { $treaty } is signed ({ $signed }) and not in force.
obligation-not-party = { $treaty }: { $victim } is not protected by it on that day.
obligation-not-suspended-all = { $treaty } is suspended.
obligation-not-suspended = { $state }: { $treaty } is suspended between it and { $victim }.
obligation-not-help = { $treaty } contains no promise to fight for { $victim }.
obligation-not-attacked = { $treaty } is for a partner that is attacked, not for one that attacks.
obligation-not-co-member = { $treaty }: the attack comes from a party ({ $attackers }), and its duty of help looks outward.
obligation-not-adversary = { $treaty } is limited to other adversaries ({ $adversaries }) and not { $attackers }.
obligation-not-excluded = { $treaty } leaves { $attackers } out.
obligation-not-powers = { $treaty } asks for an attack by two or more great powers.
obligation-not-enemies = { $treaty } asks for two or more enemies of { $victim }.
obligation-not-authorised = { $treaty }: the Security Council has authorised force against { $victim }, and duties under the UN Charter prevail (article 103).
obligation-not-area = { $treaty }: the place lies outside its area ({ $area }).
obligation-not-area-read = { $treaty }: its area ({ $area }) could not be compared with the place.
obligation-not-foreign = { $treaty }: the place is not territory of { $victim }.
obligation-not-conflict = { $treaty } is about another conflict ({ $area }).
obligation-not-trigger = { $treaty }: what sets it off is not this attack.
obligation-not-none = { $state }: no treaty on the list binds it to fight for { $victims }.
obligation-note-unknown = Not on record as states, and taken as attackers that are none: { $actors }.
obligation-note-view = Not all agree on the standing of { $treaty }. { $holders }: { $view }
obligation-note-place = No place was given: the home territory of { $victim } is taken.
obligation-note-place-unread = The place “{ $place }” is not on record: the home territory of { $victim } is taken.

## Balance

balance-method = Triads of signed ties and the exact frustration index of the network around the question, before and after the supposed shift (Heider 1946; Cartwright and Harary 1956; Aref and Wilson 2018).
balance-assumes-friendly = The shift is taken as accomplished: the { $dyad } relation has become friendly.
balance-assumes-hostile = The shift is taken as accomplished: the { $dyad } relation has become hostile.
balance-assumes-rest = Every other tie is taken to stay as it is.
balance-assumes-no-history = No fitted history is attached to this lens, so its reading is not turned into a probability. In the historical record, triads explain more than they predict.
balance-unknown-dyad = Nothing is known of the { $dyad } relation on that day; it is left out and not counted as neutral.
balance-mixed-dyad = What is known of the { $dyad } relation on that day points both ways or too little either way, so it has no sign.
balance-tie-friendly = { $dyad } friendly
balance-tie-hostile = { $dyad } hostile
balance-tie-open = { $dyad } without a sign
balance-turns-friendly = the { $dyad } relation turned friendly
balance-turns-hostile = the { $dyad } relation turned hostile
balance-before = As of the day
balance-after = After the supposed shift
balance-triad-strained = The triad of { $actors } is balanced as of the day ({ $before }) and unbalanced after the shift ({ $after }).
balance-triad-settled = The triad of { $actors } is unbalanced as of the day ({ $before }) and balanced after the shift ({ $after }).
balance-triad-now-unbalanced = The triad of { $actors } has no balance to speak of as of the day ({ $before }) and is unbalanced after the shift ({ $after }).
balance-triad-now-balanced = The triad of { $actors } has no balance to speak of as of the day ({ $before }) and is balanced after the shift ({ $after }).
balance-triad-ways = The triad of { $actors } would be balanced again if { $first } or { $second }.
balance-census = { $count ->
        [one] One triad with known signs passes
       *[other] { $count } triads with known signs pass
    } through the { $dyad } relation; balanced as of the day: { $before }; balanced after the shift: { $after }.
balance-frustration = In the network of { $actors ->
        [one] one actor
       *[other] { $actors } actors
    } and { $ties ->
        [one] one signed tie
       *[other] { $ties } signed ties
    } around the question, the frustration index is { $before } as of the day and { $after } after the shift.
balance-camp-one = { $when }, all actors of the network fall into one camp: { $first }.
balance-camps = { $when }, one division alone frustrates the fewest ties: { $first } on one side, { $second } on the other.
balance-camps-open = { $when }, { $count ->
        [one] one division frustrates
       *[other] { $count } divisions frustrate
    } the fewest ties; one of them has { $first } on one side and { $second } on the other.
balance-pressure-new = After the shift, keeping the { $dyad } relation as it is frustrates { $count ->
        [one] one tie
       *[other] { $count } ties
    } more than turning it would: the shift puts it under pressure.
balance-pressure-standing = Keeping the { $dyad } relation as it is frustrates { $count ->
        [one] one tie
       *[other] { $count } ties
    } more than turning it would, but no more than before the shift.
balance-pressure-none = After the shift, keeping the { $dyad } relation as it is frustrates no more ties than turning it would: no pressure on it from the network.

bargaining-method = The mean of what the actors want, weighted by capability times salience, with the spread of outcomes around it on decided issues (Van den Bos 1991; Thomson et al. 2006; Arregui and Perarnaud 2021). The lens says where an issue may end; it gives no probability for the relation.
bargaining-assumes-estimates = Positions, capabilities and saliences are taken as the issue file gives them.
bargaining-assumes-record = The spread is that of decided issues of the European Union. No such record exists for crises, so there it is a lower bound.
bargaining-assumes-given = What the shift changes in the issue is as whoever asks has given it.
bargaining-assumes-step = The shift in the { $dyad } relation moves the positions of its two members by { $share } of the distance between them; this is an assumption, to be replaced by changes of one's own.
bargaining-assumes-no-move = The two members of the { $dyad } relation do not both take part in the issue, so the shift changes nothing in it.
bargaining-left-out = On the issue speak, and are left out because no capability is on record for them: { $actors }.
bargaining-no-draft = The records hold no positions of two actors or more on the { $dyad } relation, so no issue can be built from them.
bargaining-forecast = { $issue }: the weighted mean is { $before } as things stand, and { $after } after the supposed shift.
bargaining-spread = After the shift, half of the outcomes would lie from { $low } to { $high }, judging by { $issues ->
        [one] one decided issue
       *[other] { $issues } decided issues
    }.
bargaining-lever = { $actor } has the longest lever: what it gives way moves the mean by { $share } of it.
bargaining-disagreement = Models that follow the bargaining step by step do not agree: they end from { $low } to { $high }.

## Analogues

analogues-method = Triads of states, 1816–2004, whose first tie moved as the question supposes, against the same kind of triad in the same year whose tie did not move, matched exactly, drawn by whole episodes; base rates by era; and, apart from them, named turns chosen by stated rules. Data: COW, ATOP 5, MID 5.0, Thompson, Sakuwa and Suhas 2021.
analogues-friendly = friendly
analogues-hostile = hostile
analogues-neither = neither friendly nor hostile
analogues-worsened = was worse in some year
analogues-eased = was hostile no longer at the end
analogues-moved-closer = moved closer
analogues-fell-out = turned hostile
analogues-base = Base rate of the era: of { $count } dyad-years of { $from }–{ $to } with a friendly tie like that of { $dyad }, within { $years } years { $worse } lost it and { $hostile } turned hostile.
analogues-base-hostile = Base rate of the era: of { $count } dyad-years of { $from }–{ $to } with a hostile tie like that of { $dyad }, { $better } were hostile no longer { $years } years on.
analogues-base-neither = Base rate of the era: of { $count } dyad-years of { $from }–{ $to } of states that touch or count a major power, with a tie neither friendly nor hostile like that of { $dyad }, { $hostile } turned hostile within { $years } years and { $better } were friendly at the end.
analogues-counted = All eras together, 1816–{ $to }, which differ among themselves by up to thirty times: { $count } episodes ({ $triads } matched triads) in which a tie like { $shift } ({ $ab }) { $move } while the other two ties were { $bc } and { $ac }. The tie asked about { $became } within { $years } years in { $moved } of them, against { $unmoved } where the first tie did not move: a difference of { $difference } points (95 %: { $low } to { $high }).
analogues-era = Counted in the era of the question ({ $from }–{ $to }): { $count } episodes ({ $triads } matched triads) in which the first tie { $move }: the tie asked about { $became } within { $years } years in { $moved }, against { $unmoved }: { $difference } points (95 %: { $low } to { $high }).
analogues-in-era = in the era of the question
analogues-in-all = in all years together
analogues-no-effect = Over { $count } episodes { $scope }, what became of the tie asked about differs by { $difference } points from cases without such a move (95 %: { $low } to { $high }). The interval holds 0: what followed cannot be distinguished from the base rate. History shows no measurable spill-over law from one tie of a triad to another.
analogues-effect = Over { $count } episodes { $scope }, what became of the tie asked about differs by { $difference } points from cases without such a move (95 %: { $low } to { $high }). The interval leaves out 0; it is one of several comparisons, and matching does not make it a cause.
analogues-too-few = Only { $count } counted triads of this kind can be matched: too few to say whether such a move differs from the base rate.
analogues-invisible = Yearly signs cannot show this move, because the tie already stands at that end of the scale: nothing can be counted, and the base rate is all that the counted record gives.
analogues-named = Named cases, chosen by hand and no census: in { $turns } turns { $count } third states stood in this place (ties { $bc } and { $ac }); { $years } years on their tie was worse in { $worse }, as before in { $held }, better in { $better } (95 % of the share that was worse: { $low } to { $high }).
analogues-case = { $name } ({ $date }, { $shift }): the tie of { $target } { $fate } { $years } years on. { $note }
analogues-fate-better = was better
analogues-fate-held = was as before
analogues-fate-worse = was worse
analogues-fate-ended = had ended with one of the two
analogues-fate-pending = cannot be told yet
analogues-fate-unknown = is not known
analogues-near = Counted episode of { $year }: { $shift } { $move }; the tie of { $target }, whose third side was { $third }, { $fate } within { $years } years.
analogues-near-hostile = turned hostile
analogues-near-worse = was lost
analogues-near-better = became better
analogues-near-held = held
analogues-assumes-signs = Signs before the shift: { $shift } { $ab }, { $target } { $bc }, { $third } { $ac }.
analogues-seam = The counted record ends in 2014. The signs of the question come from the built-in base of the day, which is coded in another way: the comparison crosses a seam.
analogues-no-states = One side of { $dyad } is no state of the counted record on that day.
analogues-no-triad = The shift and { $dyad } share no single state, so there is no triad to look for; only the base rate is given.
analogues-small-effects = Effects under about ten points cannot be excluded by counts of this size, and yearly coding does not see a détente that no pact or rivalry records.

## History: the fitted forecast

history-method = Gradient-boosted trees (Friedman 2001) over the tie’s own past, its members and its triads, fitted on the thirty years whose outcomes were known at the origin and tested out of sample by `detente backtest`; intervals count ties, not dyad-years (Kish 1965; Wilson 1927). Data: COW, ATOP 5, MID 5.0, Thompson, Sakuwa and Suhas 2021, NMC 6, V-Dem.
history-friendly = friendly
history-hostile = hostile
history-neither = neither friendly nor hostile
history-worsened = worsened
history-eased = eased
history-forecast = Fitted forecast: the tie of { $dyad }, { $sign } in { $year }, worsens within { $years ->
        [one] one year
       *[other] { $years } years
    } with a probability of { $worsens }, holds with { $holds } and improves with { $improves }.
history-tested = Track record: in the backtest { $count } forecasts for { $ties } ties that were { $sign } gave a chance from { $low } to { $high }, { $predicted } on average, and { $observed } of these ties { $fate } within five years (95 %, counted by tie: { $from } to { $to }).
history-untested = No forecast of this size had a known outcome at the end of { $year }: the model has no track record for it.
history-base = Base rate: of { $count } dyad-years of { $from }–{ $to } with a tie that was { $sign }, { $worse } worsened within five years and { $better } improved.
history-own = The same state: of { $count } of them with the same rivalry, duty of defence and years since force, { $worse } worsened and { $better } improved.
history-parts = What sets the figure apart from that of a usual tie that is { $sign }, in points: { $parts }. The parts act together and do not add up.
history-raises = { $part } raise it by { $points }
history-lowers = { $part } lower it by { $points }
history-part-force = disputes and force between the two
history-part-rivalry = years of rivalry
history-part-pacts = the duties of their pacts
history-part-changes = earlier changes of the tie
history-part-borders = borders
history-part-power = the power of the two
history-part-democracy = their regimes
history-part-ties = the age of the two states and the number of their ties
history-part-elsewhere = what the two lately won, lost and fought elsewhere
history-part-triads = common friends and enemies
history-carried = The counted panel ends in 2014. { $count ->
        [0] No entry of the built-in base changes the tie of { $dyad } since, and so it is carried on as it was
        [one] One entry of the built-in base changes the tie of { $dyad } since
       *[other] { $count } entries of the built-in base change the tie of { $dyad } since
    }: in { $year } it counts as { $sign }.
history-weight = In the pool of the lenses this model weighs { $weight } and the analogues { $rest }: the weights with the least log loss over the forecasts whose outcomes were known at the end of { $year }.
history-assumes-scale = Worse and better are steps on a yearly scale of three signs (definition C): a friendly tie cannot rise on it, a hostile one cannot fall.
history-assumes-shift = The supposed shift does not enter the figure: counted history shows no measurable effect of such a shift on a third tie.
history-assumes-seam = What no entry of the built-in base tells goes on since 2014 as it was; power, regimes and ties with others are those of 2014.
history-assumes-horizon = The model was fitted for five years; for { $years ->
        [one] one year
       *[other] { $years } years
    } the yearly risk is taken to be always the same.
history-early = Forecasts begin with 1981: before, no model was fitted and tested on what was known.
history-no-state = One side of { $dyad } is no state of the panel on that day: no forecast.
history-strangers = { $dyad }: no neighbours, no major power and no tie in ten years. No such ties were tested, and no figure is given.

## The analogues' own forecast

analogues-state = Forecast of this lens: of { $count } dyad-years of { $from }–{ $to } in the state of { $dyad } (same sign, rivalry, duty of defence and years since force), { $worse } worsened within five years and { $better } improved.
