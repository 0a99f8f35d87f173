### عناوين الموجز المعروض، بالعربية.

## الرأس

page-brief = موجز Détente
page-skip = إلى الجواب مباشرة
page-contents = المحتويات
page-source = المصدر
page-published = نشر في { $date }
page-untitled = سؤال بلا مقال
page-language-ar = بالعربية
page-language-en = بالإنجليزية
page-dyad = { $dyad }
page-share = { $share }

## السؤال

page-question = السؤال
page-asked = كما طرح
page-restated = بصيغة دقيقة
page-formal = بالرموز
page-as-of = ما كان معروفا في { $date }
page-horizon = المدى الزمني: { $count ->
        [zero] لا شيء
        [one] سنة واحدة
        [two] سنتان
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }
page-no-question = لا يطرح المقال سؤالا. وفيما يلي قراءة له: ما رمز منه، وما يثيره من أسئلة.

## الجواب

page-answer = الجواب باختصار
page-answer-basis = يستند إلى
page-no-answer = لا يمكن تقديم جواب مختصر: لم تجد أي عدسة ما تستند إليه.
page-compare = الحال كما هي، والحال كما تفترض
page-compare-note = العلاقة التي يفترض تحولها، والعلاقة المسؤول عنها، وسائر العلاقات بين الأطراف نفسها.
page-relation = العلاقة
page-role-shift = يفترض تحولها
page-role-target = المسؤول عنها
page-role-other = بين أطراف السؤال
page-as-is = في تاريخ السؤال
page-as-supposed = بعد التحول المفترض
page-sign-friendly = ود
page-sign-hostile = عداء
page-sign-neither = بلا إشارة واضحة
page-sign-unknown = غير معروفة
page-changed = تتغير

## الخلاصة

page-synthesis = العدسات مجتمعة
page-forecast = التوقع
page-forecast-of = ما تؤول إليه العلاقة المسؤول عنها
page-forecast-worsens = تسوء
page-forecast-holds = تبقى على حالها
page-forecast-improves = تتحسن
page-cannot-say = لا يمكن الجزم.
page-weights = وزن كل عدسة في المحصلة
page-weight = الوزن
page-lens = العدسة
page-disagreement = مواضع اختلاف العدسات

## العدسات

page-findings = ما تجده كل عدسة
page-no-grounds = لا تجد هذه العدسة هنا ما تستند إليه.
page-no-claims = لا تقدم هذه العدسة أي قول.
page-lens-n = عدد الحالات التي يستند إليها: { $count ->
        [zero] لا شيء
        [one] حالة واحدة
        [two] حالتان
        [few] { $count } حالات
        [many] { $count } حالة
       *[other] { $count } حالة
    }
page-stance-for = يشير إلى أثر
page-stance-against = يشير إلى عدم الأثر
page-stance-neither = سياق
page-evidence-for-claim = الشواهد
page-value-unit = { $value } { $unit }
page-unit-share = من الحالات
page-unit-ties = (عدد الروابط)
page-interval = المجال من { $low } إلى { $high }
page-n = عدد الحالات { $n }
page-assumptions = ما تسلم به
page-method = طريقة عملها
page-claim-id = القول
page-missing-evidence = ليس في قائمة الشواهد

## المجهول

page-unknown = ما لا نعرفه
page-unknown-none = لا تشير العدسات إلى نقص.

## الرسوم

page-network = الشبكة المحيطة بالسؤال
page-network-alone = شبكة علاقات ذات إشارات
page-network-note = موقف كل طرف من غيره. والجدول يقول ما يقوله الرسم بالكلمات.
page-network-summary = شبكة فيها { $actors ->
        [zero] لا أطراف
        [one] طرف واحد
        [two] طرفان
        [few] { $actors } أطراف
        [many] { $actors } طرفا
       *[other] { $actors } طرف
    } و{ $ties ->
        [zero] لا روابط
        [one] رابطة واحدة
        [two] رابطتان
        [few] { $ties } روابط
        [many] { $ties } رابطة
       *[other] { $ties } رابطة
    }. الودية: { $friendly }؛ العدائية: { $hostile }؛ بلا إشارة واضحة: { $neither }؛ ما يغيره التحول المفترض: { $changed }.
