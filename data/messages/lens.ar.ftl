### ما تقوله العدسات بالعربية. كل المتغيرات كلمات ما عدا الأعداد.

## الشواهد

evidence-method = تصنف أقوال المصادر بحسب ما إذا كانت تشير إلى أثر للتحول المفترض في العلاقة المسؤول عنها أو إلى ثباتها، مع بيان صاحب كل رأي وعبارات التحفظ. ولا تقدم هذه العدسة توقعا.
evidence-assumes-effect = تحسب الجملة الشرطية التي تربط التحول بالعلاقة المسؤول عنها إشارة إلى أثر؛ أما اتجاه الأثر فيؤخذ من نصها.
evidence-unknown-dyad = لا تتناول المصادر المتاحة العلاقة بين { $dyad }.
evidence-text-itself = المصدر نفسه
evidence-summary = ما يشير إلى أثر للتحول: { $for ->
        [zero] لا شيء
        [one] مقطع واحد أو واقعة واحدة
        [two] اثنان من المقاطع أو الوقائع
        [few] { $for } من المقاطع أو الوقائع
        [many] { $for } من المقاطع أو الوقائع
       *[other] { $for } من المقاطع أو الوقائع
    }؛ وما يشير إلى ثبات العلاقة: { $against ->
        [zero] لا شيء.
        [one] مقطع واحد أو واقعة واحدة.
        [two] اثنان من المقاطع أو الوقائع.
        [few] { $against } من المقاطع أو الوقائع.
        [many] { $against } من المقاطع أو الوقائع.
       *[other] { $against } من المقاطع أو الوقائع.
    }
evidence-conditional-effect = بحسب { $holder }: الشرط «{ $if }»، والنتيجة «{ $then }».
evidence-conditional-effect-hedged = بحسب { $holder }: الشرط «{ $if }»، والنتيجة «{ $then }»؛ والقول مقترن بتحفظ («{ $hedge }»).
evidence-conditional-target = عن العلاقة المسؤول عنها وحدها، بحسب { $holder }: الشرط «{ $if }»، والنتيجة «{ $then }».
evidence-conditional-shift = عن التحول وحده، بحسب { $holder }: الشرط «{ $if }»، والنتيجة «{ $then }».
evidence-conditional-rule = حكم من معاهدة كما يورده المصدر: الشرط «{ $if }»، والنتيجة «{ $then }».
evidence-strain = وصف للعلاقة بين { $dyad } بأنها تحت ضغط، بحسب { $holder }: «{ $quote }».
evidence-hedges = مقاطع عن العلاقة بين { $dyad } مقترنة بتحفظ ولا تحسم شيئا: { $count ->
        [zero] لا شيء.
        [one] مقطع واحد.
        [two] مقطعان.
        [few] { $count } مقاطع.
        [many] { $count } مقطعا.
       *[other] { $count } مقطع.
    }
evidence-statement = قول عن العلاقة المسؤول عنها منسوب إلى { $speaker }: «{ $quote }».
evidence-tie-hostile = إشارات إلى تنافس أو خلاف في العلاقة بين { $dyad }، بحسب { $holder }: { $count ->
        [zero] لا شيء.
        [one] إشارة واحدة.
        [two] إشارتان.
        [few] { $count } إشارات.
        [many] { $count } إشارة.
       *[other] { $count } إشارة.
    }
evidence-tie-friendly = إشارات إلى شراكة أو ثقة في العلاقة بين { $dyad }، بحسب { $holder }: { $count ->
        [zero] لا شيء.
        [one] إشارة واحدة.
        [two] إشارتان.
        [few] { $count } إشارات.
        [many] { $count } إشارة.
       *[other] { $count } إشارة.
    }
evidence-shift-hostile = إشارات إلى عداء في العلاقة بين { $dyad }، وهي العلاقة التي يفترض تحولها، بحسب { $holder }: { $count ->
        [zero] لا شيء.
        [one] إشارة واحدة.
        [two] إشارتان.
        [few] { $count } إشارات.
        [many] { $count } إشارة.
       *[other] { $count } إشارة.
    }
evidence-shift-friendly = إشارات إلى تقارب في العلاقة بين { $dyad }، وهي العلاقة التي يفترض تحولها، بحسب { $holder }: { $count ->
        [zero] لا شيء.
        [one] إشارة واحدة.
        [two] إشارتان.
        [few] { $count } إشارات.
        [many] { $count } إشارة.
       *[other] { $count } إشارة.
    }
evidence-deed-hostile = أفعال عدائية بين طرفي العلاقة بين { $dyad }، واقعة أو مقررة: { $count ->
        [zero] لا شيء.
        [one] فعل واحد.
        [two] فعلان.
        [few] { $count } أفعال.
        [many] { $count } فعلا.
       *[other] { $count } فعل.
    }
evidence-deed-friendly = أعمال تعاون أو دعم في العلاقة بين { $dyad }، واقعة أو مقررة: { $count ->
        [zero] لا شيء.
        [one] عمل واحد.
        [two] عملان.
        [few] { $count } أعمال.
        [many] { $count } عملا.
       *[other] { $count } عمل.
    }
