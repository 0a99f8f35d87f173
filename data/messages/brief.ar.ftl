### ما يحيط بأقوال العدسات في الموجز، بالعربية.

## كلمات صغيرة

dyad-joined = { $a } و{ $b }
share = { $percent }٪
list-comma = { " و" }
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

clause-defense = الدفاع عن الطرف الآخر (DEFENSE)
clause-offense = دخول الحرب (OFFENSE)
clause-neutral = عدم مساعدة المعتدي على الطرف الآخر (NEUTRAL)
clause-nonagg = نبذ استخدام القوة (NONAGG)
clause-consul = التشاور عند الأزمات (CONSUL)
clause-non-subversion = منع استخدام الأراضي للإضرار بالطرف الآخر (NON_SUBVERSION)
clause-no-hostile-alliance = عدم الدخول في حلف معاد (NO_HOSTILE_ALLIANCE)
clause-guarantee = ضمانة (GUARANTEE)
clause-assurance = تطمينات (ASSURANCE)
clause-unsc-referral = الإحالة إلى مجلس الأمن (UNSC_REFERRAL)
clause-aid-nonmilitary = مساعدة دون القتال (AID_NONMILITARY)
clause-arms-control = قيود على التسلح (ARMS_CONTROL)
clause-straits-closure = إغلاق المضائق أمام السفن الحربية (STRAITS_CLOSURE)

## السؤال

question-improves = إذا تحسنت العلاقة بين { $shift }، فماذا يحدث للعلاقة بين { $target }، بحسب ما كان معروفا في { $day }، خلال { $years ->
        [zero] المدة
        [one] سنة واحدة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    }؟
question-worsens = إذا ساءت العلاقة بين { $shift }، فماذا يحدث للعلاقة بين { $target }، بحسب ما كان معروفا في { $day }، خلال { $years ->
        [zero] المدة
        [one] سنة واحدة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    }؟
suggest-improves = إذا تحسنت العلاقة بين { $shift }، فماذا يحدث للعلاقة بين { $target }؟
suggest-worsens = إذا ساءت العلاقة بين { $shift }، فماذا يحدث للعلاقة بين { $target }؟

## العدسات ومحصلتها

lens-evidence = المصادر
lens-treaty = المعاهدات
lens-balance = التوازن البنيوي
lens-analogues = السوابق التاريخية
lens-history = التاريخ المضبوط
lens-bargaining = المساومة
answer-cannot-say = لا يمكن القول: ليس لدى أي عدسة ما تستند إليه.
synthesis-none = لا يعطى احتمال رقمي: لا تقدم أي من العدسات المستخدمة توقعا، والرقم الذي لا تسنده حالات معدودة رقم مختلق.
synthesis-pool = التوقع متوسط مرجح لتوقعات العدسات التي تتوقع، بأوزان هي الأفضل في اختبار السجل على ما كان معلوما حينئذ. والأمر `detente why { $id }` يعود إلى ما يستند إليه.
synthesis-one = التوقع هو توقع العدسة الوحيدة التي تتوقع. والأمر `detente why { $id }` يعود إلى ما يستند إليه.
synthesis-no-question = لم يطرح سؤال، فلا جواب.
lenses-disagree = العدسات مختلفة: تشير { $for } إلى أثر في العلاقة المسؤول عنها، وتشير { $against } إلى ثباتها.
lenses-disagree-and-torn = العدسات مختلفة: تشير { $for } إلى أثر في العلاقة المسؤول عنها، وتشير { $against } إلى ثباتها، أما { $both } ففيها ما يشير إلى أثر وما يشير إلى ثبات.
lenses-for-and-torn = العدسات ليست على رأي واحد: تشير { $for } إلى أثر في العلاقة المسؤول عنها، أما { $both } ففيها ما يشير إلى أثر وما يشير إلى ثبات.
lenses-against-and-torn = العدسات ليست على رأي واحد: تشير { $against } إلى ثبات العلاقة، أما { $both } ففيها ما يشير إلى أثر وما يشير إلى ثبات.
lenses-torn = في { $both } ما يشير إلى أثر في العلاقة المسؤول عنها وما يشير إلى ثباتها.
unknown-later-text = تاريخ «{ $title }» لاحق لليوم المسؤول عنه، فلم يكن شيء مما فيه معروفا في ذلك اليوم ولم يستخدم منه شيء.
unknown-no-question = لا يطرح النص سؤالا أمكنت قراءته.

