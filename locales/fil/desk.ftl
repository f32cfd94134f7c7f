# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · hanggang { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
desk-age-hours = { $count } oras
desk-age-days = { PLURAL($count) ->
        [one] { $count } araw
       *[other] { $count } na araw
    }
desk-is-late = ⚠️ lampas na sa oras
desk-on-time = ✓
desk-queue = 📋 Pila, pahina { $page }
desk-queue-empty = 📋 Walang laman dito. Magandang araw po!
desk-queue-word = Hindi ko naiintindihan ang “{ $word }”. Mga halimbawa: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Walang kahilingang naghihintay. Magandang araw po!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ hanggang { $until }
desk-card-person = 👤 { $name } · wika: { $language }
desk-card-erased = 👤 Wala na rito ang datos ng tao.
desk-card-unreachable = 🚫 Hindi dumarating ang mga mensahe: na-block ng tao ang bot.
desk-card-activation = 🏫 Para sa paaralang ito: magulang { $parents }, paaralan { $teachers }, estudyante { $pupils }.
desk-card-offer = ➡️ Hiniling sa tanggapan sa { $desk }.
desk-card-refused = ↩️ Tumanggi ang ibang tanggapan.
desk-card-unanswered = ↩️ Hindi sumagot sa oras ang ibang tanggapan.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Hindi ko makita ang kahilingang { $number }.
desk-taken-by-you = ✅ Sa inyo na ang { $number }. Para sumagot, mag-reply sa mensaheng ito.
desk-taken-by-seconds = { $number }: kinuha ni { $name } { PLURAL($count) ->
        [one] { $count } segundo na ang nakaraan
       *[other] { $count } na segundo na ang nakaraan
    }.
desk-taken-by-minutes = { $number }: kinuha ni { $name } { PLURAL($count) ->
        [one] { $count } minuto na ang nakaraan
       *[other] { $count } na minuto na ang nakaraan
    }.
desk-yours-already = Sa inyo na ang { $number }.
desk-nobody-has-it = { $number }: kunin muna ito, gamit ang /take.
desk-over = Tapos na ang { $number }. Para buksan muli: /reopen
desk-not-over = Bukás pa ang { $number }.
desk-too-late = Mahigit 30 araw nang tapos ang { $number }: kailangan ng bagong kahilingan.
desk-no-offer = { $number }: walang paglilipat na tatanggapin.
desk-offer-old = Luma na ang button na ito: nagbago na ang { $number }. Wala akong binago. Para makita ito: /show
desk-offer-waits = { $number }: hinihintay na ang sagot ng tanggapan sa { $desk }.
desk-same-desk = Nasa tanggapang ito na ang { $number }.
desk-released = ↩️ Babalik sa pila ang { $number }.
desk-reply-ask = ✍️ Sumulat o magsalita ngayon: mapupunta ang mensahe sa tao ({ $number }). Para ihinto: /cancel
desk-note-ask = 📝 Isulat ang tala para sa { $number }. Hindi ito nakikita ng tao. Para ihinto: /cancel
desk-replied = ✅ Naipadala sa tao ({ $number }).
desk-noted = 📝 Naisulat ang tala ({ $number }).
desk-not-changed = ✋ { $number }: hindi pumasok ang pagbabago. Mababago lang ang mensahe habang bukas ang kahilingan at sa inyo ito. Sumulat po ng bagong mensahe.
desk-note-erased = 📝 { $number }: hindi naisulat ang tala. Wala na ang datos ng tao, at wala nang maaaring i-save tungkol sa kanya.
desk-where-to = Para kanino ang mensahe? Mag-reply sa isang mensahe ng kahilingan, o isulat: /reply 1042 sagot
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: may binagong mensahe ang tao:
    { $text }
desk-assign-whom = Kanino natin ibibigay ang { $number }?
desk-assigned = ✅ Ibinigay kay { $name } ang { $number }.
desk-assign-sure = Ibigay po ba ang { $number } sa taong ito? { $name }
desk-colleague-away = { $name } · wala ngayon
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Luma na ang button na ito: hindi na nagtatrabaho rito ang taong ito. Wala akong binago.
desk-assigned-to-you = 📥 Ibinibigay sa inyo ni { $name } ang { $number }.
desk-transfer-where = Saang tanggapan natin ililipat ang { $number }?
desk-offered = ➡️ { $number }: hiniling sa tanggapan sa { $desk }. Kung walang sagot hanggang { $until }, babalik ito rito.
desk-offer-to-you =
    📨 Hinihiling ng tanggapan sa { $desk } na kunin ninyo:
    { $line }