evidence-deed-treaty = معاهدات يصفها المصدر بأنها تلزم طرفي العلاقة بين { $dyad }: { $count ->
        [zero] لا شيء.
        [one] معاهدة واحدة.
        [two] معاهدتان.
        [few] { $count } معاهدات.
        [many] { $count } معاهدة.
       *[other] { $count } معاهدة.
    }
evidence-deed-unsure = أفعال في العلاقة بين { $dyad } منقولة عن الغير أو مزعومة أو منفية أو مفترضة، ولا تحسب في أي اتجاه: { $count ->
        [zero] لا شيء.
        [one] فعل واحد.
        [two] فعلان.
        [few] { $count } أفعال.
        [many] { $count } فعلا.
       *[other] { $count } فعل.
    }
evidence-fact = في السجل عن العلاقة بين { $dyad }: { $fact }
evidence-fact-since = في السجل عن العلاقة بين { $dyad } منذ { $since }: { $fact }

## المعاهدات

treaty-method = تقرأ الالتزامات بين الأطراف من قائمة المعاهدات في تاريخ السؤال، مع مراعاة العضوية والتعليق وبدء النفاذ، وفق أنواع الالتزام في قاعدة بيانات ATOP (ليدز وريتر وميتشل ولونغ 2002) وما أضفناه إليها.
treaty-assumes-list = قائمة المعاهدات قائمة عمل وليست حصرا شاملا؛ فقد توجد معاهدة لم ترد فيها.
treaty-assumes-rates = نسب الوفاء بالالتزامات مأخوذة من حروب سابقة وضعت فيها الالتزامات موضع الاختبار، وليست احتمالا للحالة الراهنة: فالحروب التي ردعتها المعاهدات لا تظهر فيها.
treaty-charter-only = لا توجد في القائمة معاهدة بين هذه الأطراف. ويبقى القانون العام: { $text }
treaty-none-listed = لا توجد في القائمة معاهدة ذات التزامات سارية في ذلك اليوم في العلاقة بين { $dyad }.
treaty-article = المادة { $number }
treaty-article-unknown = رقم المادة غير مسجل
treaty-group-all = جميع التحالفات
treaty-group-bilateral = تحالفات بين دولتين
treaty-group-multilateral = تحالفات بين ثلاث دول أو أكثر
treaty-duty-in-force = { $dyad }: التزام من نوع { $clause } نافذ منذ { $since } ({ $treaty }، { $article }). { $text }
treaty-duty-in-force-undated = { $dyad }: التزام من نوع { $clause } نافذ، وتاريخ بدء نفاذه غير مسجل ({ $treaty }، { $article }). { $text }
treaty-duty-suspended = { $dyad }: التزام من نوع { $clause } معلق بين الطرفين ({ $treaty }، { $article }). { $text }
treaty-duty-signed = { $dyad }: التزام من نوع { $clause } جرى التوقيع عليه في { $signed } ولم يكن نافذا في ذلك اليوم ({ $treaty }، { $article }). { $text }
treaty-duty-signed-later = { $dyad }: التزام من نوع { $clause } جرى التوقيع عليه في { $signed } ولم يكن نافذا في ذلك اليوم، ولم يكن معروفا حينها متى يبدأ نفاذه؛ وقد بدأ نفاذه لاحقا في { $later } ({ $treaty }، { $article }). { $text }
treaty-absent = { $treaty }، بشأن { $clause }: { $text }
treaty-no-defence = لا تلزم أي معاهدة في القائمة كانت نافذة في ذلك اليوم أيا من طرفي العلاقة بين { $dyad } بالدفاع عن الآخر.
treaty-contrast-namesake = وفي المقابل توجد معاهدة بالاسم نفسه تلزم بالدفاع: { $treaty }، وأطرافها { $actor } مع { $partners }، والالتزام من نوع { $clause }، { $article }. { $text }
treaty-contrast-others = وفي المقابل ترد التزامات دفاع نافذة بين { $actor } وأطراف ثالثة في { $count ->
        [zero] لا شيء من المعاهدات
        [one] معاهدة واحدة
        [two] معاهدتين
        [few] { $count } معاهدات
        [many] { $count } معاهدة
       *[other] { $count } معاهدة
    }: { $treaties }.
treaty-shift-builds-on = يستند التقارب في العلاقة بين { $dyad } إلى نص نافذ: { $treaty }. الالتزامات: { $clauses }.
treaty-shift-at-stake = تضع القطيعة في العلاقة بين { $dyad } نصا نافذا على المحك: { $treaty }. الالتزامات: { $clauses }.
treaty-shift-bounded = التزام قائم على { $actor } بموجب { $treaty } ({ $clause }) يضع حدودا لما يمكن أن يتضمنه التقارب في العلاقة بين { $dyad }.
treaty-between-in-force = { $dyad }: { $treaty }، نص نافذ. الالتزامات: { $clauses }.
treaty-between-not-in-force = { $dyad }: { $treaty }، نص موقع أو معلق وغير نافذ بين الطرفين في ذلك اليوم. الالتزامات: { $clauses }.
treaty-attack-defence = في حال هجوم من { $attacker } على { $victim }، يترتب بموجب { $treaty } ({ $article }) واجب مساعدة الطرف المعتدى عليه، { $limits }، على: { $bound }.
treaty-attack-defence-many = في حال هجوم من { $attacker } على { $victim }، يترتب بموجب { $treaty } ({ $article }) واجب مساعدة الطرف المعتدى عليه، { $limits }، على { $count ->
        [zero] لا أحد.
        [one] دولة واحدة.
        [two] دولتين.
        [few] { $count } دول.
        [many] { $count } دولة.
       *[other] { $count } دولة.
    }