## ما يقوله السجل

actor-named = { $actor }
actor-unknown = طرف غير مسمى
holder-article = المقال
record-base = واقعة من القاعدة.
record-event = { $source } ← { $target }: { $act } (CAMEO { $code })، بلا تاريخ، { $certainty }
record-event-dated = { $source } ← { $target }: { $act } (CAMEO { $code })، { $date }، { $certainty }
record-treaty = معاهدة بين { $parties }: { $clauses }
record-treaty-bare = معاهدة بين { $parties }
record-treaty-signed = معاهدة بين { $parties }، موقعة في { $signed }: { $clauses }
record-treaty-signed-bare = معاهدة بين { $parties }، موقعة في { $signed }
record-clause = { $clause }
record-clause-absent = خلوها من { $clause } بحسب النص
record-transfer = { $from } ← { $to }: { $item }، { $status }
record-statement = كلام { $speaker }
record-statement-role = كلام { $speaker } ({ $role })
record-conditional = الشرط «{ $if }»، والنتيجة «{ $then }»، وصاحب القول: { $holder }
record-hedge = «{ $marker }»: عبارة تحفظ، وصاحبها: { $holder }
record-tie-friendly = إشارة إلى علاقة ودية بين { $dyad }
record-tie-hostile = إشارة إلى علاقة عدائية بين { $dyad }
moment-signed = توقيع { $treaty }
moment-in-force = دخول { $treaty } حيز النفاذ
transfer-delivered = سلمت أو قيد الاستخدام
transfer-planned = مقررة
transfer-alleged = مزعومة
transfer-denied = منفية
certainty-asserted = مذكور كواقعة
certainty-reported = منقول عن غير المصدر
certainty-planned = مقرر
certainty-alleged = مزعوم
certainty-denied = منفي
certainty-hypothetical = افتراضي

## الأصناف العشرون في CAMEO

cameo-01 = تصريح علني
cameo-02 = مناشدة
cameo-03 = إبداء نية التعاون
cameo-04 = تشاور
cameo-05 = تعاون دبلوماسي
cameo-06 = تعاون مادي
cameo-07 = تقديم مساعدة
cameo-08 = تنازل
cameo-09 = تحقيق
cameo-10 = مطالبة
cameo-11 = استنكار
cameo-12 = رفض
cameo-13 = تهديد
cameo-14 = احتجاج
cameo-15 = استعراض قوة عسكرية
cameo-16 = خفض العلاقات
cameo-17 = إكراه
cameo-18 = اعتداء
cameo-19 = قتال
cameo-20 = عنف جماعي

## عناوين العرض على الشاشة والسلسلة

label-question = السؤال
label-answer = الجواب باختصار
label-synthesis = المحصلة
label-unknown = ما لا يعرف
label-questions = أسئلة يثيرها النص
label-reading = ما رُمّز من النص
label-evidence = الشواهد
lens-heading = العدسة: { $lens }
lens-no-grounds = لا يمكن القول: ليس لدى هذه العدسة ما تستند إليه هنا.
stance-for = (يشير إلى أثر)
stance-against = (يشير إلى ثبات)
stance-neither = ·
forecast = تسوء { $worsens }، تبقى { $holds }، تتحسن { $improves }
why-lens = العدسة:
why-method = المنهج:
why-assumes = المسلّم به:
why-place = مواضع الحروف
evidence-recalled = من الذاكرة ولم تر في مصدر: قرينة لا أكثر
evidence-more = سجلات أخرى مذكورة في صيغ markdown وhtml وjson: { $count ->
        [zero] لا شيء
        [one] سجل واحد
        [two] سجلان
        [few] { $count } سجلات
        [many] { $count } سجلا
       *[other] { $count } سجل
    }
source-comma = { "، " }
foot-why = من القول رجوعا إلى الجملة التي يستند إليها:
