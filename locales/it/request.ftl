# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Altre
form-done-button = ✔️ Avanti
form-skip-button = ⏭ Salta
form-back-button = ◀ Indietro
form-cancel-button = ✖️ Ferma
form-person-button = 👤 Parlare con noi
form-send-button = ✅ Manda
form-change-button = ✏️ Cambia
form-summary-button = ◀ Riassunto
form-continue-button = ▶️ Continua
form-restart-button = 🔄 Da capo
form-another-town = Un altro comune
form-not-in-list = ❓ Non c’è nella lista
form-voice = 🎤 messaggio vocale ({ PLURAL($seconds) ->
        [one] { $seconds } secondo
       *[other] { $seconds } secondi
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Ecco la Sua richiesta:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } messaggio allegato
       *[other] { $count } messaggi allegati
    }
form-send-question = Va bene? Tocchi ✅ per mandare.
form-change-which = Che cosa vuole cambiare?
form-please-choose = Non ho capito. Tocchi una risposta, o scriva il numero della risposta.
form-please-write = Non ho capito. Scriva la risposta, per favore.
form-too-long = Il testo è troppo lungo: { $count } lettere. Scriva al massimo { $max } lettere.
form-voice-too-long = Il messaggio vocale è lungo. Per favore, parli meno di { PLURAL($max) ->
        [one] { $max } secondo
       *[other] { $max } secondi
    }.
form-number-between = Scriva un numero da { $least } a { $most }.
form-day-not-read = Non ho capito il giorno. Scriva così: 15/12.
form-not-found = Non trovo questo nome. Provi a scrivere un’altra parola.
form-found = Ho trovato questi nomi. È uno di questi?
form-attached = 📎 L’ho aggiunto alla richiesta. Non mandi documenti personali.
form-looks-private = ⚠️ Sembra un numero di documento. Non lo tengo. Scriva senza documenti e senza nomi di bambini.
form-old-button = Questo tasto è vecchio. Ecco la domanda di adesso:

request-sent =
    ✅ Fatto! Il Suo numero è { $number }.
    Risponde una persona dello sportello di { $desk } entro { $until }.
    Se è in pericolo, non aspetti: tocchi 🆘.
request-sent-school =
    Ora chiediamo alla scuola. Il Suo nome non va alla scuola.
    Qui Le diciamo tutte le novità.
request-sent-mediator =
    Il servizio è gratis. Il mediatore deve mantenere la riservatezza. Solo se qualcuno è in pericolo può dover avvisare altri.
    Non parla al posto Suo e non decide.
request-draft-found = Ha una richiesta non finita: { $kind }. Vuole continuare?
request-list = 📋 Le Sue richieste. Tocchi per vedere:
request-list-empty = 📋 Non ha ancora richieste. Tocchi 🏠 Menu per cominciare.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Sportello: { $desk }
    { $state }
    ⏰ Risposta entro: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Scriva o parli ora. Il messaggio va alla richiesta { $number }.