treaty-limits-none = وفق شروط النص
treaty-limits-area = وفق شروط النص وفي نطاقه الجغرافي وحده
treaty-limits-choice = وفق شروط النص وبالوسائل التي يقررها كل طرف
treaty-limits-area-and-choice = وفق شروط النص وفي نطاقه الجغرافي وحده وبالوسائل التي يقررها كل طرف
treaty-attack-no-help = في حال هجوم من { $attacker } على { $victim }، يترتب بموجب { $treaty } ({ $article }) واجب الامتناع عن مساعدة المعتدي، ولا يترتب واجب القتال، على: { $bound }.
treaty-attack-nobody = لا توجد في القائمة معاهدة نافذة تلزم أحدا بمساعدة الطرف المعتدى عليه في حال هجوم من { $attacker } على { $victim }.
treaty-attack-cascade = في حال هجوم من { $attacker } على { $victim }، ولو أوفى كل ملتزم بواجب القتال، يرتفع عدد الداخلين في الحرب إلى { $count ->
        [zero] لا دولة
        [one] دولة واحدة
        [two] دولتين
        [few] { $count } دول
        [many] { $count } دولة
       *[other] { $count } دولة
    }، وعدد الجولات { $rounds } (بموجب: { $treaties }). أما بمعدلات الوفاء في الحروب الماضية فمتوسط عددهم { $mean }، ولا يدخلها أحد في { $nobody } من الحروب المحاكاة وعددها { $times }.
treaty-attack-conflict = في حال هجوم من { $attacker } على { $victim }: { $why }
treaty-attack-conflict-many = في حال هجوم من { $attacker } على { $victim }، يتعذر الوفاء بهذه الالتزامات جميعا ({ $treaties }) على { $count ->
        [zero] لا دولة
        [one] دولة واحدة
        [two] دولتين
        [few] { $count } دول
        [many] { $count } دولة
       *[other] { $count } دولة
    }.
treaty-attack-aggressor = في حال هجوم من { $attacker } على { $victim }، تترتب بموجب { $treaties } مساعدة طرف ثبت أنه بدأ الحرب الأوسع، والإلزام بها موضع خلاف، وذلك على { $count ->
        [zero] لا دولة
        [one] دولة واحدة
        [two] دولتين
        [few] { $count } دول
        [many] { $count } دولة
       *[other] { $count } دولة
    }.
treaty-attack-breach = في الهجوم من { $attacker } على { $victim } خرق في ذاته: { $treaties }.
treaty-shift-likelier = تزيد القطيعة في العلاقة بين { $dyad } احتمال استدعاء واجبات القتال. ففي حال هجوم من { $attacker } على { $victim }، تترتب مساعدة الطرف المعتدى عليه (بموجب: { $treaties }) على { $count ->
        [zero] لا دولة
        [one] دولة واحدة
        [two] دولتين
        [few] { $count } دول
        [many] { $count } دولة
       *[other] { $count } دولة
    }.
treaty-shift-rarer = لا ينهي التقارب في العلاقة بين { $dyad } أي واجب قتال، وإنما يقلل فرص استدعائه. ففي حال هجوم من { $attacker } على { $victim }، تترتب مساعدة الطرف المعتدى عليه (بموجب: { $treaties }) على { $count ->
        [zero] لا دولة
        [one] دولة واحدة
        [two] دولتين
        [few] { $count } دول
        [many] { $count } دولة
       *[other] { $count } دولة
    }.
treaty-shift-leaves = ما لا يترتب: التحول في العلاقة بين { $shift } لا يضيف بذاته معاهدة ولا ينهي أخرى. وما هو نافذ في العلاقة بين { $target } ملزم إلى أن ينتهي بأحكامه ({ $treaties }).
treaty-view = لا اتفاق على وضع { $treaty }. { $holders }: { $view }
treaty-text-adds = ينسب النص المقروء إلى { $treaty } التزاما من نوع { $clause } لا تورده القائمة.
treaty-text-denies = ينفي النص المقروء عن { $treaty } التزاما من نوع { $clause } تورده القائمة.
treaty-provisional-named = مؤقتا، وبحسب النص المقروء وحده: «{ $name }» بين { $parties }. الالتزامات: { $clauses }.
treaty-provisional-named-bare = مؤقتا، وبحسب النص المقروء وحده: «{ $name }» بين { $parties }، من دون وصف للالتزامات.
treaty-provisional = مؤقتا، وبحسب النص المقروء وحده: معاهدة بين { $parties }. الالتزامات: { $clauses }.
treaty-provisional-bare = مؤقتا، وبحسب النص المقروء وحده: معاهدة بين { $parties }، من دون وصف للالتزامات.
treaty-kept-rate = الوفاء بالالتزامات من نوع { $clause } ({ $group }، من { $from } إلى { $to }) حين وضعتها الحرب موضع الاختبار، والحالة تحالف واحد في حرب واحدة: { $kept } من أصل { $count ->
        [zero] لا شيء من الحالات
        [one] حالة واحدة
        [two] حالتين
        [few] { $count } حالات
        [many] { $count } حالة
       *[other] { $count } حالة
    }، أي { $rate } (فترة الثقة 95 %: من { $low } إلى { $high }).

