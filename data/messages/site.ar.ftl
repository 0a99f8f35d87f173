### كلمات الموقع، بالعربية.

## حول كل صفحة

site-name = ديتانت
site-own-name = العربية
site-skip = انتقل إلى المحتوى
site-navigation = الأقسام
site-more = المزيد في هذا الموقع
site-demo = موقع للتجربة: مقالاته واستطلاعه وتوقعاته من إعدادنا لعرض البرنامج.
site-made = أنشئ ببرنامج ديتانت. بلا أدوات تتبع، وبلا ملفات ارتباط للقراءة.
site-home = الرئيسية
site-aside = إلى جانب الموجزات
site-latest = أحدث موجز
site-empty = لم ينشر هنا شيء بعد.
site-pages = صفحات القائمة
site-older = موجزات أقدم
site-ask = اسأل
site-record = سجل التوقعات
site-tv = لقاءات تلفزيونية
site-search = بحث
site-newsletter = النشرة البريدية
site-feed = خلاصة Atom
site-api = البيانات (API)
site-follow = تابعنا على
site-dyads = العلاقات
site-category-about = موجزات قسم { $name }.

## الموجزات

site-corrected = مصحح
site-short = الرابط المختصر
site-about = عن
site-old-version = هذه النسخة رقم { $count }، وتبقى محفوظة لمن استشهد بها.
site-latest-version = اقرأ أحدث نسخة
site-corrections = تصويبات
site-before = النسخة السابقة
site-cite = الاستشهاد والتنزيل
site-version = النسخة { $count }
site-digest = البصمة
site-frozen = العنوان الثابت لهذه النسخة
site-files = ملفات
site-citation = { $name }، «{ $title }»،
site-briefs = موجزات
site-why = لماذا يقال هذا؟
site-captured = النص المحفوظ
site-captured-about = النص كما حفظ، وفيه الكلمات المقتبسة معلّمة.
site-captured-whole = النص كما حفظ.
site-quote-lost = الموضع المطلوب ليس في هذا النص، ولم يعلّم شيء.

## العلاقات والأطراف والمعاهدات

site-dyad = علاقة
site-dyad-about = أين تقف العلاقة { $name }، ومنذ متى ولماذا؛ والمعاهدات والوقائع المؤرخة والموجزات.
site-status-improving = في تحسن
site-status-worsening = في تراجع
site-status-unchanged = لم تتغير خلال سنة
site-status-unknown = لا يعرف عنها شيء
site-since = منذ { $date }
site-until = حتى { $date }
site-since-long = منذ زمن أطول مما يتتبع هنا
site-status-method = يقارن هذا الوصف وزن الوقائع اليوم بوزنها قبل سنة. وهو عدّ لوقائع موثقة وليس توقعا.
site-why-so = لماذا
site-nothing-known = لا توجد عن هذه العلاقة واقعة في القاعدة ولا في السجل. وهذا لا يعني أنها علاقة محايدة.
site-treaties = المعاهدات
site-treaties-none = لا توجد في القاعدة معاهدة بين الطرفين.
site-treaty = معاهدة
site-treaty-about = { $name }: الأطراف والتواريخ والبنود.
site-stage = الوضع القانوني
site-signed = التوقيع
site-in-force = النفاذ
site-ended = الانتهاء
site-term = المدة
site-years = { $count ->
        [zero] بلا مدة
        [one] سنة واحدة
        [two] سنتان
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }
site-id = المعرّف
site-legal-future = لم توقع بعد
site-legal-signed = موقعة وغير نافذة
site-legal-in-force = نافذة
site-legal-suspended = معلقة بين الطرفين
site-legal-ended = منتهية
site-events = ما تقوله النصوص
site-recalled = يعرف معدّ البيانات هذا ولم يره في مصدر، فليؤخذ مؤشرا لا دليلا.
site-parties = الأطراف
site-parties-more = القائمة لا تضم جميع الأطراف.
site-clauses = البنود
site-clauses-none = لم يسجل أي بند.
site-clause = الالتزام
site-clause-kind = { $clause }
site-article = المادة
site-says = باختصار
site-unknown = غير معروف
site-absent = ما لا تتضمنه
site-views = حيث تختلف الدول
site-sources = المصادر
site-actor-about = { $name }: الرموز والأصدقاء والخصوم والمعاهدات والموجزات.
site-kind-state = دولة
site-kind-organisation = منظمة
site-kind-person = شخص
site-kind-group = جماعة
site-codes = الرموز
site-friends = علاقات ودية
site-adversaries = علاقات عدائية
site-and-more = { $count ->
        [zero] ولا غيرها
        [one] وواحدة غيرها
        [two] واثنتان غيرها
        [few] و{ $count } غيرها
        [many] و{ $count } غيرها
       *[other] و{ $count } غيرها
    }

