# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · până { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
# same as Italian
desk-age-hours = { $count } h
desk-age-days = { PLURAL($count) ->
        [one] { $count } zi
        [few] { $count } zile
       *[other] { $count } de zile
    }
desk-is-late = ⚠️ întârziată
desk-on-time = ✓
desk-queue = 📋 Coadă, pagina { $page }
desk-queue-empty = 📋 Aici nu este nimic. Spor la lucru!
desk-queue-word = Nu înțeleg „{ $word }”. Exemple: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Nicio cerere nu așteaptă. Spor la lucru!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ până { $until }
desk-card-person = 👤 { $name } · limba: { $language }
desk-card-erased = 👤 Datele persoanei nu mai sunt aici.
desk-card-unreachable = 🚫 Mesajele nu ajung: persoana a blocat botul.
desk-card-activation = 🏫 Pentru această școală: părinți { $parents }, școală { $teachers }, elevi { $pupils }.
desk-card-offer = ➡️ Propusă ghișeului din { $desk }.
desk-card-refused = ↩️ Celălalt ghișeu a spus nu.
desk-card-unanswered = ↩️ Celălalt ghișeu nu a răspuns la timp.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Nu găsesc cererea { $number }.
desk-taken-by-you = ✅ { $number } este a dumneavoastră. Ca să scrieți persoanei, răspundeți la acest mesaj.
desk-taken-by-seconds = { $number }: preluată de { $name } acum { PLURAL($count) ->
        [one] { $count } secundă
        [few] { $count } secunde
       *[other] { $count } de secunde
    }.
desk-taken-by-minutes = { $number }: preluată de { $name } acum { PLURAL($count) ->
        [one] { $count } minut
        [few] { $count } minute
       *[other] { $count } de minute
    }.
desk-yours-already = { $number } este deja a dumneavoastră.
desk-nobody-has-it = { $number }: mai întâi preluați-o, cu /take.
desk-over = { $number } s-a terminat deja. Ca să o redeschideți: /reopen
desk-not-over = { $number } este încă deschisă.
desk-too-late = { $number } s-a terminat de peste 30 de zile: este nevoie de o cerere nouă.
desk-no-offer = { $number }: niciun transfer de acceptat.
desk-offer-old = Acest buton este vechi: { $number } s-a schimbat între timp. Nu am schimbat nimic. Pentru a o vedea: /show
desk-offer-waits = { $number }: așteaptă deja răspunsul ghișeului din { $desk }.
desk-same-desk = { $number } este deja la acest ghișeu.
desk-released = ↩️ { $number } se întoarce în coadă.
desk-reply-ask = ✍️ Scrieți sau vorbiți acum: mesajul ajunge la persoană ({ $number }). Ca să opriți: /cancel
desk-note-ask = 📝 Scrieți nota pentru { $number }. Persoana nu o vede. Ca să opriți: /cancel
desk-replied = ✅ Trimis persoanei ({ $number }).
desk-noted = 📝 Notă scrisă ({ $number }).
desk-not-changed = ✋ { $number }: modificarea nu a trecut. Puteți schimba un mesaj doar cât cererea este deschisă și este a dumneavoastră. Scrieți un mesaj nou.
desk-note-erased = 📝 { $number }: nota nu este scrisă. Datele persoanei nu mai există și nu se poate păstra nimic despre ea.
desk-where-to = Pentru cine este mesajul? Răspundeți la un mesaj al cererii sau scrieți: /reply 1042 text
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: persoana a schimbat un mesaj:
    { $text }
desk-assign-whom = Cui dăm { $number }?
desk-assigned = ✅ { $number } merge la { $name }.
desk-assign-sure = Dăm { $number } acestei persoane? { $name }
desk-colleague-away = { $name } · lipsește
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Acest buton este vechi: persoana nu mai lucrează la ghișeu. Nu am schimbat nimic.
desk-assigned-to-you = 📥 { $name } vă dă { $number }.
desk-transfer-where = La ce ghișeu trecem { $number }?
desk-offered = ➡️ { $number }: propusă ghișeului din { $desk }. Dacă nu răspunde până { $until }, se întoarce aici.
desk-offer-to-you =
    📨 Ghișeul din { $desk } vă propune să preluați:
    { $line }