## الالتزامات: من يلزمه ماذا إذا هاجمت دولة دولة أخرى

obligation-why = يترتب على { $state } تجاه { $toward } التزام من نوع { $duty } بموجب { $treaty } ({ $article })، وأسبابه: { $reasons }.
obligation-attacked = تعرض { $partner } لهجوم من { $enemies }
obligation-at-war = وجود { $partner } في حرب مع { $enemies }، والنص لا يسأل عمن بدأها
obligation-two-enemies = مواجهة { $partner } أكثر من عدو واحد: { $enemies }
obligation-breach = خرق المعاهدة من طرف فيها: { $attackers }
obligation-party-acts = تحرك { $partner } نفسه في النطاق الذي يسميه النص
obligation-border = وقوع حرب على حدود أحد الأطراف بسبب هجوم { $attackers } على { $partner }، وطلب أحد الأطراف التشاور
obligation-named = تسمية النص هذا الخصم ({ $adversaries })
obligation-unprovoked = اشتراط النص هجوما لم تسبقه استثارة، وهو ما يفترضه السؤال
obligation-in-area = وقوع المكان ضمن نطاق النص ({ $area })
obligation-area-assumed = عدم ذكر مكان؛ والهجوم على أراضي الوطن يقع ضمن نطاق النص ({ $area })
obligation-automatic = المساعدة واجبة على الفور
obligation-decision = ما يلزم فعله يقرره الأطراف معا
obligation-deems = بالوسائل التي يراها كل طرف ضرورية
obligation-constitutional = وفق الإجراءات الدستورية لكل طرف
obligation-requested = طلب المساعدة قائم كما يشترط النص
obligation-awaits-request = لا يستحق إلا إذا طلبت المساعدة
obligation-doubt-began = موضع خلاف: ثبت أن { $partner } بدأ الحرب الأوسع ({ $holders })
obligation-doubt-ally = موضع خلاف: ارتباط { $state } بالمهاجم بمعاهدة أخرى
obligation-doubt-standing = موضع خلاف: لا اتفاق بين { $state } و{ $toward } على نفاذ المعاهدة
obligation-doubt-last-day = موضع خلاف: هو اليوم الأخير للمعاهدة أو للعضوية
obligation-doubt-aimed = موضع خلاف: النص عام، أما الاتفاق العسكري الملحق به فيخص { $adversaries }
obligation-doubt-caveat = موضع خلاف بسبب تحفظ أو تفسير: { $caveat }
obligation-doubt-place = موضع خلاف: لم تحسم تبعية المكان
obligation-day-unknown = يوم غير مسجل
obligation-broken = بالهجوم على { $toward } يقع من { $state } إخلال بالتزام من نوع { $duty } بموجب { $treaty } ({ $article }).
obligation-conflict-both = لا يمكن الوفاء من { $state } بهذه النصوص معا: { $treaties }، لوجود التزام تجاه { $toward } والتزام تجاه المهاجم { $attacker }. { $prevails }
obligation-conflict-no-help = يمنع على { $state } أن يقدم إلى { $attacker } أي مساعدة ضد { $toward }، مع قربه منه بمعاهدة ({ $treaties })؛ وأي مساعدة مخطط لها تخل بالالتزام. { $prevails }
obligation-conflict-own-ward = الهجوم من { $state } على { $toward } مع وجود التزام بالوقوف إلى جانبه بموجب { $treaties }؛ وإذا ادعى المهاجم حقا في التحرك بموجب النص نفسه فالادعاء يعارض الالتزام.
obligation-conflict-aggressor = على { $state } مساعدة { $toward } بموجب { $treaties }، وقد ثبت أن { $toward } بدأ الحرب الأوسع؛ ومساعدة المعتدي يمنعها ميثاق الأمم المتحدة الذي تسمو التزاماته (المادة 103).
obligation-prevails-clause = تسمو { $treaty } بنصها (المادة { $article }).
obligation-prevails-later = يسري النص الأحدث بين الأطراف أنفسهم: { $treaty } (اتفاقية فيينا لقانون المعاهدات، المادة 30).
obligation-prevails-none = لا يتقدم أي منها قانونا لاختلاف الأطراف؛ وسيخذل أحد الشركاء.
obligation-joins-attack = انضمام { $state } إلى { $toward } بموجب { $treaty } ({ $article }).
obligation-joins-defence = دخول { $state } لمساعدة { $toward } بموجب { $treaty } ({ $article }).
obligation-not-ended = { $treaty }: انتهى العمل بها منذ { $date }.
obligation-not-yet = { $treaty }: موقعة ({ $signed }) وغير نافذة؛ وقد بدأ نفاذها في { $later }.
obligation-not-signed = { $treaty }: موقعة ({ $signed }) وغير نافذة.
obligation-not-party = { $treaty }: لا تشمل { $victim } في ذلك اليوم.
obligation-not-suspended-all = { $treaty }: معلقة.
obligation-not-suspended = { $state }: العمل بنص { $treaty } معلق مع { $victim }.
obligation-not-help = { $treaty }: لا تتضمن وعدا بالقتال من أجل { $victim }.
obligation-not-attacked = { $treaty }: تخص الشريك المعتدى عليه لا الشريك المهاجم.
obligation-not-co-member = { $treaty }: الهجوم صادر عن طرف فيها ({ $attackers })، وواجب المساعدة فيها موجه إلى الخارج.
obligation-not-adversary = { $treaty }: تقتصر على خصوم آخرين ({ $adversaries }) ولا تشمل { $attackers }.
obligation-not-excluded = { $treaty }: تستثني { $attackers }.
obligation-not-powers = { $treaty }: تشترط هجوما من قوتين كبريين أو أكثر.
obligation-not-enemies = { $treaty }: تشترط عدوين أو أكثر في مواجهة { $victim }.
obligation-not-authorised = { $treaty }: أذن مجلس الأمن باستعمال القوة ضد { $victim }، والتزامات ميثاق الأمم المتحدة هي التي تسمو (المادة 103).
obligation-not-area = { $treaty }: المكان خارج نطاقها ({ $area }).
obligation-not-area-read = { $treaty }: تعذرت مقارنة نطاقها ({ $area }) بالمكان.
obligation-not-foreign = { $treaty }: المكان ليس من أراضي { $victim }.
obligation-not-conflict = { $treaty }: تخص نزاعا آخر ({ $area }).
obligation-not-trigger = { $treaty }: ما يفعلها ليس هذا الهجوم.
obligation-not-none = { $state }: لا تلزمه أي معاهدة في القائمة بالقتال من أجل { $victims }.
obligation-note-unknown = غير مسجلين دولا، ويعدون مهاجمين من غير الدول: { $actors }.
obligation-note-view = لا اتفاق على وضع { $treaty }. { $holders }: { $view }
obligation-note-place = لم يذكر مكان: يفترض أنه أراضي { $victim }.
obligation-note-place-unread = المكان «{ $place }» غير مسجل: يفترض أنه أراضي { $victim }.

