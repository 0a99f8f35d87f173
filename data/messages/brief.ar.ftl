### ما يحيط بأقوال العدسات في الموجز، بالعربية.

## كلمات صغيرة

dyad-joined = { $a } و{ $b }
share = { $percent }٪
list-comma = { "، " }
list-last = { $first } و{ $last }
date-from-to = من { $from } إلى { $to }
date-from = منذ { $from }
date-to = حتى { $to }
date-open = بلا تاريخ
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## الالتزامات وأسماؤها في ATOP

clause-defense = التزام بالدفاع (DEFENSE)
clause-offense = التزام بدخول الحرب (OFFENSE)
clause-neutral = التزام بعدم مساعدة المعتدي على الطرف الآخر (NEUTRAL)
clause-nonagg = نبذ استخدام القوة (NONAGG)
clause-consul = التزام بالتشاور (CONSUL)
clause-non-subversion = التزام بمنع استخدام الأراضي للإضرار بالطرف الآخر (NON_SUBVERSION)
clause-no-hostile-alliance = التزام بعدم الدخول في حلف معاد (NO_HOSTILE_ALLIANCE)
clause-guarantee = ضمانة (GUARANTEE)
clause-assurance = تطمينات (ASSURANCE)
clause-unsc-referral = التزام بالإحالة إلى مجلس الأمن (UNSC_REFERRAL)
clause-aid-nonmilitary = مساعدة دون القتال (AID_NONMILITARY)
clause-arms-control = قيود على التسلح (ARMS_CONTROL)
clause-straits-closure = إغلاق المضائق أمام السفن الحربية (STRAITS_CLOSURE)
