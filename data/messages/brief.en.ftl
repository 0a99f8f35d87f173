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

clause-defense = a duty of defence (DEFENSE)
clause-offense = a duty to join a war (OFFENSE)
clause-neutral = a duty not to help the other's attacker (NEUTRAL)
clause-nonagg = a renunciation of force (NONAGG)
clause-consul = a duty to consult (CONSUL)
clause-non-subversion = a duty to keep one's territory from those who would harm the other (NON_SUBVERSION)
clause-no-hostile-alliance = a duty to join no hostile alliance (NO_HOSTILE_ALLIANCE)
clause-guarantee = a guarantee (GUARANTEE)
clause-assurance = an assurance (ASSURANCE)
clause-unsc-referral = a duty to go to the Security Council (UNSC_REFERRAL)
clause-aid-nonmilitary = aid short of fighting (AID_NONMILITARY)
clause-arms-control = limits on arms (ARMS_CONTROL)
clause-straits-closure = the closing of straits to warships (STRAITS_CLOSURE)