## التوازن

balance-method = مثلثات الروابط الودية والعدائية، ومؤشر الإحباط المحسوب بدقة للشبكة المحيطة بالسؤال، قبل التحول المفترض وبعده (هايدر 1946؛ كارترايت وهراري 1956؛ عارف وويلسون 2018).
balance-assumes-friendly = يؤخذ التحول على أنه تحقق: أصبحت العلاقة بين { $dyad } ودية.
balance-assumes-hostile = يؤخذ التحول على أنه تحقق: أصبحت العلاقة بين { $dyad } عدائية.
balance-assumes-rest = يفترض أن تبقى سائر الروابط على حالها.
balance-assumes-no-history = لا تستند هذه العدسة بعد إلى نموذج مقدر من السجل التاريخي، ولذلك لا تتحول قراءتها إلى احتمال. ومثلثات الروابط في السجل التاريخي تفسر أكثر مما تتوقع.
balance-unknown-dyad = لا يعرف شيء عن العلاقة بين { $dyad } في ذلك اليوم؛ وقد تركت خارج الحساب ولم تعد محايدة.
balance-mixed-dyad = المعروف عن العلاقة بين { $dyad } في ذلك اليوم يشير إلى الاتجاهين معا أو لا يكفي لترجيح أحدهما، فلا إشارة لها.
balance-tie-friendly = { $dyad }: ود
balance-tie-hostile = { $dyad }: عداء
balance-tie-open = { $dyad }: بلا إشارة
balance-turns-friendly = تحولت العلاقة بين { $dyad } إلى ود
balance-turns-hostile = تحولت العلاقة بين { $dyad } إلى عداء
balance-before = في تاريخ السؤال
balance-after = بعد التحول المفترض
balance-triad-strained = مثلث { $actors }: متوازن في تاريخ السؤال ({ $before })، وغير متوازن بعد التحول ({ $after }).
balance-triad-settled = مثلث { $actors }: غير متوازن في تاريخ السؤال ({ $before })، ومتوازن بعد التحول ({ $after }).
balance-triad-now-unbalanced = مثلث { $actors }: لا يمكن الحكم على توازنه في تاريخ السؤال ({ $before })، وغير متوازن بعد التحول ({ $after }).
balance-triad-now-balanced = مثلث { $actors }: لا يمكن الحكم على توازنه في تاريخ السؤال ({ $before })، ومتوازن بعد التحول ({ $after }).
balance-triad-ways = يعود التوازن إلى مثلث { $actors } إذا { $first } أو { $second }.
balance-census = المثلثات المعروفة الإشارات التي تمر بالعلاقة بين { $dyad }: { $count ->
        [zero] لا شيء
        [one] مثلث واحد
        [two] مثلثان
        [few] { $count } مثلثات
        [many] { $count } مثلثا
       *[other] { $count } مثلث
    }؛ المتوازن منها في تاريخ السؤال: { $before }؛ والمتوازن بعد التحول: { $after }.
balance-frustration = في الشبكة المحيطة بالسؤال { $actors ->
        [zero] بلا أطراف
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
    } ذات إشارة؛ ومؤشر الإحباط فيها { $before } في تاريخ السؤال و{ $after } بعد التحول.
