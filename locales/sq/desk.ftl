# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · afati: { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
desk-age-hours = { $count } orë
desk-age-days = { PLURAL($count) ->
        [one] { $count } ditë
       *[other] { $count } ditë
    }
desk-is-late = ⚠️ me vonesë
desk-on-time = ✓
desk-queue = 📋 Radha, faqja { $page }
desk-queue-empty = 📋 Këtu nuk ka asgjë. Punë të mbarë!
desk-queue-word = Nuk e kuptoj «{ $word }». Shembuj: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Asnjë kërkesë nuk pret. Punë të mbarë!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ afati: { $until }
desk-card-person = 👤 { $name } · gjuha: { $language }
desk-card-erased = 👤 Të dhënat e personit nuk janë më këtu.
desk-card-unreachable = 🚫 Mesazhet nuk mbërrijnë: personi e ka bllokuar botin.
desk-card-activation = 🏫 Për këtë shkollë: prindër { $parents }, shkolla { $teachers }, nxënës { $pupils }.
desk-card-offer = ➡️ Iu propozua sportelit në { $desk }.
desk-card-refused = ↩️ Sporteli tjetër tha jo.
desk-card-unanswered = ↩️ Sporteli tjetër nuk u përgjigj në kohë.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Nuk e gjej kërkesën { $number }.
desk-taken-by-you = ✅ { $number } është juaja. Për t'i shkruar personit, përgjigjuni këtij mesazhi.
desk-taken-by-seconds = { $number }: e mori { $name } para { PLURAL($count) ->
        [one] { $count } sekonde
       *[other] { $count } sekondash
    }.
desk-taken-by-minutes = { $number }: e mori { $name } para { PLURAL($count) ->
        [one] { $count } minute
       *[other] { $count } minutash
    }.
desk-yours-already = { $number } është tashmë juaja.
desk-nobody-has-it = { $number }: më parë merreni, me /take.
desk-over = { $number } ka mbaruar. Për ta hapur përsëri: /reopen
desk-not-over = { $number } është ende e hapur.
desk-too-late = { $number } ka mbaruar prej më shumë se 30 ditësh: duhet një kërkesë e re.
desk-no-offer = { $number }: nuk ka asnjë kalim për të pranuar.
desk-offer-old = Ky buton është i vjetër: { $number } ka ndryshuar ndërkohë. Nuk kam ndryshuar asgjë. Për ta parë: /show
desk-offer-waits = { $number }: pret tashmë përgjigjen e sportelit në { $desk }.
desk-same-desk = { $number } është tashmë në këtë sportel.
desk-released = ↩️ { $number } kthehet në radhë.
desk-reply-ask = ✍️ Shkruani ose flisni tani: mesazhi shkon te personi ({ $number }). Për ta ndalur: /cancel
desk-note-ask = 📝 Shkruani shënimin për { $number }. Personi nuk e sheh. Për ta ndalur: /cancel
desk-replied = ✅ Iu dërgua personit ({ $number }).
desk-noted = 📝 Shënimi u shkrua ({ $number }).
desk-not-changed = ✋ { $number }: ndryshimi nuk kaloi. Mesazhin mund ta ndryshoni vetëm kur kërkesa është e hapur dhe është juaja. Shkruani një mesazh të ri.
desk-note-erased = 📝 { $number }: shënimi nuk u shkrua. Të dhënat e personit nuk janë më, dhe për të nuk mund të mbahet asgjë.
desk-where-to = Për kë është mesazhi? Përgjigjuni një mesazhi të kërkesës ose shkruani: /reply 1042 tekst
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: personi ndryshoi një mesazh:
    { $text }
desk-assign-whom = Kujt ia japim { $number }?
desk-assigned = ✅ { $number } i kalon: { $name }.
desk-assign-sure = T’ia japim { $number } këtij personi? { $name }
desk-colleague-away = { $name } · mungon
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Ky buton është i vjetër: ky person nuk punon më në sportel. Nuk kam ndryshuar asgjë.
desk-assigned-to-you = 📥 { $name } ju jep { $number }.
desk-transfer-where = Te cili sportel e kalojmë { $number }?
desk-offered = ➡️ { $number }: iu propozua sportelit në { $desk }. Afati: { $until }. Nëse nuk përgjigjet, kthehet këtu.
desk-offer-to-you =
    📨 Sporteli në { $desk } ju kërkon ta merrni:
    { $line }