page-network-label-shift = مفترض
page-network-label-target = محل السؤال
page-network-actor = طرف في السؤال
page-network-change = الإشارة قبل التحول وبعده
page-network-table = روابط الشبكة كلها
page-actors-table = الأطراف ورموزها
page-timeline = التسلسل الزمني
page-timeline-note = يسير الزمن من السنوات الأقدم إلى الأحدث باتجاه السهم، في اللغتين معا. والأرقام تحيل إلى الجدول.
page-timeline-break = وعند الخطين المائلين على المحور يتغير المقياس.
page-timeline-summary = تسلسل زمني فيه { $count ->
        [zero] لا وقائع
        [one] واقعة مؤرخة واحدة
        [two] واقعتان مؤرختان
        [few] { $count } وقائع مؤرخة
        [many] { $count } واقعة مؤرخة
       *[other] { $count } واقعة مؤرخة
    } من { $from } إلى { $to }. الودية: { $friendly }؛ العدائية: { $hostile }؛ غير ذلك: { $neither }.
page-timeline-table = الوقائع المؤرخة من الأقدم إلى الأحدث
page-when = متى
page-what = ماذا
page-sign = الإشارة
page-number = الرقم
page-lane-friendly = ود
page-lane-hostile = عداء
page-lane-neither = غير ذلك

## القراءة والشواهد

page-reading = ما رمز من المقال
page-reading-note = بترتيب النص، ومع كل عنصر الكلمات التي يستند إليها.
page-reading-none = لم يرمز شيء.
page-evidence = الشواهد
page-evidence-note = كل سجل استشهد به أعلاه، بترتيب أول استشهاد.
page-evidence-none = لا شواهد.
page-date-of = بتاريخ { $date }
page-known = معروف منذ { $date }
page-confidence-cited = اطلع عليه في المصدر
page-confidence-recalled = من الذاكرة، ولم يطلع عليه في مصدر
page-record = السجل
page-digest = SHA-256
page-cited-by = يستشهد به
page-kind-event = حدث
page-kind-treaty = معاهدة
page-kind-transfer = نقل أسلحة أو مساعدة
page-kind-statement = تصريح
page-kind-conditional = جملة شرطية
page-kind-hedge = تحفظ
page-kind-tie = رابطة
page-kind-base = واقعة من الأساس
page-kind-clause = بند
page-kind-rate = نسبة
page-kind-absent = ما لا يلزم به النص
page-kind-war = حرب
page-kind-hostilities = أعمال عدائية
page-kind-sanctions = عقوبات
page-kind-rivalry = تنافس
page-kind-cooperation = تعاون
page-kind-arms-supply = توريد أسلحة
page-kind-break = قطع علاقات
page-kind-mediation = وساطة
page-kind-normalisation = تطبيع علاقات
page-kind-recognition-dispute = خلاف على الاعتراف
page-kind-support = دعم
page-kind-membership = عضوية

## إعادة السؤال

page-suggested = أسئلة يثيرها المقال
page-suggested-note = يمكن طرح كل منها كما هو. وARTICLE هو ملف المقال.
page-again = كيف يعاد السؤال
page-again-note = المقال نفسه والسؤال نفسه والتاريخ نفسه والبذرة نفسها تعطي الموجز نفسه حرفا بحرف. وARTICLE هو ملف المقال.
page-again-note-bare = السؤال نفسه والتاريخ نفسه والبذرة نفسها تعطي الموجز نفسه حرفا بحرف.
page-again-why = للعودة من قول إلى مصادره:
page-made-with = أعد بواسطة Détente { $version }
page-brief-id = الموجز
page-seed = البذرة
page-quoted-marks = تظهر المحارف غير المرئية أو المغيرة للاتجاه في النصوص المنقولة على هيئة ⟦U+…⟧.
page-captured = انظره في النص المحفوظ