balance-camp-one = { $when } تقع أطراف الشبكة كلها في معسكر واحد: { $first }.
balance-camps = { $when } يوجد تقسيم وحيد يحبط أقل عدد من الروابط. في جانب: { $first }؛ وفي الجانب الآخر: { $second }.
balance-camps-open = { $when } تتساوى التقسيمات الآتي عددها في إحباط أقل عدد من الروابط: { $count ->
        [zero] لا شيء
        [one] تقسيم واحد
        [two] تقسيمان
        [few] { $count } تقسيمات
        [many] { $count } تقسيما
       *[other] { $count } تقسيم
    }؛ وأحدها في جانب: { $first }؛ وفي الجانب الآخر: { $second }.
balance-pressure-new = بعد التحول يزيد عدد الروابط المحبطة عند بقاء العلاقة بين { $dyad } على حالها عن عددها عند انقلابها بمقدار { $count ->
        [zero] لا شيء
        [one] رابطة واحدة
        [two] رابطتين
        [few] { $count } روابط
        [many] { $count } رابطة
       *[other] { $count } رابطة
    }: فالتحول يضعها تحت الضغط.
balance-pressure-standing = يزيد عدد الروابط المحبطة عند بقاء العلاقة بين { $dyad } على حالها عن عددها عند انقلابها بمقدار { $count ->
        [zero] لا شيء
        [one] رابطة واحدة
        [two] رابطتين
        [few] { $count } روابط
        [many] { $count } رابطة
       *[other] { $count } رابطة
    }، ولا يزيد هذا الفرق على ما كان قبل التحول.
balance-pressure-none = بعد التحول لا يزيد عدد الروابط المحبطة عند بقاء العلاقة بين { $dyad } على حالها عن عددها عند انقلابها: فلا ضغط عليها من الشبكة.

bargaining-method = متوسط ما تريده الأطراف مرجحا بالقدرة مضروبة في الأهمية، ومعه تشتت النتائج حوله في قضايا محسومة (فان دن بوس 1991؛ طومسون وآخرون 2006؛ أريغي وبيرارنو 2021). تقول هذه العدسة أين قد تنتهي القضية، ولا تعطي احتمالا لمآل العلاقة.
bargaining-assumes-estimates = تؤخذ المواقف والقدرات ودرجات الأهمية كما وردت في ملف القضية.
bargaining-assumes-record = التشتت مأخوذ من قضايا محسومة في الاتحاد الأوروبي. ولا سجل مثله للأزمات، فهو فيها حد أدنى.
bargaining-assumes-given = ما يغيره التحول في القضية مأخوذ كما أعطاه السائل.
bargaining-assumes-step = يحرك التحول في العلاقة بين { $dyad } موقفي طرفيها بمقدار { $share } من المسافة بينهما؛ وهذا افتراض يستبدل به السائل ما يراه.
bargaining-assumes-no-move = لا يشارك طرفا العلاقة بين { $dyad } كلاهما في القضية، فلا يغير التحول فيها شيئا.
bargaining-left-out = يتكلم في القضية ويستبعد لغياب قدرة مسجلة: { $actors }.
bargaining-no-draft = لا تحمل السجلات مواقف طرفين أو أكثر من العلاقة بين { $dyad }، فلا يمكن بناء قضية منها.
bargaining-forecast = { $issue }: المتوسط المرجح { $before } في الوضع القائم، و{ $after } بعد التحول المفترض.
bargaining-spread = بعد التحول يقع نصف النتائج بين { $low } و{ $high }، قياسا على { $issues ->
        [zero] لا قضية محسومة
        [one] قضية محسومة واحدة
        [two] قضيتين محسومتين
        [few] { $issues } قضايا محسومة
        [many] { $issues } قضية محسومة
       *[other] { $issues } قضية محسومة
    }.
bargaining-lever = أطول الأطراف ذراعا: { $actor }؛ فما يتنازل عنه يحرك المتوسط بنسبة { $share } منه.
bargaining-disagreement = النماذج التي تتبع المساومة خطوة خطوة لا تتفق: تنتهي بين { $low } و{ $high }.

## Analogues

