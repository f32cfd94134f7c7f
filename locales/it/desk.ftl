# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · entro { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
desk-age-minutes = { $count } min
desk-age-hours = { $count } h
desk-age-days = { PLURAL($count) ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
desk-is-late = ⚠️ in ritardo
desk-on-time = ✓
desk-queue = 📋 Coda, pagina { $page }
desk-queue-empty = 📋 Non c’è niente qui. Buon lavoro!
desk-queue-word = Non capisco “{ $word }”. Esempi: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Nessuna richiesta aspetta. Buon lavoro!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ entro { $until }
desk-card-person = 👤 { $name } · lingua: { $language }
desk-card-erased = 👤 I dati della persona non ci sono più.
desk-card-unreachable = 🚫 I messaggi non arrivano: la persona ha bloccato il bot.
desk-card-activation = 🏫 Per questa scuola: genitori { $parents }, scuola { $teachers }, studenti { $pupils }.
desk-card-offer = ➡️ Chiesta allo sportello di { $desk }.
desk-card-refused = ↩️ L’altro sportello ha detto no.
desk-card-unanswered = ↩️ L’altro sportello non ha risposto in tempo.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Non trovo la richiesta { $number }.
desk-taken-by-you = ✅ { $number } è Sua. Per rispondere, risponda a questo messaggio.
desk-taken-by-seconds = { $number }: presa da { $name } { PLURAL($count) ->
        [one] { $count } secondo fa
       *[other] { $count } secondi fa
    }.
desk-taken-by-minutes = { $number }: presa da { $name } { PLURAL($count) ->
        [one] { $count } minuto fa
       *[other] { $count } minuti fa
    }.
desk-yours-already = { $number } è già Sua.
desk-nobody-has-it = { $number }: prima la prenda, con /take.
desk-over = { $number } è già finita. Per aprirla di nuovo: /reopen
desk-not-over = { $number } è ancora aperta.
desk-too-late = { $number } è finita da più di 30 giorni: serve una nuova richiesta.
desk-no-offer = { $number }: nessun passaggio da accettare.
desk-offer-old = Questo tasto è vecchio: intanto { $number } è cambiata. Non ho cambiato niente. Per vederla: /show
desk-offer-waits = { $number }: aspetta già la risposta dello sportello di { $desk }.
desk-same-desk = { $number } è già a questo sportello.
desk-released = ↩️ { $number } torna in coda.
desk-reply-ask = ✍️ Scriva o parli ora: il messaggio va alla persona ({ $number }). Per fermare: /cancel
desk-note-ask = 📝 Scriva la nota per { $number }. La persona non la vede. Per fermare: /cancel
desk-replied = ✅ Mandato alla persona ({ $number }).
desk-noted = 📝 Nota scritta ({ $number }).
desk-not-changed = ✋ { $number }: la modifica non è passata. Si può cambiare un messaggio solo finché la richiesta è aperta ed è Sua. Scriva un messaggio nuovo.
desk-note-erased = 📝 { $number }: la nota non è scritta. I dati della persona non ci sono più, e non si può tenere niente su di lei.
desk-where-to = A chi va il messaggio? Risponda a un messaggio della richiesta, o scriva: /reply 1042 testo
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: la persona ha cambiato un messaggio:
    { $text }
desk-assign-whom = A chi diamo { $number }?
desk-assigned = ✅ { $number } va a { $name }.
desk-assign-sure = Diamo { $number } a questa persona? { $name }
desk-colleague-away = { $name } · assente
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Questo tasto è vecchio: questa persona non lavora più allo sportello. Non ho cambiato niente.
desk-assigned-to-you = 📥 { $name } Le dà { $number }.
desk-transfer-where = A quale sportello passiamo { $number }?
desk-offered = ➡️ { $number }: chiesto allo sportello di { $desk }. Se non risponde entro { $until }, torna qui.
desk-offer-to-you =
    📨 Lo sportello di { $desk } chiede di prendere:
    { $line }
desk-accepted = ✅ { $number }: ora è dello sportello di { $desk }.
desk-refuse-why = Perché no? Tocchi o scriva: /refuse { $number } motivo
desk-refused = ↩️ { $number }: lo sportello di { $desk } dice no. Motivo: { $reason }
desk-unanswered = ↩️ { $number }: lo sportello di { $desk } non ha risposto. Torna in coda.
desk-wait-whom = { $number }: chi aspettiamo?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: in quale giorno?
desk-schedule-time = 📅 { $number }: { $day }. A che ora? Può anche scrivere: 15:30
desk-has-appointment = 📅 { $number } ha un appuntamento: { $at }. Può spostarlo (/schedule), dare la richiesta a una persona (/assign) o chiudere (/close).
desk-schedule-unread = Non capisco il giorno o l’ora, oppure è già passato. Esempio: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: proposto { $at }. Ora la persona deve dire sì.
desk-schedule-closed = ⚠️ In quel momento lo sportello è chiuso. L’appuntamento resta: lo controlli.
desk-person-yes = ✅ { $number }: la persona viene { $at }.
desk-person-no = ❌ { $number }: la persona non può { $at }. Proponga un altro giorno.
desk-appointment-near = ⏰ { $number }: appuntamento { $at }.
desk-done-how = { $number }: come è finita?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: perché la chiudiamo?
desk-closed = ⚫ { $number }: chiusa. { $reason }.
desk-reopened = 🔄 { $number } è di nuovo aperta ed è Sua.
desk-person-withdrew = 🗑 { $number }: la persona ha ritirato la richiesta.
desk-person-not-helped = 👎 { $number }: per la persona non è stato utile. È di nuovo aperta.
desk-priority-how = { $number }: quanto è urgente?
desk-priority-set = { $number }: ora è P{ $priority }.
desk-here = 📍 È allo sportello di { $desk } fino a { $until }. Le nuove richieste arrivano prima a Lei.
desk-here-where = A quale sportello è oggi?
desk-away = 👋 Va bene, ora è assente. Per tornare: /here
desk-stats =
    📊 Ultimi 7 giorni: nuove { $opened }, con risposta { $answered }, finite { $ended }.
    Adesso: aperte { $open }, in ritardo { $late }.
    🆘 aperto { PLURAL($taps) ->
        [one] { $taps } volta
       *[other] { $taps } volte
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: il messaggio non è arrivato. { $why }
desk-not-passed = ⚠️ { $number }: Telegram non ha lasciato passare un messaggio o un allegato per Lei. Guardi con /show. Se manca, chieda alla persona di mandarlo come foto, come file o con le parole.
undelivered-blocked = La persona ha bloccato il bot.
undelivered-deactivated = L’account Telegram non esiste più.
undelivered-not-found = Telegram non trova la chat.
undelivered-gone = Il messaggio non c’è più.
undelivered-other = Telegram lo ha rifiutato.
desk-person-left = 🚫 { $number }: la persona ha bloccato il bot. Se torna, la richiesta continua.
desk-more-new = 📥 Altre { $count } richieste nuove in un minuto: /queue
desk-set-aside = ⚠️ Non ho potuto leggere un messaggio: l’ho messo da parte. La persona lo sa. Avvisi chi cura il programma.
desk-alarm-set-aside = ⚠️ Non ho potuto leggere un promemoria: l’ho messo da parte. Avvisi chi cura il programma.
desk-help =
    Comandi per gli operatori:
    { $list }

    Per rispondere a una persona: risponda a un suo messaggio.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Prendo
desk-show-button = 👁 Vedi
desk-reply-button = 💬 Rispondi
desk-note-button = 📝 Nota
desk-release-button = ↩️ In coda
desk-assign-button = 👥 Dai a …
desk-transfer-button = ➡️ Passa
desk-wait-button = ⏳ Attesa
desk-schedule-button = 📅 Data
desk-done-button = 🟢 Finita
desk-close-button = ⚫ Chiudi
desk-reopen-button = 🔄 Riapri
desk-priority-button = ❗ Urgenza
desk-accept-button = ✅ Prendiamo
desk-refuse-button = ❌ No
desk-wait-person-button = La persona
desk-wait-other-button = Un altro ufficio
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Mie
desk-free-button = Libere
desk-late-button = In ritardo
desk-all-button = Tutte
desk-refuse-busy-button = Troppo lavoro
desk-refuse-wrong-button = Non è per noi
refuse-busy = troppo lavoro
refuse-wrong = non è per noi
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = La coda
command-next = Prendere la prossima
command-take = Prendere una richiesta
command-release = Rimettere in coda
command-show = Vedere una richiesta
command-reply = Rispondere alla persona
command-note = Scrivere una nota interna
command-assign = Dare a un collega
command-transfer = Passare a un altro sportello
command-accept = Accettare un passaggio
command-refuse = Rifiutare un passaggio
command-wait = Mettere in attesa
command-schedule = Fissare un appuntamento
command-done = Finire, con il risultato
command-close = Chiudere, con il motivo
command-reopen = Riaprire
command-priority = Cambiare l’urgenza
command-mine = Le mie richieste in lavoro
command-late = Richieste in ritardo
command-here = Dire dove sono
command-away = Dire che non ci sono
command-stats = Numeri della settimana
desk-state-appointment = { $state }: { $at }
