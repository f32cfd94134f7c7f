# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ المزيد
form-done-button = ✔️ التالي
form-skip-button = ⏭ تخطي
form-back-button = ◀ رجوع
form-cancel-button = ✖️ إيقاف
form-person-button = 👤 التكلم معنا
form-send-button = ✅ إرسال
form-change-button = ✏️ تغيير
form-summary-button = ◀ الملخص
form-continue-button = ▶️ متابعة
form-restart-button = 🔄 من البداية
form-another-town = بلدية أخرى
form-not-in-list = ❓ ليس في القائمة
form-voice = 🎤 رسالة صوتية ({ PLURAL($seconds) ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. هذا طلبكم:
form-carried = 📎 { PLURAL($count) ->
        [zero] لا رسائل مرفقة
        [one] رسالة واحدة مرفقة
        [two] رسالتان مرفقتان
        [few] { $count } رسائل مرفقة
        [many] { $count } رسالة مرفقة
       *[other] { $count } رسالة مرفقة
    }
form-send-question = هل كل شيء صحيح؟ اضغطوا على ✅ للإرسال.
form-change-which = ماذا تريدون أن تغيّروا؟
form-please-choose = لم أفهم. اضغطوا على جواب، أو اكتبوا رقمه.
form-please-write = لم أفهم. اكتبوا الجواب من فضلكم.
form-too-long = النص طويل جدًا. عدد الحروف: { $count }. الحد الأقصى: { $max }.
form-voice-too-long = الرسالة الصوتية طويلة. من فضلكم، تكلموا أقل من { PLURAL($max) ->
        [zero] { $max } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $max } ثوانٍ
        [many] { $max } ثانية
       *[other] { $max } ثانية
    }.
form-number-between = اكتبوا رقمًا من { $least } إلى { $most }.
form-day-not-read = لم أفهم التاريخ. اكتبوا هكذا: 15/12.
form-not-found = لا أجد هذا الاسم. جرّبوا كلمة أخرى.
form-found = وجدت هذه الأسماء. هل هو واحد منها؟
form-attached = 📎 أضفته إلى الطلب. لا ترسلوا وثائق شخصية.
form-looks-private = ⚠️ هذا يشبه رقم وثيقة. لا أحفظه. اكتبوا بدون أرقام وثائق وبدون أسماء أطفال.
form-old-button = هذا الزر قديم. هذا هو السؤال الحالي:

request-sent =
    ✅ تم! رقم طلبكم هو { $number }.
    يرد عليكم شخص من مكتب { $desk }. آخر وقت للرد: { $until }.
    إذا كنتم في خطر، لا تنتظروا: اضغطوا على 🆘.
request-sent-school =
    الآن نسأل المدرسة. اسمكم لا يصل إلى المدرسة.
    هنا نقول لكم كل جديد.
request-sent-mediator =
    الخدمة مجانية. على الوسيط أن يحفظ خصوصية كلامكم. فقط إذا كان أحد في خطر، قد يجب إخبار آخرين.
    لا يتكلم بدلًا منكم ولا يقرر بدلًا منكم.
request-draft-found = لديكم طلب غير مكتمل: { $kind }. هل تريدون المتابعة؟
request-list = 📋 طلباتكم. اضغطوا على طلب لرؤيته:
request-list-empty = 📋 ليست لديكم طلبات بعد. اضغطوا على 🏠 القائمة للبدء.
request-line = { $kind } · { $number } · { $state }
request-card =
    { $kind } · { $number }
    📍 المكتب: { $desk }
    { $state }
    ⏰ آخر وقت للرد: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ اكتبوا أو تكلموا الآن. سأضيف الرسالة إلى الطلب { $number }.
request-add-button = ✍️ إضافة
request-withdraw-button = 🗑 إلغاء الطلب
request-withdraw-yes-button = 🗑 نعم، إلغاء الطلب
request-back-button = ◀ رجوع
request-updated = ✅ غيّرت طلبكم { $number }. لا حاجة إلى طلب آخر.
request-added = ✅ أضفت الرسالة إلى الطلب { $number }.
request-something-else-button = هذا أمر آخر
request-which-one = لأي طلب هذه الرسالة؟
request-belongs-button = 📎 هذا للطلب { $number }
request-new-button = 🆕 طلب جديد
request-held-full = ✋ كثير من رسائلكم ينتظر الآن ولم يبقَ مكان لهذه: لم أحتفظ بها. اضغطوا أولًا في الأسفل، ثم أرسلوها من جديد.
request-shall-i-send = هل أوصل هذه الرسالة إلى المكتب؟
request-yes-button = ✅ نعم
request-no-button = ✖️ لا
request-not-sent = حسنًا، لم أرسل الرسالة.
request-withdraw-ask = هل تريدون إلغاء الطلب { $number }؟
request-withdrawn = ✅ تم إلغاء الطلب { $number }. يمكنكم دائمًا أن تطلبوا من جديد.
request-not-yours = لا أجد هذا الطلب بين طلباتكم.
request-over = انتهى الطلب { $number } من قبل. يمكنكم تقديم طلب جديد.
request-from-desk =
    💬 الطلب { $number } · مكتب { $desk }:
    { $text }
request-media-from-desk = 💬 الطلب { $number } · مكتب { $desk }:
request-other-language = 🌐 لغة هذه الرسالة: { $language }. هل تريدون وسيطًا ثقافيًا؟
request-mediator-button = 🗣 نعم، أريد وسيطًا
request-taken = 👤 شخص من مكتب { $desk } يعمل على الطلب { $number }.
request-waiting-for-you = ⏳ الطلب { $number }: المكتب ينتظر جوابكم. اكتبوا هنا عندما تستطيعون.
request-moved = ➡️ الطلب { $number }: الآن يرد مكتب { $desk }.
request-appointment-ask =
    📅 الطلب { $number }: موعد مع مكتب { $desk }
    { $at }
    هل يناسبكم؟
request-appointment-yes = ✅ الطلب { $number }: حسنًا. نلتقي يوم { $at }. سأكتب لكم قبل الموعد للتذكير.
request-appointment-no = الطلب { $number }: حسنًا، سأقول ذلك للمكتب. نبحث عن يوم آخر.
request-appointment-old = هذا الموعد تغيّر. اضغطوا على 📋 لرؤية الطلب.
request-reminder-day = ⏰ الطلب { $number }: تذكير بالموعد مع مكتب { $desk }: { $at }.
request-reminder-hours = ⏰ الطلب { $number }: اليوم الساعة { $at } لديكم موعد مع مكتب { $desk }.
request-done = ✅ انتهى الطلب { $number }. هل كان مفيدًا؟
request-helped-yes-button = 👍 نعم
request-helped-no-button = 👎 لا
request-helped-yes = شكرًا! لأمور أخرى اضغطوا على 🏠 القائمة.
request-helped-no = نعتذر. الطلب { $number } مفتوح من جديد. اكتبوا هنا ماذا ينقص.
request-closed = الطلب { $number }: أغلق المكتب الطلب. السبب: { $reason }. يمكنكم دائمًا أن تطلبوا من جديد.
request-reopened = 🔄 الطلب { $number } مفتوح من جديد.
request-edit-noted = ✏️ رأيت التغيير وأرسلته إلى المكتب (الطلب { $number }).
request-desk-edited =
    ✏️ الطلب { $number }: غيّر المكتب رسالة:
    { $text }

state-new = 🟡 وصل
state-triaged = 🟡 في الانتظار
state-assigned = 🟠 عند شخص من المكتب
state-in_progress = 🔵 نعمل عليه
state-waiting_person = ⏳ في انتظار الشخص
state-waiting_other = ⏳ في انتظار مكتب آخر
state-scheduled = 📅 موعد
state-done = 🟢 انتهى
state-closed = ⚫ مغلق

event-sent = تم إرسال الطلب
event-taken = أخذه شخص من المكتب
event-released = عاد إلى الانتظار
event-assigned = انتقل إلى شخص آخر في المكتب
event-answered = رد من المكتب
event-reply_edited = تغيّر رد المكتب
event-note_edited = تغيّرت ملاحظة
event-updated = تغيّرت الإجابات
event-added = رسالة جديدة
event-waiting_person = في انتظار الشخص
event-waiting_other = في انتظار مكتب آخر
event-scheduled = اقتراح موعد
event-confirmed = الموعد مؤكد
event-declined = الموعد مرفوض
event-done = انتهى
event-closed = أُغلق
event-withdrawn = أُلغي
event-reopened = فُتح من جديد
event-offered = عُرض على مكتب آخر
event-accepted = أخذه مكتب آخر
event-refused = رفضه مكتب آخر
event-unanswered = المكتب الآخر لم يرد
event-triaged = تغيرت درجة الاستعجال
event-late = متأخر

outcome-information = تم إعطاء معلومات
outcome-meeting = تم اللقاء
outcome-mediation = تمت الوساطة الثقافية
outcome-referral = خدمة أخرى تساعد
outcome-other = شيء آخر

reason-no_contact = لم نستطع الاتصال
reason-out_of_scope = المكتب لا يستطيع المساعدة في هذا
reason-duplicate = يوجد طلب مثله
reason-withdrawn = ألغاه الشخص

media-voice = 🎤 رسالة صوتية
media-photo = 🖼 صورة
media-document = 📎 ملف
media-video = 🎬 فيديو
media-video-note = 🎬 فيديو
media-audio = 🎵 تسجيل صوتي
media-sticker = ملصق
media-animation = صورة متحركة
media-location = 📍 موقع
media-contact = 👤 جهة اتصال
media-other = مرفق