analogues-method = مثلثات من الدول بين 1816 و2004 تحركت علاقتها الأولى كما يفترض السؤال، مقارنة بمثلثات من النوع نفسه في السنة نفسها لم تتحرك علاقتها الأولى، بمطابقة تامة وسحب للحالات كاملة؛ ومعدلات أساس لكل حقبة؛ وإلى جانبها، ومن غير خلط، منعطفات مسماة اختيرت بقواعد معلنة. البيانات: COW وATOP 5 وMID 5.0 وطومسون وساكوا وسوهاس 2021.
analogues-friendly = ودية
analogues-hostile = عدائية
analogues-neither = لا ودية ولا عدائية
analogues-worsened = وقع تدهورها في سنة ما
analogues-eased = زال عداؤها في النهاية
analogues-moved-closer = شهدت تقاربا
analogues-fell-out = صارت عدائية
analogues-base = معدل الأساس في الحقبة ({ $from }–{ $to }): من بين { $count } من أزواج الدول والسنوات التي كانت علاقتها ودية مثل علاقة { $dyad }، وفي مدى { $years } من السنوات: فقدها { $worse }، وصار عدائيا { $hostile }.
analogues-base-hostile = معدل الأساس في الحقبة ({ $from }–{ $to }): من بين { $count } من أزواج الدول والسنوات التي كانت علاقتها عدائية مثل علاقة { $dyad }، زال العداء عن { $better } بعد { $years } من السنوات.
analogues-base-neither = معدل الأساس في الحقبة ({ $from }–{ $to }): من بين { $count } من أزواج الدول والسنوات لدول متجاورة أو فيها قوة كبرى، وعلاقتها لا ودية ولا عدائية مثل علاقة { $dyad }، صار عدائيا { $hostile } في مدى { $years } من السنوات، وكان وديا في النهاية { $better }.
analogues-counted = الحقب كلها معا، 1816–{ $to }، وهي تتفاوت فيما بينها حتى ثلاثين ضعفا: { $count } من الحالات ({ $triads } من المثلثات المطابقة) التي شهدت فيها علاقة مثل { $shift } ({ $ab }) ما يفترضه السؤال ({ $move }) وكانت العلاقتان الأخريان { $bc } و{ $ac }. أما العلاقة المسؤول عنها فقد { $became } في مدى { $years } من السنوات في { $moved } منها، مقابل { $unmoved } حين لم تتحرك العلاقة الأولى: فارق قدره { $difference } نقطة (95 %: من { $low } إلى { $high }).
analogues-era = المحسوب في حقبة السؤال ({ $from }–{ $to }): { $count } من الحالات ({ $triads } من المثلثات المطابقة) التي تحركت فيها العلاقة الأولى ({ $move }): العلاقة المسؤول عنها { $became } في مدى { $years } من السنوات في { $moved }، مقابل { $unmoved }: { $difference } نقطة (95 %: من { $low } إلى { $high }).
analogues-in-era = في حقبة السؤال
analogues-in-all = في السنوات كلها معا
analogues-no-effect = في { $count } من الحالات { $scope }، يختلف ما آلت إليه العلاقة المسؤول عنها بمقدار { $difference } نقطة عن حالات لم يقع فيها مثل هذا التحرك (95 %: من { $low } إلى { $high }). ويشمل مجال الثقة الصفر: لا يمكن تمييز ما تلا عن معدل الأساس. ولا يظهر التاريخ قانونا قابلا للقياس لانتقال الأثر من علاقة في المثلث إلى أخرى.
analogues-effect = في { $count } من الحالات { $scope }، يختلف ما آلت إليه العلاقة المسؤول عنها بمقدار { $difference } نقطة عن حالات لم يقع فيها مثل هذا التحرك (95 %: من { $low } إلى { $high }). ولا يشمل مجال الثقة الصفر؛ وهي واحدة من عدة مقارنات، والمطابقة لا تجعلها سببا.
analogues-too-few = لا يمكن مطابقة سوى { $count } من المثلثات المحسوبة من هذا النوع: وهو عدد أقل من أن يبين هل يختلف مثل هذا التحرك عن معدل الأساس.
analogues-invisible = لا تظهر الإشارات السنوية هذا التحرك لأن العلاقة واقعة أصلا عند ذلك الطرف من السلم: فلا شيء يحسب، ومعدل الأساس هو كل ما يعطيه السجل المحسوب.
analogues-named = حالات مسماة اختيرت يدويا وليست حصرا: في { $turns } من المنعطفات وقف { $count } من الدول الثالثة في هذا الموضع (العلاقتان { $bc } و{ $ac })؛ وبعد { $years } من السنوات كانت علاقتها أسوأ في { $worse }، وكما كانت في { $held }، وأفضل في { $better } (95 % لنسبة الأسوأ: من { $low } إلى { $high }).
analogues-case = { $name } ({ $date }، { $shift }): العلاقة بين { $target } { $fate } بعد { $years } من السنوات. { $note }
analogues-fate-better = كانت أفضل
analogues-fate-held = بقيت كما كانت
analogues-fate-worse = كانت أسوأ
analogues-fate-ended = انتهت بزوال أحد الطرفين
analogues-fate-pending = لم يحن وقت الحكم عليها
analogues-fate-unknown = مصيرها غير معروف
analogues-near = حالة محسوبة من { $year }: علاقة { $shift } { $move }؛ أما علاقة { $target }، وضلع المثلث الثالث { $third }، فقد { $fate } في مدى { $years } من السنوات.
analogues-near-hostile = صارت عدائية
analogues-near-worse = زالت
analogues-near-better = تحسنت
analogues-near-held = استمرت
analogues-assumes-signs = الإشارات قبل التحول: { $shift } { $ab }، و{ $target } { $bc }، و{ $third } { $ac }.
analogues-seam = ينتهي السجل المحسوب عند 2014. وإشارات السؤال مأخوذة من القاعدة المدمجة في يوم السؤال، وهي مرمزة بطريقة أخرى: فالمقارنة تعبر موضع وصل.
analogues-no-states = أحد طرفي { $dyad } ليس دولة في السجل المحسوب في ذلك اليوم.
analogues-no-triad = لا يشترك التحول و{ $dyad } في دولة واحدة، فلا مثلث يبحث عنه؛ ويعطى معدل الأساس وحده.
analogues-small-effects = لا تستبعد أعداد بهذا الحجم آثارا تقل عن نحو عشر نقاط، ولا يرى الترميز السنوي انفراجا لا يسجله حلف ولا خصومة.

## التاريخ: التوقع المضبوط على السجل

