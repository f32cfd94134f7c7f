# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Mai multe
form-done-button = ✔️ Mai departe
form-skip-button = ⏭ Sari peste
form-back-button = ◀ Înapoi
form-cancel-button = ✖️ Oprește
form-person-button = 👤 Vorbiți cu noi
form-send-button = ✅ Trimite
form-change-button = ✏️ Schimbă
form-summary-button = ◀ Rezumat
form-continue-button = ▶️ Continuă
form-restart-button = 🔄 De la început
form-another-town = Altă localitate
form-not-in-list = ❓ Nu este în listă
form-voice = 🎤 mesaj vocal ({ PLURAL($seconds) ->
        [one] { $seconds } secundă
        [few] { $seconds } secunde
       *[other] { $seconds } de secunde
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Iată cererea dumneavoastră:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } mesaj atașat
        [few] { $count } mesaje atașate
       *[other] { $count } de mesaje atașate
    }
form-send-question = Este bine? Apăsați ✅ ca să trimiteți.
form-change-which = Ce doriți să schimbați?
form-please-choose = Nu am înțeles. Apăsați un răspuns sau scrieți numărul răspunsului.
form-please-write = Nu am înțeles. Scrieți răspunsul, vă rog.
form-too-long = Textul este prea lung. Litere acum: { $count }. Cel mult: { $max }. Scrieți mai scurt.
form-voice-too-long = Mesajul vocal este lung. Vă rog, vorbiți mai puțin de { PLURAL($max) ->
        [one] { $max } secundă
        [few] { $max } secunde
       *[other] { $max } de secunde
    }.
form-number-between = Scrieți un număr de la { $least } la { $most }.
form-day-not-read = Nu am înțeles ziua. Scrieți așa: 15/12.
form-not-found = Nu găsesc acest nume. Încercați să scrieți alt cuvânt.
form-found = Am găsit aceste nume. Este unul dintre ele?
form-attached = 📎 L-am adăugat la cerere. Nu trimiteți documente personale.
form-looks-private = ⚠️ Pare un număr de document. Nu îl păstrez. Scrieți fără numere de documente și fără nume de copii.
form-old-button = Acest buton este vechi. Iată întrebarea de acum:

request-sent =
    ✅ Gata! Numărul dumneavoastră este { $number }.
    Vă răspunde o persoană de la ghișeul din { $desk }, cel târziu { $until }.
    Dacă sunteți în pericol, nu așteptați: apăsați 🆘.
request-sent-school =
    Acum întrebăm școala. Numele dumneavoastră nu ajunge la școală.
    Vă spunem aici toate noutățile.
request-sent-mediator =
    Serviciul este gratuit. Mediatorul trebuie să păstreze confidențialitatea. Numai dacă cineva este în pericol, poate fi nevoie să anunțe alți oameni.
    Nu vorbește în locul dumneavoastră și nu decide.
request-draft-found = Aveți o cerere neterminată: { $kind }. Doriți să continuați?
request-list = 📋 Cererile dumneavoastră. Apăsați ca să vedeți:
request-list-empty = 📋 Nu aveți încă cereri. Apăsați 🏠 Meniu ca să începeți.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Ghișeu: { $desk }
    { $state }
    ⏰ Răspuns cel târziu: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Scrieți sau vorbiți acum. Mesajul ajunge la cererea { $number }.