## السؤال والبحث

site-ask-label = سؤالك
site-ask-button = أجب
site-ask-about = سؤال عن علاقة إذا تغيرت علاقة أخرى. يصاغ السؤال صياغة دقيقة قبل الجواب، وكل قول يذكر مصدره.
site-ask-help = مثال: هل يؤثر التقارب بين الهند والصين على العلاقات بين باكستان والصين؟ سمّ الدول بأسمائها أو عواصمها أو قادتها.
site-ask-long = السؤال أطول من 400 حرف.
site-ask-unread = لم تمكن قراءة السؤال.
site-ask-machine = أعد البرنامج هذا الجواب الآن من مصادره، ولم يقرأه محرر.
site-ask-base-only = سجل هذا الموقع كبير، ولذلك يستند هذا الجواب إلى القاعدة المدمجة وحدها.
site-search-label = كلمات البحث
site-search-about = بحث في الموجزات والأطراف والمعاهدات والاقتباسات. لا فرق بين صور كتابة الحروف العربية.
site-found = { $count ->
        [zero] لم يعثر على شيء.
        [one] نتيجة واحدة.
        [two] نتيجتان.
        [few] { $count } نتائج.
        [many] { $count } نتيجة.
       *[other] { $count } نتيجة.
    }
site-records = اقتباسات

## سجل التوقعات

site-record-about = يسجل كل توقع قبل موعده بمعايير لا تتغير، ويعرض مع ما آل إليه.
site-record-n = { $count ->
        [zero] لم يسجل أي توقع.
        [one] سجل توقع واحد.
        [two] سجل توقعان.
        [few] سجلت { $count } توقعات.
        [many] سجل { $count } توقعا.
       *[other] سجل { $count } توقع.
    }
site-record-all = اطلع على جميع التوقعات
site-score = النتيجة
site-brier = درجة براير { $brier } على { $count ->
        [zero] لا شيء
        [one] توقع واحد
        [two] توقعين
        [few] { $count } توقعات
        [many] { $count } توقعا
       *[other] { $count } توقع
    } (الصفر إصابة تامة، و0.25 كرمي قطعة نقد).
site-brier-none = لم يحسم أي توقع بعد يوم إغلاقه، فلا درجة حتى الآن.
site-base = تحقق ما نسبته { $share } منها.
site-calibration = المعايرة
site-bin = الاحتمال المعطى
site-bin-n = عدد التوقعات
site-bin-forecast = متوسط الاحتمال
site-bin-came = ما تحقق
site-score-method = لا يحسب إلا ما مضى يوم إغلاقه، لأن الأجوبة المبكرة أكثرها «نعم». والملغى لا يحسب في شيء. والفئة قليلة الحالات لا تقول الكثير.
site-forecasts = التوقعات
site-forecasts-none = لم يسجل أي توقع بعد.
site-outcome-open = مفتوح
site-outcome-closed = مغلق ولم يحسم
site-outcome-yes = نعم
site-outcome-no = لا
site-outcome-void = ملغى
site-chance = احتمال «نعم» { $share }
site-closes = يغلق في { $date }
site-registered = سجل في
site-criteria-hash = بصمة المعايير
site-hash-wrong = البصمة لا تطابق النص.
site-from-brief = الموجز الذي جاء منه

## التلفزيون

site-tv-latest = أحدث اللقاءات
site-tv-all = جميع اللقاءات
site-tv-about = لقاءات محللي المركز. تقود الروابط إلى المحطات، ولا يحمّل منها شيء.
site-tv-none = لم يسجل أي لقاء.

## عند الخطأ

site-fault-not-found = لا شيء في هذا العنوان
site-fault-gone = سحب هذا الموجز
site-fault-invalid = لا يمكن قراءة ما أرسل
site-fault-forbidden = هذا غير مسموح
site-fault-refused = رفض هذا الطلب
site-fault-method = هذا العنوان لا يقبل هذه الطريقة
site-fault-too-large = أرسل أكثر مما يقرأ هنا
site-fault-too-many = طلبات كثيرة في وقت قصير. انتظر قليلا ثم أعد المحاولة.
site-fault-busy = الموقع مشغول. أعد المحاولة بعد لحظات.
site-fault-timed-out = استغرق الجواب وقتا طويلا. أعد المحاولة بعد لحظات.
site-fault-failed = حدث خلل هنا، وقد سجل.
site-fault-search = ربما يجده البحث:

## الاستطلاع

site-poll = استطلاع رأي
site-poll-vote = صوّت
site-poll-answer = جوابك
site-poll-result = النتيجة
site-poll-n = { $count ->
        [zero] لم يصوت أحد بعد.
        [one] صوت قارئ واحد.
        [two] صوت قارئان.
        [few] صوت { $count } قراء.
        [many] صوت { $count } قارئا.
       *[other] صوت { $count } قارئ.
    }
site-poll-no-sample = صوت من شاء، وليست هذه عينة ممثلة لأي جمهور.
site-poll-counted = احتسب صوتك، ولا يحفظ من أدلى به.
site-poll-before = سبق أن صوت، ولم يتغير شيء.
site-poll-closed = انتهى التصويت في هذا الاستطلاع.
site-form-stale = بقيت الاستمارة مفتوحة طويلا أو أرسلت بسرعة. ارجع وحمّلها من جديد ثم أرسلها.

## النشرة

site-newsletter-about = رسالة لكل موجز جديد ولا شيء غيره. تؤكد عنوانك أولا، وتنهي الاشتراك بنقرة واحدة.
site-address = بريدك الإلكتروني
site-address-wrong = هذا ليس عنوان بريد إلكتروني، وصورته name@example.org.
site-letter-language = لغة الرسائل
site-subscribe = اشترك
site-privacy = يحفظ عنوانك واللغة ويوما الطلب والتأكيد. وفي كل رسالة رابط يعرض ما يحفظ ويمحوه.
site-newsletter-asked = انظر في بريدك
site-newsletter-asked-about = إن لزم التأكيد فرسالة فيها رابط في طريقها إلى هذا العنوان، والرابط صالح 48 ساعة.
site-confirm = تأكيد النشرة
site-confirm-about = اضغط الزر لتؤكد أنك تريد النشرة.
site-confirm-button = أؤكد
site-confirmed = تم التأكيد
site-confirmed-about = ستصلك من الآن رسالة لكل موجز جديد.
site-confirm-late = لم يعد هذا الرابط صالحا
site-confirm-late-about = استعمل من قبل أو مضت 48 ساعة. اطلب النشرة من جديد.
site-leave = إنهاء النشرة
site-leave-button = لا ترسلوا إليّ بعد الآن
site-kept = ما يحفظ عنك
site-erase-button = امحوا كل ذلك
site-left = لا رسائل بعد الآن
site-left-about = لن تصلك رسائل من هذا الموقع.
site-erased = تم المحو
site-erased-about = لم يعد يحفظ عنك شيء.
mail-confirm-subject = أكد اشتراكك في نشرة { $name }
mail-confirm-why = طلب أحدهم، وغالبا أنت، نشرة { $name } لهذا العنوان.
mail-confirm-ignore = إن لم تكن أنت فلا تفعل شيئا: لا رسائل بغير تأكيد.
mail-read = اقرأ الموجز
mail-leave = إنهاء هذه الرسائل، أو الاطلاع على ما يحفظ عنك ومحوه

## المكتب

desk-home = المكتب
desk-take = أخذ صفحة
desk-forecasts = التوقعات
desk-audit = سجل التدقيق
desk-accounts = الحسابات
desk-me = حسابي
desk-login = الدخول
desk-login-wrong = الاسم أو كلمة المرور أو الرمز غير صحيح، أو أن الحساب موقوف مؤقتا بعد محاولات خاطئة.
desk-name = الاسم
desk-password = كلمة المرور
desk-password-new = كلمة مرور جديدة من 12 حرفا على الأقل
desk-password-set = تغيير كلمة المرور
desk-code = رمز العامل الثاني
desk-logout = الخروج
desk-everywhere = من جميع الأجهزة
desk-factor = العامل الثاني
desk-factor-missing = ليس لحسابك عامل ثان بعد، والمحررون يحتاجون إليه.
desk-factor-there = العامل الثاني مفعّل، والجديد يحل محله.
desk-factor-how = أدخل هذا السر في تطبيق المصادقة ثم اكتب الرمز الذي يعرضه.
desk-factor-set = تفعيل
desk-role = الدور
desk-role-reader = قارئ
desk-role-analyst = محلل
desk-role-editor = محرر
desk-role-admin = مدير
desk-account-add = إضافة حساب
desk-shut = مغلق
desk-save = حفظ
desk-state-draft = مسودة
desk-state-review = قيد المراجعة
desk-state-published = منشور
desk-state-withdrawn = مسحوب
desk-queue-waiting = رسائل منتظرة
desk-queue-sending = رسائل قيد الإرسال
desk-queue-sent = رسائل مرسلة
desk-queue-failed = رسائل لم تصل
desk-when = متى
desk-who = من
desk-what = ماذا
desk-object = على
desk-why = لماذا
desk-paste = نص الصفحة أو HTML
desk-source-name = اسم المصدر إن لم يكن للصفحة عنوان
desk-source-url = عنوان المصدر
desk-review = مراجعة الترميز
desk-proposed = مقترح
desk-accepted = مقبول
desk-rejected = مرفوض
desk-accept = قبول
desk-reject = رفض
desk-correct = تصحيح
desk-compose = إعداد موجز
desk-question = السؤال
desk-formal = أو بالرموز إن لم تقرأ الكلمات، مثل USA-RUS:improves و RUS-IRN.
desk-shift = ما يفترض
desk-on = ما يسأل عنه
desk-as-of = بتاريخ
desk-category = القسم (مفتاح)
desk-brief = موجز
desk-see = عرض الصفحة
desk-unsourced = هذه الأقوال بلا مصدر، ولا ينشر الموجز ما دامت كذلك:
desk-head = رأس الموجز
desk-title = العنوان
desk-summary = الخلاصة
desk-slug = آخر جزء من العنوان الإلكتروني
desk-byline = الكاتب
desk-note = ما الذي صحح، أو سبب السحب
desk-steps = الخطوة التالية
desk-step-hand-in = تقديم للمراجعة
desk-step-hand-back = إعادة إلى الكاتب
desk-step-publish = نشر
desk-step-correct = نشر تصويب
desk-step-withdraw = سحب
desk-criteria = ما يعد «نعم»، ومن يقرر
desk-closes = يوم الإغلاق
desk-chance = احتمال «نعم» من 0 إلى 1
desk-immutable = لا يمكن تغيير شيء من هذا لاحقا.
desk-register = تسجيل توقع
desk-resolve = حسم
desk-outcome = المآل
desk-readers = { $count ->
        [zero] لا قراء للنشرة بعد.
        [one] قارئ واحد للنشرة.
        [two] قارئان للنشرة.
        [few] { $count } قراء للنشرة.
        [many] { $count } قارئا للنشرة.
       *[other] { $count } قارئ للنشرة.
    }
desk-take-how = أعط عنوانا أو اختر ملفا أو الصق النص، ويؤخذ أول ما يعطى من الثلاثة.
desk-address = عنوان الصفحة
desk-file = ملف
desk-field-source = الفاعل (رمز)
desk-field-target = المفعول به (رمز)
desk-field-cameo = رمز CAMEO
desk-field-date = التاريخ (EDTF)
desk-field-certainty = درجة الثبوت
desk-field-holder = صاحب القول
desk-field-quote = كلمات النص
desk-field-name = الاسم كما في النص
desk-field-parties = الأطراف (رموز)
desk-field-signed = تاريخ التوقيع (EDTF)
desk-field-in-force = نافذة منذ (EDTF)
desk-field-ended = انتهت في (EDTF)
desk-field-term-years = المدة بالسنوات
desk-field-stage = المرحلة
desk-field-clauses = البند
desk-field-type = النوع، مثل CONSUL، وتركه فارغا يحذف البند
desk-field-present = ما يقوله النص عنه
desk-field-article = المادة
desk-field-from = من (رمز)
desk-field-to = إلى (رمز)
desk-field-item = ما نقل
desk-field-category = الفئة
desk-field-status = الحالة
desk-field-speaker = المتكلم (رمز)
desk-field-speaker-name = المتكلم
desk-field-role = المنصب
desk-field-verb = الفعل
desk-field-if = الشرط: كلمات النص
desk-field-then = الجواب: كلمات النص
desk-field-marker = الأداة
desk-field-dyad = العلاقة (رمزان)
desk-field-sign = الإشارة
desk-in-text = في النص
desk-present = موجود
desk-absent = يقول النص إنه غير موجود
desk-feed = قراءة تغذية
desk-feed-address = عنوان تغذية Atom أو RSS
desk-feed-none = ليس فيها مدخل يقود إلى صفحة.
site-network = الشبكة المحيطة به
