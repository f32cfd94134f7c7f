# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Të tjera
form-done-button = ✔️ Më tej
form-skip-button = ⏭ Kapërce
form-back-button = ◀ Prapa
form-cancel-button = ✖️ Ndale
form-person-button = 👤 Flisni me ne
form-send-button = ✅ Dërgo
form-change-button = ✏️ Ndrysho
form-summary-button = ◀ Përmbledhja
form-continue-button = ▶️ Vazhdo
form-restart-button = 🔄 Nga fillimi
form-another-town = Një bashki tjetër
form-not-in-list = ❓ Nuk është në listë
form-voice = 🎤 mesazh zanor ({ PLURAL($seconds) ->
        [one] { $seconds } sekondë
       *[other] { $seconds } sekonda
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Ja kërkesa juaj:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } mesazh bashkëngjitur
       *[other] { $count } mesazhe bashkëngjitur
    }
form-send-question = Është mirë? Shtypni ✅ për ta dërguar.
form-change-which = Çfarë doni të ndryshoni?
form-please-choose = Nuk e kuptova. Shtypni një përgjigje ose shkruani numrin e përgjigjes.
form-please-write = Nuk e kuptova. Shkruani përgjigjen, ju lutem.
form-too-long = Teksti është shumë i gjatë: { $count } shkronja. Shkruani më së shumti { $max } shkronja.
form-voice-too-long = Mesazhi zanor është i gjatë. Ju lutem, flisni më pak se { PLURAL($max) ->
        [one] { $max } sekondë
       *[other] { $max } sekonda
    }.
form-number-between = Shkruani një numër nga { $least } deri në { $most }.
form-day-not-read = Nuk e kuptova ditën. Shkruani kështu: 15/12.
form-not-found = Nuk e gjej këtë emër. Provoni të shkruani një fjalë tjetër.
form-found = Gjeta këta emra. A është njëri nga këta?
form-attached = 📎 E shtova te kërkesa. Mos dërgoni dokumente personale.
form-looks-private = ⚠️ Duket si numër dokumenti. Nuk e ruaj. Shkruani pa dokumente dhe pa emra fëmijësh.
form-old-button = Ky buton është i vjetër. Ja pyetja e tanishme:

request-sent =
    ✅ U krye! Numri juaj është { $number }.
    Përgjigjet një njeri nga sporteli në { $desk }. Më së voni: { $until }.
    Nëse jeni në rrezik, mos prisni: shtypni 🆘.
request-sent-school =
    Tani pyesim shkollën. Emri juaj nuk shkon te shkolla.
    Këtu ju tregojmë çdo gjë të re.
request-sent-mediator =
    Shërbimi është falas. Ndërmjetësi duhet të ruajë konfidencialitetin. Vetëm nëse dikush është në rrezik, mund të duhet të njoftojë të tjerë.
    Nuk flet në emrin tuaj dhe nuk vendos për ju.
request-draft-found = Keni një kërkesë të pambaruar: { $kind }. Doni të vazhdoni?
request-list = 📋 Kërkesat tuaja. Shtypni për t'i parë:
request-list-empty = 📋 Nuk keni ende kërkesa. Shtypni 🏠 Menyja për të filluar.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Sporteli: { $desk }
    { $state }
    ⏰ Përgjigja, më së voni: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Shkruani ose flisni tani. Mesazhi shkon te kërkesa { $number }.