desk-accepted = ✅ { $number }: tani është e sportelit në { $desk }.
desk-refuse-why = Pse jo? Shtypni ose shkruani: /refuse { $number } arsyeja
desk-refused = ↩️ { $number }: sporteli në { $desk } thotë jo. Arsyeja: { $reason }
desk-unanswered = ↩️ { $number }: sporteli në { $desk } nuk u përgjigj. Kthehet në radhë.
desk-wait-whom = { $number }: kë presim?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: në cilën ditë?
desk-schedule-time = 📅 { $number }: { $day }. Në çfarë ore? Mund edhe të shkruani: 15:30
desk-has-appointment = 📅 { $number } ka një takim: { $at }. Mund ta zhvendosni (/schedule), t’ia jepni kërkesën dikujt (/assign) ose ta mbyllni (/close).
desk-schedule-unread = Nuk e kuptoj ditën ose orën, ose ka kaluar. Shembull: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: u propozua: { $at }. Tani personi duhet të thotë po.
desk-schedule-closed = ⚠️ Në atë kohë sporteli është i mbyllur. Takimi mbetet: kontrollojeni.
desk-person-yes = ✅ { $number }: personi vjen: { $at }.
desk-person-no = ❌ { $number }: personi nuk mundet: { $at }. Propozoni një ditë tjetër.
desk-appointment-near = ⏰ { $number }: takim: { $at }.
desk-done-how = { $number }: si mbaroi?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: pse e mbyllim?
desk-closed = ⚫ { $number }: u mbyll. { $reason }.
desk-reopened = 🔄 { $number } është përsëri e hapur dhe është juaja.
desk-person-withdrew = 🗑 { $number }: personi e anuloi kërkesën.
desk-person-not-helped = 👎 { $number }: personin nuk e ndihmoi. Është përsëri e hapur.
desk-priority-how = { $number }: sa urgjente është?
desk-priority-set = { $number }: tani është P{ $priority }.
desk-here = 📍 Jeni në sportelin në { $desk }. Deri: { $until }. Kërkesat e reja ju vijnë së pari juve.
desk-here-where = Në cilin sportel jeni sot?
desk-away = 👋 Në rregull, tani nuk jeni në sportel. Për t'u kthyer: /here
desk-stats =
    📊 7 ditët e fundit: të reja { $opened }, me përgjigje { $answered }, të mbaruara { $ended }.
    Tani: të hapura { $open }, me vonesë { $late }.
    🆘 u hap { PLURAL($taps) ->
        [one] { $taps } herë
       *[other] { $taps } herë
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: mesazhi nuk mbërriti. { $why }
desk-not-passed = ⚠️ { $number }: Telegrami nuk lejoi të kalonte një mesazh ose një bashkëngjitje për ju. Shikoni me /show. Nëse mungon, kërkojini personit ta dërgojë si foto, si skedar ose me fjalë.
undelivered-blocked = Personi e ka bllokuar botin.
undelivered-deactivated = Llogaria në Telegram nuk ekziston më.
undelivered-not-found = Telegram nuk e gjen chat-in.
undelivered-gone = Mesazhi nuk ekziston më.
undelivered-other = Telegram e refuzoi.
desk-person-left = 🚫 { $number }: personi e bllokoi botin. Nëse kthehet, kërkesa vazhdon.
desk-more-new = 📥 Edhe { $count } kërkesa të reja në një minutë: /queue
desk-set-aside = ⚠️ Nuk munda ta lexoja një mesazh: e lashë mënjanë. Personi e di. Njoftoni atë që kujdeset për programin.
desk-alarm-set-aside = ⚠️ Nuk munda të lexoj një kujtesë: e kam lënë mënjanë. Njoftoni atë që kujdeset për programin.
desk-help =
    Komandat për personelin:
    { $list }

    Për t'i shkruar një personi: përgjigjuni një mesazhi të tij.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ E marr
desk-show-button = 👁 Shiko
desk-reply-button = 💬 Përgjigju
desk-note-button = 📝 Shëno
desk-release-button = ↩️ Në radhë
desk-assign-button = 👥 Jepja …
desk-transfer-button = ➡️ Kaloje
desk-wait-button = ⏳ Pritje
desk-schedule-button = 📅 Cakto datën
desk-done-button = 🟢 E mbaruar
desk-close-button = ⚫ Mbylle
desk-reopen-button = 🔄 Rihape
desk-priority-button = ❗ Urgjenca
desk-accept-button = ✅ E marrim
desk-refuse-button = ❌ Jo
desk-wait-person-button = Personin
desk-wait-other-button = Një zyrë tjetër
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Të miat
desk-free-button = Të lira
desk-late-button = Me vonesë
desk-all-button = Të gjitha
desk-refuse-busy-button = Shumë punë
desk-refuse-wrong-button = Nuk është për ne
refuse-busy = shumë punë
refuse-wrong = nuk është për ne
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = Radha
command-next = Merrni kërkesën tjetër
command-take = Merrni një kërkesë
command-release = Kthejeni në radhë
command-show = Shihni një kërkesë
command-reply = Përgjigjuni personit
command-note = Shkruani një shënim të brendshëm
command-assign = Jepjani dikujt të ekipit
command-transfer = Kalojeni te një sportel tjetër
command-accept = Pranoni një kalim
command-refuse = Refuzoni një kalim
command-wait = Vendoseni në pritje
command-schedule = Caktoni një takim
command-done = Mbarojeni, me rezultatin
command-close = Mbylleni, me arsyen
command-reopen = Hapeni përsëri
command-priority = Ndryshoni urgjencën
command-mine = Kërkesat e mia në punë
command-late = Kërkesat me vonesë
command-here = Thoni ku jeni
command-away = Thoni që nuk jeni
command-stats = Numrat e javës
desk-state-appointment = { $state }: { $at }