request-add-button = ✍️ Aggiungi
request-withdraw-button = 🗑 Ritira
request-withdraw-yes-button = 🗑 Sì, ritira
request-back-button = ◀ Indietro
request-updated = ✅ Ho cambiato la Sua richiesta { $number }. Non ne serve un’altra.
request-added = ✅ Ho aggiunto il messaggio a { $number }.
request-something-else-button = È un’altra cosa
request-which-one = A quale richiesta appartiene questo messaggio?
request-belongs-button = 📎 È per { $number }
request-new-button = 🆕 Nuova richiesta
request-held-full = ✋ Ho già tanti Suoi messaggi che aspettano. Per questo messaggio non c’è più posto: non l’ho tenuto. Prima tocchi qui sotto, poi lo mandi di nuovo.
request-shall-i-send = Porto questo messaggio allo sportello?
request-yes-button = ✅ Sì
request-no-button = ✖️ No
request-not-sent = Va bene, non ho mandato il messaggio.
request-withdraw-ask = Vuole ritirare la richiesta { $number }?
request-withdrawn = ✅ La richiesta { $number } è ritirata. Può sempre chiedere di nuovo.
request-not-yours = Non trovo questa richiesta tra le Sue.
request-over = La richiesta { $number } è già finita. Può fare una nuova richiesta.
request-from-desk =
    💬 { $number } · Sportello di { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Sportello di { $desk }:
request-other-language = 🌐 Questo messaggio è in { $language }. Vuole un mediatore?
request-mediator-button = 🗣 Sì, un mediatore
request-taken = 👤 Una persona dello sportello di { $desk } lavora alla richiesta { $number }.
request-waiting-for-you = ⏳ { $number }: lo sportello aspetta la Sua risposta. Scriva qui quando può.
request-moved = ➡️ { $number }: ora risponde lo sportello di { $desk }.
request-appointment-ask =
    📅 { $number }: appuntamento con lo sportello di { $desk }
    { $at }
    Va bene per Lei?
request-appointment-yes = ✅ { $number }: va bene. Ci vediamo { $at }. Le scrivo prima per ricordare.
request-appointment-no = { $number }: va bene, lo dico allo sportello. Cerchiamo un altro giorno.
request-appointment-old = Questo appuntamento è cambiato. Tocchi 📋 per vedere la richiesta.
request-reminder-day = ⏰ { $number }: ricordi l’appuntamento con lo sportello di { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: oggi alle { $at } ha l’appuntamento con lo sportello di { $desk }.
request-done = ✅ { $number }: la richiesta è finita. È stato utile?
request-helped-yes-button = 👍 Sì
request-helped-no-button = 👎 No
request-helped-yes = Grazie! Per altre cose tocchi 🏠 Menu.
request-helped-no = Mi dispiace. La richiesta { $number } è di nuovo aperta. Scriva qui che cosa manca.
request-closed = { $number }: lo sportello ha chiuso la richiesta. Motivo: { $reason }. Può sempre chiedere di nuovo.
request-reopened = 🔄 { $number }: la richiesta è di nuovo aperta.
request-edit-noted = ✏️ Ho visto il cambio e lo mando allo sportello ({ $number }).
request-desk-edited =
    ✏️ { $number }: lo sportello ha cambiato un messaggio:
    { $text }

state-new = 🟡 Ricevuta
state-triaged = 🟡 In attesa
state-assigned = 🟠 Assegnata
state-in_progress = 🔵 In lavoro
state-waiting_person = ⏳ In attesa della persona
state-waiting_other = ⏳ Aspetta un altro ufficio
state-scheduled = 📅 Appuntamento
state-done = 🟢 Finita
state-closed = ⚫ Chiusa

event-sent = richiesta mandata
event-taken = una persona la prende
event-released = torna in attesa
event-assigned = data a un collega
event-answered = risposta dello sportello
event-reply_edited = risposta dello sportello cambiata
event-note_edited = nota cambiata
event-updated = risposte cambiate
event-added = messaggio aggiunto
event-waiting_person = in attesa della persona
event-waiting_other = aspetta un altro ufficio
event-scheduled = appuntamento proposto
event-confirmed = appuntamento confermato
event-declined = appuntamento rifiutato
event-done = finita
event-closed = chiusa
event-withdrawn = ritirata
event-reopened = aperta di nuovo
event-offered = chiesta a un altro sportello
event-accepted = presa da un altro sportello
event-refused = rifiutata da un altro sportello
event-unanswered = nessuna risposta dall’altro sportello
event-triaged = urgenza cambiata
event-late = in ritardo

outcome-information = informazione data
outcome-meeting = incontro fatto
outcome-mediation = mediazione fatta
outcome-referral = un altro servizio aiuta
outcome-other = altro

reason-no_contact = nessun contatto
reason-out_of_scope = lo sportello non può aiutare in questo
reason-duplicate = c’è già una richiesta uguale
reason-withdrawn = ritirata dalla persona

media-voice = 🎤 messaggio vocale
media-photo = 🖼 foto
media-document = 📎 documento
media-video = 🎬 video
media-video-note = 🎬 video
media-audio = 🎵 audio
media-sticker = sticker
media-animation = animazione
media-location = 📍 posizione
media-contact = 👤 contatto
media-other = allegato