desk-accepted = ✅ { $number }: acum este a ghișeului din { $desk }.
desk-refuse-why = De ce nu? Apăsați sau scrieți: /refuse { $number } motiv
desk-refused = ↩️ { $number }: ghișeul din { $desk } spune nu. Motiv: { $reason }
desk-unanswered = ↩️ { $number }: ghișeul din { $desk } nu a răspuns. Se întoarce în coadă.
desk-wait-whom = { $number }: pe cine așteptăm?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: în ce zi?
desk-schedule-time = 📅 { $number }: { $day }. La ce oră? Puteți și scrie: 15:30
desk-has-appointment = 📅 { $number } are o programare: { $at }. O puteți muta (/schedule), puteți da cererea altcuiva (/assign) sau o puteți închide (/close).
desk-schedule-unread = Nu înțeleg ziua sau ora, ori a trecut deja. Exemplu: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: am propus { $at }. Acum persoana trebuie să spună da.
desk-schedule-closed = ⚠️ În acel moment ghișeul este închis. Programarea rămâne: verificați-o.
desk-person-yes = ✅ { $number }: persoana vine { $at }.
desk-person-no = ❌ { $number }: persoana nu poate { $at }. Propuneți altă zi.
desk-appointment-near = ⏰ { $number }: programare { $at }.
desk-done-how = { $number }: cum s-a terminat?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: de ce o închidem?
desk-closed = ⚫ { $number }: închisă. { $reason }.
desk-reopened = 🔄 { $number } este din nou deschisă și este a dumneavoastră.
desk-person-withdrew = 🗑 { $number }: persoana a retras cererea.
desk-person-not-helped = 👎 { $number }: persoanei nu i-a fost de folos. Este din nou deschisă.
desk-priority-how = { $number }: cât de urgentă este?
desk-priority-set = { $number }: acum este P{ $priority }.
desk-here = 📍 Sunteți la ghișeul din { $desk } până { $until }. Cererile noi ajung mai întâi la dumneavoastră.
desk-here-where = La ce ghișeu sunteți astăzi?
desk-away = 👋 Bine, acum nu sunteți la ghișeu. Ca să reveniți: /here
desk-stats =
    📊 Ultimele 7 zile: noi { $opened }, cu răspuns { $answered }, terminate { $ended }.
    Acum: deschise { $open }, întârziate { $late }.
    🆘 deschis { PLURAL($taps) ->
        [one] { $taps } dată
        [few] { $taps } ori
       *[other] { $taps } de ori
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: mesajul nu a ajuns. { $why }
desk-not-passed = ⚠️ { $number }: Telegram nu a lăsat să treacă un mesaj sau un atașament pentru dumneavoastră. Uitați-vă cu /show. Dacă lipsește, rugați persoana să îl trimită ca fotografie, ca fișier sau în cuvinte.
undelivered-blocked = Persoana a blocat botul.
undelivered-deactivated = Contul Telegram nu mai există.
undelivered-not-found = Telegram nu găsește chatul.
undelivered-gone = Mesajul nu mai există.
undelivered-other = Telegram l-a refuzat.
desk-person-left = 🚫 { $number }: persoana a blocat botul. Dacă revine, cererea continuă.
desk-more-new = 📥 Alte cereri noi într-un minut: { $count }. /queue
desk-set-aside = ⚠️ Nu am putut citi un mesaj și l-am pus deoparte. Persoana știe. Anunțați persoana care se ocupă de program.
desk-alarm-set-aside = ⚠️ Nu am putut citi un memento: l-am pus deoparte. Anunțați persoana care se ocupă de program.
desk-help =
    Comenzi pentru personal:
    { $list }

    Ca să scrieți unei persoane: răspundeți la un mesaj al ei.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Preiau
desk-show-button = 👁 Vezi
desk-reply-button = 💬 Răspunde
desk-note-button = 📝 Notează
desk-release-button = ↩️ În coadă
desk-assign-button = 👥 Dă cuiva …
desk-transfer-button = ➡️ Transferă
desk-wait-button = ⏳ Așteaptă
desk-schedule-button = 📅 Programează
desk-done-button = 🟢 Terminată
desk-close-button = ⚫ Închide
desk-reopen-button = 🔄 Redeschide
desk-priority-button = ❗ Urgență
desk-accept-button = ✅ Preluăm
desk-refuse-button = ❌ Nu
desk-wait-person-button = Persoana
desk-wait-other-button = Altă instituție
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Ale mele
# same as Italian
desk-free-button = Libere
desk-late-button = Întârziate
desk-all-button = Toate
desk-refuse-busy-button = Prea mult de lucru
desk-refuse-wrong-button = Nu este pentru noi
refuse-busy = prea mult de lucru
refuse-wrong = nu este pentru noi
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = Coada
command-next = Preluați cererea următoare
command-take = Preluați o cerere
command-release = Puneți înapoi în coadă
command-show = Vedeți o cerere
command-reply = Răspundeți persoanei
command-note = Scrieți o notă internă
command-assign = Dați cererea altcuiva din echipă
command-transfer = Treceți la alt ghișeu
command-accept = Acceptați un transfer
command-refuse = Refuzați un transfer
command-wait = Puneți în așteptare
command-schedule = Fixați o programare
command-done = Terminați, cu rezultatul
command-close = Închideți, cu motivul
command-reopen = Redeschideți
command-priority = Schimbați urgența
command-mine = Cererile mele în lucru
command-late = Cereri întârziate
command-here = Spuneți unde sunteți
command-away = Spuneți că lipsiți
command-stats = Cifrele săptămânii
desk-state-appointment = { $state }: { $at }
