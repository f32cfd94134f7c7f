# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# The kind stands first: a line that begins with an Arabic word is shown from right to left.
desk-line = { $kind } · P{ $priority } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · آخر وقت: { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
desk-age-minutes = { PLURAL($count) ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
desk-age-hours = { PLURAL($count) ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
desk-age-days = { PLURAL($count) ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
desk-is-late = ⚠️ متأخر
desk-on-time = ✓
desk-queue = 📋 قائمة الانتظار، صفحة { $page }
desk-queue-empty = 📋 لا شيء هنا. عملًا موفقًا!
desk-queue-word = لا أفهم “{ $word }”. أمثلة: { "\u2066" }/queue mine{ "\u2069" }، { "\u2066" }/queue late{ "\u2069" }، { "\u2066" }/queue ar{ "\u2069" }، { "\u2066" }/queue san_donato 2{ "\u2069" }
desk-nothing-next = ✅ لا طلب في الانتظار. عملًا موفقًا!
desk-card =
    { $line }
    📍 مكتب { $desk } · { $state }
    📨 { $sent }
    ⏰ آخر وقت: { $until }
desk-card-person = 👤 { $name } · اللغة: { $language }
desk-card-erased = 👤 لم تعد بيانات الشخص موجودة هنا.
desk-card-unreachable = 🚫 الرسائل لا تصل: الشخص حظر البوت.
desk-card-activation = 🏫 لهذه المدرسة: الأهالي { $parents }، المدرسة { $teachers }، التلاميذ { $pupils }.
desk-card-offer = ➡️ عُرض على مكتب { $desk }.
desk-card-refused = ↩️ المكتب الآخر قال لا.
desk-card-unanswered = ↩️ المكتب الآخر لم يرد في الوقت المحدد.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = لا أجد الطلب { $number }.
desk-taken-by-you = ✅ صار الطلب { $number } لكم. للرد، ردوا على هذه الرسالة.
desk-taken-by-seconds = الطلب { $number }: عند { $name } { PLURAL($count) ->
        [zero] الآن
        [one] منذ ثانية واحدة
        [two] منذ ثانيتين
        [few] منذ { $count } ثوانٍ
        [many] منذ { $count } ثانية
       *[other] منذ { $count } ثانية
    }.
desk-taken-by-minutes = الطلب { $number }: عند { $name } { PLURAL($count) ->
        [zero] الآن
        [one] منذ دقيقة واحدة
        [two] منذ دقيقتين
        [few] منذ { $count } دقائق
        [many] منذ { $count } دقيقة
       *[other] منذ { $count } دقيقة
    }.
desk-yours-already = الطلب { $number } لكم من قبل.
desk-nobody-has-it = الطلب { $number }: خذوه أولًا بالأمر { "\u200E" }/take.
desk-over = انتهى الطلب { $number } من قبل. لفتحه من جديد: { "\u200E" }/reopen
desk-not-over = الطلب { $number } ما زال مفتوحًا.
desk-too-late = انتهى الطلب { $number } قبل أكثر من 30 يومًا: يلزم طلب جديد.
desk-no-offer = الطلب { $number }: لا نقل ينتظر القبول.
desk-offer-old = هذا الزر قديم: تغيّر الطلب { $number } في هذه الأثناء. لم أغيّر شيئًا. لرؤيته: { "\u200E" }/show
desk-offer-waits = الطلب { $number } ينتظر بالفعل رد مكتب { $desk }.
desk-same-desk = الطلب { $number } موجود في هذا المكتب.
desk-released = ↩️ عاد الطلب { $number } إلى قائمة الانتظار.
desk-reply-ask = ✍️ اكتبوا أو تكلموا الآن: الرسالة تصل إلى الشخص ({ $number }). للإيقاف: { "\u200E" }/cancel
desk-note-ask = 📝 اكتبوا ملاحظة للطلب { $number }. الشخص لا يراها. للإيقاف: { "\u200E" }/cancel
desk-replied = ✅ أُرسل إلى الشخص ({ $number }).
desk-noted = 📝 كُتبت الملاحظة ({ $number }).
desk-not-changed = ✋ الطلب { $number }: لم يُقبل التعديل. يمكن تعديل الرسالة فقط ما دام الطلب مفتوحًا وهو لديكم. اكتبوا رسالة جديدة.
desk-note-erased = 📝 الطلب { $number }: لم تُكتب الملاحظة. بيانات الشخص لم تعد موجودة، ولا يمكن حفظ أي شيء عنه.
desk-where-to = إلى من تذهب الرسالة؟ ردوا على رسالة من الطلب، أو اكتبوا: { "\u2066" }/reply 1042 النص{ "\u2069" }
desk-from-person =
    👤 الطلب { $number } · { $language }
    { $text }
desk-media-from-person = 👤 الطلب { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ الطلب { $number }: غيّر الشخص رسالة:
    { $text }
desk-assign-whom = لمن نعطي الطلب { $number }؟
desk-assigned = ✅ الطلب { $number } عند { $name }.
desk-assign-sure = هل نعطي الطلب { $number } لهذا الشخص؟ { $name }
desk-colleague-away = { $name } · خارج الدوام
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = هذا الزر قديم: هذا الشخص لم يعد يعمل في المكتب. لم أغيّر شيئًا.
desk-assigned-to-you = 📥 وصلكم الطلب { $number } من { $name }.
desk-transfer-where = إلى أي مكتب ننقل الطلب { $number }؟
desk-offered = ➡️ الطلب { $number }: عُرض على مكتب { $desk }. إذا لم يرد قبل { $until }، يعود الطلب إلى هنا.
desk-offer-to-you =
    📨 مكتب { $desk } يطلب منكم أن تأخذوا:
    { $line }
desk-accepted = ✅ الطلب { $number }: الآن عند مكتب { $desk }.
desk-refuse-why = لماذا لا؟ اضغطوا أو اكتبوا: { "\u2066" }/refuse { $number } السبب{ "\u2069" }
desk-refused = ↩️ الطلب { $number }: مكتب { $desk } يقول لا. السبب: { $reason }
desk-unanswered = ↩️ الطلب { $number }: مكتب { $desk } لم يرد. يعود إلى قائمة الانتظار.
desk-wait-whom = الطلب { $number }: من ننتظر؟
desk-waits = الطلب { $number }: { $state }
desk-schedule-day = 📅 الطلب { $number }: في أي يوم؟
desk-schedule-time = 📅 الطلب { $number }: { $day }. في أي ساعة؟ يمكنكم أيضًا أن تكتبوا: 15:30
desk-has-appointment = 📅 الطلب { $number } له موعد: { $at }. يمكنكم تغيير الموعد (/schedule)، أو إعطاء الطلب لشخص آخر (/assign)، أو إغلاقه (/close).
desk-schedule-unread = لا أفهم اليوم أو الساعة، أو الوقت مضى. مثال: { "\u2066" }/schedule 1042 27/11 15:30{ "\u2069" }
desk-scheduled = 📅 الطلب { $number }: الموعد المقترح: { $at }. الآن يجب أن يوافق الشخص.
desk-schedule-closed = ⚠️ في ذلك الوقت المكتب مغلق. الموعد يبقى: تأكدوا منه.
desk-person-yes = ✅ الطلب { $number }: الشخص يأتي يوم { $at }.
desk-person-no = ❌ الطلب { $number }: الشخص لا يستطيع يوم { $at }. اقترحوا يومًا آخر.
desk-appointment-near = ⏰ الطلب { $number }: موعد يوم { $at }.
desk-done-how = الطلب { $number }: كيف انتهى؟
desk-done = 🟢 الطلب { $number }: { $outcome }.
desk-close-why = الطلب { $number }: لماذا نغلقه؟
desk-closed = ⚫ الطلب { $number }: مغلق. { $reason }.
desk-reopened = 🔄 الطلب { $number } مفتوح من جديد وهو لكم.
desk-person-withdrew = 🗑 الطلب { $number }: ألغاه الشخص.
desk-person-not-helped = 👎 الطلب { $number }: لم يكن مفيدًا للشخص. هو مفتوح من جديد.
desk-priority-how = الطلب { $number }: ما درجة الاستعجال؟
desk-priority-set = الطلب { $number }: الدرجة الآن P{ $priority }.
desk-here = 📍 أنتم في مكتب { $desk } حتى { $until }. الطلبات الجديدة تصل إليكم أولًا.
desk-here-where = في أي مكتب أنتم اليوم؟
desk-away = 👋 حسنًا، أنتم الآن غائبون. للعودة: { "\u200E" }/here
desk-stats =
    📊 آخر 7 أيام: جديدة { $opened }، تم الرد عليها { $answered }، منتهية { $ended }.
    الآن: مفتوحة { $open }، متأخرة { $late }.
    🆘 فُتح { PLURAL($taps) ->
        [zero] { $taps } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $taps } مرات
        [many] { $taps } مرة
       *[other] { $taps } مرة
    }.
    { $list }
desk-stats-line = مكتب { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ الطلب { $number }: الرسالة لم تصل. { $why }
desk-not-passed = ⚠️ الطلب { $number }: لم يسمح تيليغرام بمرور رسالة أو مرفق إليكم. انظروا عبر { "\u200E" }/show. إذا لم تجدوه، فاطلبوا من الشخص أن يرسله كصورة أو كملف أو بالكلمات.
undelivered-blocked = الشخص حظر البوت.
undelivered-deactivated = حساب Telegram لم يعد موجودًا.
undelivered-not-found = تطبيق Telegram لا يجد المحادثة.
undelivered-gone = الرسالة لم تعد موجودة.
undelivered-other = تطبيق Telegram رفضها.
desk-person-left = 🚫 الطلب { $number }: الشخص حظر البوت. إذا عاد، يستمر الطلب.
desk-more-new = 📥 طلبات جديدة أخرى في دقيقة واحدة: { $count }. { "\u2066" }/queue{ "\u2069" }
desk-set-aside = ⚠️ لم أستطع قراءة رسالة، فوضعتها جانبًا. الشخص الذي أرسلها يعرف ذلك. أخبروا من يهتم بالبرنامج.
desk-alarm-set-aside = ⚠️ لم أستطع قراءة تذكير: وضعته جانبًا. أخبروا من يعتني بالبرنامج.
desk-help =
    أوامر لفريق المكتب:
    { $list }

    للرد على شخص: ردوا على رسالة منه.
desk-help-line = { $does } · { "\u2066" }{ $command }{ "\u2069" }

desk-take-button = ✋ آخذه
desk-show-button = 👁 عرض
desk-reply-button = 💬 رد
desk-note-button = 📝 ملاحظة
desk-release-button = ↩️ إلى الانتظار
desk-assign-button = 👥 إعطاء إلى …
desk-transfer-button = ➡️ نقل
desk-wait-button = ⏳ انتظار
desk-schedule-button = 📅 موعد
desk-done-button = 🟢 انتهى
desk-close-button = ⚫ إغلاق
desk-reopen-button = 🔄 فتح من جديد
desk-priority-button = ❗ درجة الاستعجال
desk-accept-button = ✅ نأخذه
desk-refuse-button = ❌ لا
desk-wait-person-button = الشخص
desk-wait-other-button = مكتب آخر
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = طلباتي
desk-free-button = متاحة
desk-late-button = متأخرة
desk-all-button = الكل
desk-refuse-busy-button = عمل كثير
desk-refuse-wrong-button = ليس لنا
refuse-busy = عمل كثير
refuse-wrong = ليس لنا
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = قائمة الانتظار
command-next = أخذ الطلب التالي
command-take = أخذ طلب
command-release = إعادة إلى قائمة الانتظار
command-show = رؤية طلب
command-reply = الرد على الشخص
command-note = كتابة ملاحظة داخلية
command-assign = إعطاء الطلب لزميل أو زميلة
command-transfer = نقل إلى مكتب آخر
command-accept = قبول نقل
command-refuse = رفض نقل
command-wait = وضع في الانتظار
command-schedule = تحديد موعد
command-done = إنهاء، مع النتيجة
command-close = إغلاق، مع السبب
command-reopen = فتح من جديد
command-priority = تغيير درجة الاستعجال
command-mine = طلباتي قيد العمل
command-late = الطلبات المتأخرة
command-here = تسجيل حضوري في مكتب
command-away = تسجيل غيابي
command-stats = أرقام الأسبوع
desk-state-appointment = { $state }: { $at }
