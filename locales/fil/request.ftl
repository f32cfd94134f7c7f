# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Iba pa
form-done-button = ✔️ Susunod
form-skip-button = ⏭ Laktawan
form-back-button = ◀ Bumalik
form-cancel-button = ✖️ Ihinto
form-person-button = 👤 Kausapin kami
form-send-button = ✅ Ipadala
form-change-button = ✏️ Baguhin
form-summary-button = ◀ Buod
form-continue-button = ▶️ Ituloy
form-restart-button = 🔄 Magsimulang muli
form-another-town = Ibang bayan
form-not-in-list = ❓ Wala sa listahan
form-voice = 🎤 voice message ({ PLURAL($seconds) ->
        [one] { $seconds } segundo
       *[other] { $seconds } na segundo
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Ito po ang inyong kahilingan:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } mensaheng kasama
       *[other] { $count } na mensaheng kasama
    }
form-send-question = Tama po ba? Pindutin ang ✅ para ipadala.
form-change-which = Ano po ang gusto ninyong baguhin?
form-please-choose = Hindi ko po naintindihan. Pumili ng sagot, o isulat ang numero nito.
form-please-write = Hindi ko po naintindihan. Isulat po ang sagot.
form-too-long = Masyadong mahaba po ang text. Bilang ng letra: { $count }. Hanggang { $max } lang po.
form-voice-too-long = Masyadong mahaba po ang voice message. Magsalita po nang mas maikli sa { PLURAL($max) ->
        [one] { $max } segundo
       *[other] { $max } na segundo
    }.
form-number-between = Sumulat po ng numero mula { $least } hanggang { $most }.
form-day-not-read = Hindi ko po naintindihan ang araw. Isulat nang ganito: 15/12.
form-not-found = Hindi ko po makita ang pangalang ito. Subukang sumulat ng ibang salita.
form-found = Ito po ang mga nahanap kong pangalan. Isa po ba sa mga ito?
form-attached = 📎 Idinagdag ko po ito sa kahilingan. Huwag po kayong magpadala ng personal na dokumento.
form-looks-private = ⚠️ Mukhang numero ito ng dokumento. Hindi ko po ito ise-save. Sumulat nang walang dokumento at walang pangalan ng bata.
form-old-button = Luma na po ang button na ito. Narito ang tanong ngayon:

request-sent =
    ✅ Naipadala na po! { $number } ang inyong numero.
    May sasagot na tao mula sa tanggapan sa { $desk }. Pinakahuli: { $until }.
    Kung nasa panganib kayo, huwag maghintay: pindutin ang 🆘.
request-sent-school =
    Tatanungin na po namin ang paaralan. Hindi namin ibibigay ang pangalan ninyo sa paaralan.
    Dito namin sasabihin sa inyo ang lahat ng balita.
request-sent-mediator =
    Libre po ang serbisyo. Dapat panatilihing kumpidensiyal ng mediator ang sinasabi ninyo. Kung may nasa panganib lamang, maaaring kailangang sabihin sa iba.
    Hindi siya nagsasalita kapalit ninyo at hindi siya nagpapasya para sa inyo.
request-draft-found = May kahilingan po kayong hindi pa tapos: { $kind }. Gusto ba ninyong ituloy?
request-list = 📋 Ang inyong mga kahilingan. Pindutin po para makita:
request-list-empty = 📋 Wala pa po kayong kahilingan. Pindutin ang 🏠 Menu para magsimula.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Tanggapan: { $desk }
    { $state }
    ⏰ Sagot, pinakahuli: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Sumulat o magsalita po ngayon. Mapupunta ang mensahe sa kahilingang { $number }.