history-method = أشجار قرار معززة بالتدرج (فريدمان 2001) على ماضي العلاقة نفسها وطرفيها ومثلثاتها، ضبطت على ثلاثين سنة كانت نتائجها معلومة عند موضع الضبط، واختبرت خارج العينة بالأمر `detente backtest`؛ وفترات الثقة تعد العلاقات لا السنوات (كيش 1965؛ ويلسون 1927). البيانات: COW وATOP 5 وMID 5.0 وطومسون وساكوا وسوهاس 2021 وNMC 6 وV-Dem.
history-friendly = ودية
history-hostile = عدائية
history-neither = لا ودية ولا عدائية
history-worsened = تدهورت
history-eased = زال عداؤها
history-forecast = التوقع المضبوط: العلاقة بين { $dyad }، وهي { $sign } في { $year }، تسوء خلال { $years ->
        [zero] أقل من سنة
        [one] سنة واحدة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } باحتمال { $worsens }، وتبقى على حالها باحتمال { $holds }، وتتحسن باحتمال { $improves }.
history-tested = سجل الاختبار: { $count } من التوقعات عن { $ties } من العلاقات التي كانت { $sign } أعطت احتمالا بين { $low } و{ $high }، ومتوسطها { $predicted }، ونسبة ما { $fate } منها فعلا خلال خمس سنوات { $observed } (95 % بعد العلاقات: من { $from } إلى { $to }).
history-untested = لم تكن نتيجة أي توقع بهذا القدر معلومة في نهاية { $year }: ليس للنموذج سجل اختبار فيه.
history-base = معدل الأساس: من بين { $count } من أزواج الدول والسنوات ({ $from }–{ $to }) التي كانت علاقتها { $sign }، ساءت { $worse } خلال خمس سنوات وتحسنت { $better }.
history-own = الحالة نفسها: من بين { $count } منها بمثل خصومتها وواجب الدفاع فيها والسنوات منذ استعمال القوة، ساءت { $worse } وتحسنت { $better }.
history-parts = ما يميز الرقم عن رقم علاقة معتادة { $sign }، بالنقاط: { $parts }. وهذه الأجزاء متفاعلة فلا تجمع.
history-raises = { $part }: ترفعه { $points }
history-lowers = { $part }: تخفضه { $points }
history-part-force = النزاعات واستعمال القوة بينهما
history-part-rivalry = سنوات الخصومة
history-part-pacts = واجبات المعاهدات بينهما
history-part-changes = تغيرات العلاقة السابقة
history-part-borders = الحدود
history-part-power = قوة الطرفين
history-part-democracy = أنظمة الحكم فيهما
history-part-ties = عمر الدولتين وعدد علاقاتهما
history-part-elsewhere = ما كسبه الطرفان وخسراه وقاتلا فيه في علاقات أخرى مؤخرا
history-part-triads = الأصدقاء والأعداء المشتركون
history-carried = ينتهي السجل المعدود سنة 2014. { $count ->
        [zero] لا يغير أي قيد في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك، فتحمل على ما كانت عليه
        [one] يغير قيد واحد في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك
        [two] يغير قيدان في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك
        [few] تغير { $count } قيود في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك
        [many] يغير { $count } قيدا في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك
       *[other] يغير { $count } قيد في القاعدة المدمجة العلاقة بين { $dyad } بعد ذلك
    }: وهي في { $year } تعد { $sign }.
history-weight = وزن هذا النموذج في محصلة العدسات { $weight } ووزن السوابق { $rest }: وهما الوزنان الأقل خسارة لوغاريتمية على التوقعات التي كانت نتائجها معلومة في نهاية { $year }.
history-assumes-scale = السوء والتحسن خطوات على مقياس سنوي من ثلاث إشارات (التعريف C): العلاقة الودية لا ترتفع عليه، والعدائية لا تنخفض.
history-assumes-shift = لا يدخل التحول المفترض في الرقم: لا يظهر التاريخ المعدود أثرا قابلا للقياس لمثل هذا التحول في علاقة ثالثة.
history-assumes-seam = ما لا يخبر به قيد في القاعدة المدمجة يحمل منذ 2014 على ما كان؛ والقوة وأنظمة الحكم والعلاقات مع الآخرين هي تلك التي كانت سنة 2014.
history-assumes-horizon = ضبط النموذج على خمس سنوات؛ وفي { $years ->
        [zero] أقل من سنة
        [one] سنة واحدة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } يفترض الخطر السنوي ثابتا.
history-early = تبدأ التوقعات بسنة 1981: قبلها لم يضبط نموذج ولم يختبر على ما كان معلوما.
history-no-state = ليس أحد طرفي { $dyad } دولة في السجل المعدود في ذلك اليوم: لا توقع.
history-strangers = { $dyad }: لا جوار ولا قوة كبرى ولا علاقة في عشر سنوات. لم تختبر علاقات كهذه، فلا يعطى رقم.

## توقع السوابق نفسها

analogues-state = توقع هذه العدسة: من بين { $count } من أزواج الدول والسنوات ({ $from }–{ $to }) في حالة علاقة { $dyad } (الإشارة والخصومة وواجب الدفاع والسنوات منذ استعمال القوة نفسها)، ساءت { $worse } خلال خمس سنوات وتحسنت { $better }.