desk-accepted = ✅ { $number }: sa tanggapan sa { $desk } na ito.
desk-refuse-why = Bakit hindi? Pindutin o isulat: /refuse { $number } dahilan
desk-refused = ↩️ { $number }: tumanggi ang tanggapan sa { $desk }. Dahilan: { $reason }
desk-unanswered = ↩️ { $number }: hindi sumagot ang tanggapan sa { $desk }. Babalik ito sa pila.
desk-wait-whom = { $number }: sino ang hinihintay natin?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: anong araw?
desk-schedule-time = 📅 { $number }: { $day }. Anong oras? Puwede ring isulat: 15:30
desk-has-appointment = 📅 May appointment ang { $number }: { $at }. Puwede itong ilipat (/schedule), ibigay ang kahilingan sa iba (/assign), o isara (/close).
desk-schedule-unread = Hindi ko naiintindihan ang araw o oras, o lipas na ito. Halimbawa: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: iminungkahi ang { $at }. Kailangan munang pumayag ng tao.
desk-schedule-closed = ⚠️ Sarado ang tanggapan sa oras na iyon. Hindi inalis ang appointment: pakitingnan ito.
desk-person-yes = ✅ { $number }: darating ang tao: { $at }.
desk-person-no = ❌ { $number }: hindi puwede ang tao: { $at }. Magmungkahi ng ibang araw.
desk-appointment-near = ⏰ { $number }: appointment: { $at }.
desk-done-how = { $number }: ano ang resulta?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: bakit natin isasara?
desk-closed = ⚫ { $number }: isinara. { $reason }.
desk-reopened = 🔄 Bukás muli ang { $number } at sa inyo na ito.
desk-person-withdrew = 🗑 { $number }: binawi ng tao ang kahilingan.
desk-person-not-helped = 👎 { $number }: hindi ito nakatulong sa tao. Bukás muli ito.
desk-priority-how = { $number }: gaano ka-urgent?
desk-priority-set = { $number }: P{ $priority } na ito.
desk-here = 📍 Nasa tanggapan kayo sa { $desk } hanggang { $until }. Sa inyo unang darating ang mga bagong kahilingan.
desk-here-where = Saang tanggapan kayo ngayong araw?
desk-away = 👋 Sige po, wala kayo ngayon. Para bumalik: /here
desk-stats =
    📊 Huling 7 araw: bago { $opened }, nasagot { $answered }, natapos { $ended }.
    Ngayon: bukás { $open }, lampas na sa oras { $late }.
    🆘 binuksan nang { PLURAL($taps) ->
        [one] { $taps } beses
       *[other] { $taps } na beses
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: hindi dumating ang mensahe. { $why }
desk-not-passed = ⚠️ { $number }: hindi pinadaan ng Telegram ang isang mensahe o kalakip para sa inyo. Tingnan sa /show. Kung wala, hilingin sa tao na ipadala ito bilang larawan, file, o sa salita.
undelivered-blocked = Na-block ng tao ang bot.
undelivered-deactivated = Wala na ang Telegram account.
undelivered-not-found = Hindi makita ng Telegram ang chat.
undelivered-gone = Wala na ang mensahe.
undelivered-other = Tinanggihan ito ng Telegram.
desk-person-left = 🚫 { $number }: na-block ng tao ang bot. Kung bumalik siya, tuloy ang kahilingan.
desk-more-new = 📥 { $count } pang bagong kahilingan sa isang minuto: /queue
desk-set-aside = ⚠️ Hindi ko nabasa ang isang mensahe: itinabi ko muna ito. Alam ito ng tao. Sabihan ang nangangalaga sa programa.
desk-alarm-set-aside = ⚠️ Hindi ko nabasa ang isang paalala: itinabi ko ito. Sabihan po ang nangangalaga ng programa.
desk-help =
    Mga command para sa mga kawani:
    { $list }

    Para sumagot sa tao: mag-reply sa isa niyang mensahe.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Kukunin ko
desk-show-button = 👁 Tingnan
desk-reply-button = 💬 Sumagot
desk-note-button = 📝 Tala
desk-release-button = ↩️ Ibalik sa pila
desk-assign-button = 👥 Ibigay kay …
desk-transfer-button = ➡️ Ilipat
desk-wait-button = ⏳ Maghintay
desk-schedule-button = 📅 Petsa
desk-done-button = 🟢 Tapusin
desk-close-button = ⚫ Isara
desk-reopen-button = 🔄 Buksan muli
desk-priority-button = ❗ Gaano ka-urgent
desk-accept-button = ✅ Kukunin namin
desk-refuse-button = ❌ Hindi
desk-wait-person-button = Ang tao
desk-wait-other-button = Ibang opisina
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Akin
desk-free-button = Wala pang humahawak
desk-late-button = Lampas na sa oras
desk-all-button = Lahat
desk-refuse-busy-button = Masyadong abala
desk-refuse-wrong-button = Hindi para sa amin
refuse-busy = masyadong abala
refuse-wrong = hindi para sa amin
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = Ang pila
command-next = Kunin ang susunod
command-take = Kumuha ng kahilingan
command-release = Ibalik sa pila
command-show = Tingnan ang isang kahilingan
command-reply = Sumagot sa tao
command-note = Sumulat ng panloob na tala
command-assign = Ibigay sa katrabaho
command-transfer = Ilipat sa ibang tanggapan
command-accept = Tanggapin ang paglilipat
command-refuse = Tanggihan ang paglilipat
command-wait = Gawing naghihintay
command-schedule = Magtakda ng appointment
command-done = Tapusin, may resulta
command-close = Isara, may dahilan
command-reopen = Buksan muli
command-priority = Baguhin kung gaano ka-urgent
command-mine = Mga kahilingang hawak ko
command-late = Mga kahilingang lampas na sa oras
command-here = Sabihin kung nasaan ako
command-away = Sabihin na wala ako
command-stats = Mga numero ng linggo
desk-state-appointment = { $state }: { $at }