request-add-button = ✍️ Magdagdag
request-withdraw-button = 🗑 Bawiin
request-withdraw-yes-button = 🗑 Oo, bawiin
request-back-button = ◀ Bumalik
request-updated = ✅ Binago ko po ang inyong kahilingang { $number }. Hindi na po kailangan ng isa pa.
request-added = ✅ Idinagdag ko po ang mensahe sa { $number }.
request-something-else-button = Iba ito
request-which-one = Para sa aling kahilingan po ang mensaheng ito?
request-belongs-button = 📎 Para sa { $number }
request-new-button = 🆕 Bagong kahilingan
request-held-full = ✋ Marami na po sa inyong mga mensahe ang naghihintay at wala nang lugar para rito: hindi ko ito na-save. Pindutin muna sa ibaba, saka ipadala ulit.
request-shall-i-send = Dadalhin ko po ba ang mensaheng ito sa tanggapan?
request-yes-button = ✅ Oo
request-no-button = ✖️ Hindi
request-not-sent = Sige po, hindi ko ipinadala ang mensahe.
request-withdraw-ask = Gusto po ba ninyong bawiin ang kahilingang { $number }?
request-withdrawn = ✅ Nabawi na po ang kahilingang { $number }. Puwede kayong humiling muli anumang oras.
request-not-yours = Hindi ko po makita ang kahilingang ito sa mga kahilingan ninyo.
request-over = Tapos na po ang kahilingang { $number }. Puwede kayong gumawa ng bagong kahilingan.
request-from-desk =
    💬 { $number } · Tanggapan sa { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Tanggapan sa { $desk }:
request-other-language = 🌐 Wika ng mensaheng ito: { $language }. Gusto po ba ninyo ng mediator sa wika?
request-mediator-button = 🗣 Oo, mediator
request-taken = 👤 Isang tao sa tanggapan sa { $desk } ang humahawak na sa kahilingang { $number }.
request-waiting-for-you = ⏳ { $number }: hinihintay po ng tanggapan ang inyong sagot. Sumulat dito kapag kaya na ninyo.
request-moved = ➡️ { $number }: ang tanggapan sa { $desk } na po ang sasagot.
request-appointment-ask =
    📅 { $number }: appointment sa tanggapan sa { $desk }
    { $at }
    Puwede po ba kayo?
request-appointment-yes = ✅ { $number }: sige po. Hihintayin namin kayo: { $at }. Susulat ako bago nito para magpaalala.
request-appointment-no = { $number }: sige po, sasabihin ko sa tanggapan. Maghahanap tayo ng ibang araw.
request-appointment-old = Nagbago na po ang appointment na ito. Pindutin ang 📋 para makita ang kahilingan.
request-reminder-day = ⏰ { $number }: paalala po, may appointment kayo sa tanggapan sa { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: ngayong araw po, { $at }, ang appointment ninyo sa tanggapan sa { $desk }.
request-done = ✅ { $number }: tapos na po ang kahilingan. Nakatulong po ba?
request-helped-yes-button = 👍 Oo
request-helped-no-button = 👎 Hindi
request-helped-yes = Salamat po! Para sa iba pang bagay, pindutin ang 🏠 Menu.
request-helped-no = Pasensiya na po. Bukás muli ang kahilingang { $number }. Isulat dito kung ano ang kulang.
request-closed = { $number }: isinara po ng tanggapan ang kahilingan. Dahilan: { $reason }. Puwede kayong humiling muli anumang oras.
request-reopened = 🔄 { $number }: bukás muli po ang kahilingan.
request-edit-noted = ✏️ Nakita ko po ang pagbabago at ipadadala ko sa tanggapan ({ $number }).
request-desk-edited =
    ✏️ { $number }: may binagong mensahe ang tanggapan:
    { $text }

state-new = 🟡 Natanggap
state-triaged = 🟡 Naghihintay
state-assigned = 🟠 May hahawak na
state-in_progress = 🔵 Ginagawa na
state-waiting_person = ⏳ Hinihintay ang humiling
state-waiting_other = ⏳ Hinihintay ang ibang opisina
state-scheduled = 📅 May appointment
state-done = 🟢 Tapos na
state-closed = ⚫ Sarado

event-sent = ipinadala ang kahilingan
event-taken = may taong humawak
event-released = naghihintay muli
event-assigned = ibinigay sa katrabaho
event-answered = sagot ng tanggapan
event-reply_edited = binago ang sagot ng tanggapan
event-note_edited = binago ang tala
event-updated = binago ang mga sagot
event-added = idinagdag ang mensahe
event-waiting_person = hinihintay ang humiling
event-waiting_other = hinihintay ang ibang opisina
event-scheduled = may iminungkahing appointment
event-confirmed = kumpirmado ang appointment
event-declined = tinanggihan ang appointment
event-done = tapos na
event-closed = isinara
event-withdrawn = binawi ng humiling
event-reopened = binuksan muli
event-offered = hiniling sa ibang tanggapan
event-accepted = kinuha ng ibang tanggapan
event-refused = tinanggihan ng ibang tanggapan
event-unanswered = walang sagot ang ibang tanggapan
event-triaged = binago kung gaano ka-urgent
event-late = lampas na sa oras

outcome-information = naibigay ang impormasyon
outcome-meeting = natapos ang pagkikita
outcome-mediation = nakatulong ang mediator
outcome-referral = ibang serbisyo ang tutulong
outcome-other = iba pa

reason-no_contact = hindi makontak
reason-out_of_scope = hindi makakatulong ang tanggapan dito
reason-duplicate = may kapareho nang kahilingan
reason-withdrawn = binawi ng humiling

media-voice = 🎤 voice message
media-photo = 🖼 litrato
media-document = 📎 dokumento
# same as Italian
media-video = 🎬 video
# same as Italian
media-video-note = 🎬 video
# same as Italian
media-audio = 🎵 audio
# same as Italian
media-sticker = sticker
media-animation = animasyon
media-location = 📍 lokasyon
media-contact = 👤 contact
media-other = kalakip