request-add-button = ✍️ Shto
request-withdraw-button = 🗑 Anuloje
request-withdraw-yes-button = 🗑 Po, anuloje
request-back-button = ◀ Prapa
request-updated = ✅ E ndryshova kërkesën tuaj { $number }. Nuk ju duhet një tjetër.
request-added = ✅ E shtova mesazhin te { $number }.
request-something-else-button = Është diçka tjetër
request-which-one = Për cilën kërkesë është ky mesazh?
request-belongs-button = 📎 Është për { $number }
request-new-button = 🆕 Kërkesë e re
request-held-full = ✋ Shumë mesazhe tuajat po presin tashmë dhe për këtë nuk ka më vend: nuk e kam ruajtur. Së pari shtypni këtu poshtë, pastaj dërgojeni përsëri.
request-shall-i-send = Ta çoj këtë mesazh te sporteli?
request-yes-button = ✅ Po
request-no-button = ✖️ Jo
request-not-sent = Në rregull, nuk e dërgova mesazhin.
request-withdraw-ask = Doni ta anuloni kërkesën { $number }?
request-withdrawn = ✅ Kërkesa { $number } u anulua. Mund të kërkoni gjithmonë përsëri.
request-not-yours = Nuk e gjej këtë kërkesë te kërkesat tuaja.
request-over = Kërkesa { $number } ka mbaruar. Mund të bëni një kërkesë të re.
request-from-desk =
    💬 { $number } · Sporteli në { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Sporteli në { $desk }:
request-other-language = 🌐 Ky mesazh është në një gjuhë tjetër: { $language }. Doni një ndërmjetës?
request-mediator-button = 🗣 Po, një ndërmjetës
request-taken = 👤 Një njeri nga sporteli në { $desk } punon për kërkesën { $number }.
request-waiting-for-you = ⏳ { $number }: sporteli pret përgjigjen tuaj. Shkruani këtu kur të mundeni.
request-moved = ➡️ { $number }: tani përgjigjet sporteli në { $desk }.
request-appointment-ask =
    📅 { $number }: takim me sportelin në { $desk }
    { $at }
    A është mirë për ju?
request-appointment-yes = ✅ { $number }: në rregull. Takimi: { $at }. Ju shkruaj më parë, që ta mbani mend.
request-appointment-no = { $number }: në rregull, ia them sportelit. Kërkojmë një ditë tjetër.
request-appointment-old = Ky takim ka ndryshuar. Shtypni 📋 për të parë kërkesën.
request-reminder-day = ⏰ { $number }: mbani mend takimin me sportelin në { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: sot në orën { $at } keni takim me sportelin në { $desk }.
request-done = ✅ { $number }: kërkesa mbaroi. A ju ndihmoi?
request-helped-yes-button = 👍 Po
request-helped-no-button = 👎 Jo
request-helped-yes = Faleminderit! Për gjëra të tjera, shtypni 🏠 Menyja.
request-helped-no = Më vjen keq. Kërkesa { $number } është përsëri e hapur. Shkruani këtu çfarë mungon.
request-closed = { $number }: sporteli e mbylli kërkesën. Arsyeja: { $reason }. Mund të kërkoni gjithmonë përsëri.
request-reopened = 🔄 { $number }: kërkesa është përsëri e hapur.
request-edit-noted = ✏️ E pashë ndryshimin dhe ia dërgoj sportelit ({ $number }).
request-desk-edited =
    ✏️ { $number }: sporteli ndryshoi një mesazh:
    { $text }

state-new = 🟡 Mbërriti
state-triaged = 🟡 Në pritje
state-assigned = 🟠 Iu dha një operatori
state-in_progress = 🔵 Po merremi me të
state-waiting_person = ⏳ Pret përgjigje nga personi
state-waiting_other = ⏳ Pret një zyrë tjetër
state-scheduled = 📅 Takim
state-done = 🟢 E mbaruar
state-closed = ⚫ E mbyllur

event-sent = kërkesa u dërgua
event-taken = e merr një njeri
event-released = kthehet në pritje
event-assigned = iu dha dikujt tjetër të ekipit
event-answered = përgjigje e sportelit
event-reply_edited = përgjigjja e sportelit u ndryshua
event-note_edited = shënimi u ndryshua
event-updated = përgjigjet u ndryshuan
event-added = mesazhi u shtua
event-waiting_person = pret përgjigje nga personi
event-waiting_other = pret një zyrë tjetër
event-scheduled = takimi u propozua
event-confirmed = takimi u konfirmua
event-declined = takimi u refuzua
event-done = mbaroi
event-closed = u mbyll
event-withdrawn = u anulua
event-reopened = u hap përsëri
event-offered = iu propozua një sporteli tjetër
event-accepted = e mori një sportel tjetër
event-refused = e refuzoi një sportel tjetër
event-unanswered = asnjë përgjigje nga sporteli tjetër
event-triaged = urgjenca ndryshoi
event-late = me vonesë

outcome-information = u dha informacion
outcome-meeting = u bë takimi
outcome-mediation = u bë ndërmjetësimi
outcome-referral = ndihmon një shërbim tjetër
outcome-other = tjetër

reason-no_contact = asnjë kontakt
reason-out_of_scope = sporteli nuk mund të ndihmojë për këtë
reason-duplicate = ka tashmë një kërkesë të njëjtë
reason-withdrawn = e anuloi vetë personi

media-voice = 🎤 mesazh zanor
# same as Italian
media-photo = 🖼 foto
media-document = 📎 skedar
# same as Italian
media-video = 🎬 video
# same as Italian
media-video-note = 🎬 video
# same as Italian
media-audio = 🎵 audio
media-sticker = stiker
media-animation = animacion
media-location = 📍 vendndodhje
media-contact = 👤 kontakt
media-other = bashkëngjitje