request-add-button = ✍️ Adaugă
request-withdraw-button = 🗑 Retrage
request-withdraw-yes-button = 🗑 Da, retrage
request-back-button = ◀ Înapoi
request-updated = ✅ Am schimbat cererea dumneavoastră { $number }. Nu mai este nevoie de alta.
request-added = ✅ Am adăugat mesajul la { $number }.
request-something-else-button = Este altceva
request-which-one = Pentru care cerere este acest mesaj?
request-belongs-button = 📎 Este pentru { $number }
request-new-button = 🆕 Cerere nouă
request-held-full = ✋ Multe dintre mesajele dumneavoastră așteaptă deja și pentru acesta nu mai este loc: nu l-am păstrat. Întâi apăsați mai jos, apoi trimiteți-l din nou.
request-shall-i-send = Duc acest mesaj la ghișeu?
request-yes-button = ✅ Da
request-no-button = ✖️ Nu
request-not-sent = Bine, nu am trimis mesajul.
request-withdraw-ask = Doriți să retrageți cererea { $number }?
request-withdrawn = ✅ Cererea { $number } este retrasă. Puteți oricând să cereți din nou.
request-not-yours = Nu găsesc această cerere printre cererile dumneavoastră.
request-over = Cererea { $number } s-a terminat deja. Puteți face o cerere nouă.
request-from-desk =
    💬 { $number } · Ghișeul din { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Ghișeul din { $desk }:
request-other-language = 🌐 Acest mesaj este în altă limbă: { $language }. Doriți un mediator?
request-mediator-button = 🗣 Da, un mediator
request-taken = 👤 O persoană de la ghișeul din { $desk } lucrează la cererea { $number }.
request-waiting-for-you = ⏳ { $number }: ghișeul așteaptă răspunsul dumneavoastră. Scrieți aici când puteți.
request-moved = ➡️ { $number }: acum răspunde ghișeul din { $desk }.
request-appointment-ask =
    📅 { $number }: programare la ghișeul din { $desk }
    { $at }
    Este bine pentru dumneavoastră?
request-appointment-yes = ✅ { $number }: este bine. Ne vedem { $at }. Vă scriu înainte, ca să vă amintesc.
request-appointment-no = { $number }: bine, anunț ghișeul. Căutăm altă zi.
request-appointment-old = Această programare s-a schimbat. Apăsați 📋 ca să vedeți cererea.
request-reminder-day = ⏰ { $number }: nu uitați de programarea la ghișeul din { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: astăzi, la ora { $at }, aveți programare la ghișeul din { $desk }.
request-done = ✅ { $number }: cererea s-a terminat. V-a fost de folos?
request-helped-yes-button = 👍 Da
request-helped-no-button = 👎 Nu
request-helped-yes = Mulțumesc! Pentru alte lucruri, apăsați 🏠 Meniu.
request-helped-no = Îmi pare rău. Cererea { $number } este din nou deschisă. Scrieți aici ce lipsește.
request-closed = { $number }: ghișeul a închis cererea. Motiv: { $reason }. Puteți oricând să cereți din nou.
request-reopened = 🔄 { $number }: cererea este din nou deschisă.
request-edit-noted = ✏️ Am văzut schimbarea și o trimit la ghișeu ({ $number }).
request-desk-edited =
    ✏️ { $number }: ghișeul a schimbat un mesaj:
    { $text }

state-new = 🟡 Primită
state-triaged = 🟡 În așteptare
state-assigned = 🟠 Dată unui operator
state-in_progress = 🔵 În lucru
state-waiting_person = ⏳ Așteaptă răspunsul persoanei
state-waiting_other = ⏳ Așteaptă răspunsul altei instituții
state-scheduled = 📅 Programare
state-done = 🟢 Terminată
state-closed = ⚫ Închisă

event-sent = cerere trimisă
event-taken = o persoană o preia
event-released = revine în așteptare
event-assigned = dată unui coleg sau unei colege
event-answered = răspuns de la ghișeu
event-reply_edited = răspunsul ghișeului schimbat
event-note_edited = notă schimbată
event-updated = răspunsuri schimbate
event-added = mesaj adăugat
event-waiting_person = așteaptă răspunsul persoanei
event-waiting_other = așteaptă răspunsul altei instituții
event-scheduled = programare propusă
event-confirmed = programare confirmată
event-declined = programare refuzată
event-done = terminată
event-closed = închisă
event-withdrawn = retrasă
event-reopened = deschisă din nou
event-offered = propusă altui ghișeu
event-accepted = preluată de alt ghișeu
event-refused = refuzată de alt ghișeu
event-unanswered = niciun răspuns de la celălalt ghișeu
event-triaged = urgență schimbată
event-late = întârziată

outcome-information = informație dată
outcome-meeting = întâlnire făcută
outcome-mediation = mediere făcută
outcome-referral = ajută alt serviciu
outcome-other = alt rezultat

reason-no_contact = niciun contact
reason-out_of_scope = ghișeul nu poate ajuta cu acest lucru
reason-duplicate = există deja o cerere la fel
reason-withdrawn = retrasă de persoană

media-voice = 🎤 mesaj vocal
media-photo = 🖼 fotografie
media-document = 📎 fișier
# same as Italian
media-video = 🎬 video
# same as Italian
media-video-note = 🎬 video
# same as Italian
media-audio = 🎵 audio
# same as Italian
media-sticker = sticker
media-animation = animație
media-location = 📍 locație
media-contact = 👤 contact
media-other = fișier atașat
