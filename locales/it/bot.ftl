# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Italiano

bot-hello =
    👋 Buongiorno! Questo è lo sportello per le persone straniere.
    È gratis. Lei può chiedere nella Sua lingua.
bot-choose-language = 🌐 Scelga la Sua lingua:

bot-notice-short =
    🔒 Usiamo i Suoi messaggi solo per rispondere a Lei. Li leggono solo gli operatori dello sportello.
    Telegram è un’azienda privata e conserva i messaggi: per cose molto private venga allo sportello.
bot-notice-full =
    🔒 Informativa sulla privacy, versione { $version }

    Chi usa i dati: lo sportello del distretto sociale Sud Est Milano, un servizio pubblico. Lo fa per aiutare Lei (interesse pubblico, articolo 6 del GDPR).
    Quali dati: la lingua, i messaggi, le risposte alle domande. Non chiediamo il permesso di soggiorno, la religione, le malattie.
    Chi li vede: solo gli operatori che rispondono a Lei. I dati sono chiusi con una chiave (cifrati).
    Per quanto tempo: fino a 12 mesi dopo la fine della richiesta.
    Telegram: è un’azienda privata, con computer anche fuori dall’Europa. Se non vuole usare Telegram, può venire allo sportello o telefonare.
    I Suoi diritti: può vedere i Suoi dati con /mydata e cancellarli con /forget. Può correggere i dati: lo chieda allo sportello. Può fare reclamo al Garante per la privacy.
bot-notice-ok-button = 👍 Va bene
bot-notice-read-button = 📄 Leggere tutto
bot-who-button = 🤖 Che cos’è?
bot-who-are-you =
    🤖 Io sono un programma, non una persona. Io ricevo la Sua richiesta e la porto allo sportello.
    🧑 Poi risponde una persona dello sportello. Dopo l’invio Lei vede il giorno e l’ora della risposta.
    ✅ Il servizio è gratis. Non serve nessun documento per chiedere.
bot-menu = Che cosa vuole fare?
bot-menu-school-button = 🏫 Sportello a scuola
bot-menu-info-button = ℹ️ Informazioni
bot-menu-mediator-button = 🗣 Mediatore
bot-menu-requests-button = 📋 Le mie richieste
bot-menu-help-now-button = 🆘 Aiuto subito
bot-menu-language-button = 🌐 Lingua
bot-menu-person-button = 👤 Parlare con noi
bot-keys = 👇 Questi due tasti sono sempre qui sotto.
bot-key-menu-button = 🏠 Menu
bot-help =
    Ecco che cosa può fare:

    🏫 /school: lo sportello viene a scuola
    ℹ️ /info: fare una domanda
    🗣 /mediator: chiedere un mediatore
    📋 /requests: vedere le Sue richieste
    👤 /person: parlare con una persona
    🆘 /sos: aiuto subito
    🌐 /language: cambiare lingua
    🔒 /privacy: come usiamo i Suoi dati
    ✖️ /x: uscire e cancellare

    Può anche scrivere o parlare: io porto il messaggio allo sportello.
bot-unknown-command = Non conosco { $command }. Tocchi 🏠 Menu, o scriva /help.
bot-did-you-mean = Non conosco { $command }. Forse vuole { $meant }?
bot-not-for-you = Questo comando è solo per gli operatori. Tocchi 🏠 Menu.
bot-too-fast = ✋ Lei scrive molto in fretta. Leggo i Suoi messaggi uno dopo l’altro e non ne perdo nessuno: aspetti un momento. Se è in pericolo, tocchi 🆘.
bot-too-much = ✋ Ci sono già troppi messaggi in attesa. Quello che scrive adesso non lo posso tenere: scriva di nuovo tra dieci minuti. Messaggi vocali, foto e file li tengo. Se è in pericolo, tocchi 🆘.
bot-too-much-text = ✋ Oggi ha già scritto moltissimo testo. Quello che scrive adesso lo leggo domani. Messaggi vocali e foto arrivano anche oggi. Se è in pericolo, tocchi 🆘.
bot-too-many-taps = ✋ Troppi tocchi in poco tempo. Aspetti un minuto, poi tocchi di nuovo. 🆘 funziona sempre.
bot-too-many-open = ✋ Lei ha già { $count } richieste aperte: per adesso non ne posso aprire un’altra. Scriva in una di quelle, oppure ne chiuda una e poi mandi questa: le Sue risposte restano qui.
bot-cannot-carry = Questo messaggio non posso portarlo a nessuno: Telegram non lo fa passare. Lo scriva con le Sue parole, o mandi una foto, un file o un messaggio vocale.
bot-not-understood = Non posso leggere questo messaggio. Scriva, mandi un messaggio vocale o tocchi 🏠 Menu.
bot-old-button = Questo tasto è vecchio. Ecco il menu.
bot-apology = Mi dispiace, qualcosa non va. Il Suo messaggio non è perso: i responsabili sono avvisati. In pericolo tocchi 🆘 o chiami il { $n112 }.
bot-nothing-to-cancel = Va bene. Non c’è niente da fermare.
bot-cancelled = Va bene, ho fermato tutto. Non ho mandato niente.
bot-link-unknown = Non conosco questo codice. Ecco il menu.
bot-link-desk = 📍 Sportello di { $desk }. Le Sue richieste vanno qui.
bot-ask-code = Scriva il codice dopo il comando, per esempio: /code MIPS11002E
bot-edit-seen = Ho visto: ha cambiato un messaggio. Non è in una richiesta, quindi non cambia niente.
bot-in-private = Scriva a me in privato, per favore.
bot-sos-in-group = 🆘 In pericolo adesso? Chiami il { $n112 }. Qui leggono tutti: scriva a me in privato.
bot-mydata =
    📄 Questi sono i Suoi dati:

    Nome su Telegram: { $name }
    Lingua: { $language }
    Informativa letta: { $notice }
    { PLURAL($count) ->
        [one] { $count } richiesta
       *[other] { $count } richieste
    }
    { PLURAL($messages) ->
        [one] { $messages } messaggio, Suo o dello sportello
       *[other] { $messages } messaggi, Suoi e dello sportello
    }
bot-mydata-json = Tutto quello che teniamo su di Lei è in questo file (JSON). Si apre con un computer o con il telefono.
bot-mydata-wait = 📄 Ho già ricevuto la Sua domanda. Può chiedere un’altra copia dopo le { $at }.
bot-forget-ask =
    🗑 Vuole cancellare i Suoi dati?

    Cancello: nome, messaggi, risposte. Tolgo i messaggi anche dal telefono degli operatori: quelli più vecchi di 2 giorni possono restare lì.
    Resta solo un numero per ogni richiesta, senza il Suo nome, per contare.
    { PLURAL($count) ->
        [0] Non ha richieste aperte.
        [one] Fermo anche { $count } richiesta aperta.
       *[other] Fermo anche { $count } richieste aperte.
    }
bot-forget-yes-button = 🗑 Sì, cancella tutto
bot-forget-no-button = ◀ No
bot-forget-staff = Lei lavora per lo sportello. Prima un amministratore deve togliere il Suo accesso con /remove.
bot-forgotten = ✅ Ho cancellato i Suoi dati. Per ricominciare scriva /start.
bot-looks-private = ⚠️ Il messaggio sembra un numero di documento. Non l’ho mandato. Per favore, non scriva qui documenti o nomi di bambini.
bot-delete-button = 🗑 Cancella il messaggio
bot-deleted = ✅ Il messaggio non c’è più.
bot-keep-button = ✅ Non è un documento
bot-welcome = ✅ Buongiorno { $name }! Ora Lei è: { $role }. Sportello: { $desk }. Scriva /help per vedere i comandi.
bot-invitation-used = Questo invito è già usato. Chieda un nuovo invito.
bot-invitation-expired = Questo invito è scaduto. Chieda un nuovo invito.
bot-invitation-unknown = Non conosco questo invito. Chieda un nuovo invito.
bot-usage = Si scrive così: { $grammar }
    Per esempio: { $example }
bot-invited =
    ✅ Invito per: { $role }. Sportello: { $desk }.
    Vale una volta sola, fino a { $until }:
    { $link }
bot-staff = 👥 Le persone dello sportello:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } non ha più accesso. { PLURAL($count) ->
        [one] { $count } richiesta torna in coda.
       *[other] { $count } richieste tornano in coda.
    }
bot-remove-ask = Togliamo l’accesso a { $name }? Le richieste aperte di questa persona tornano in coda.
bot-remove-yes-button = 🗑 Sì, togli l’accesso
bot-you-were-removed = Il Suo accesso da operatore è finito. Grazie per il lavoro fatto. Può ancora usare il servizio come tutti.
bot-last-admin = Non si può: serve almeno un amministratore.
bot-nobody-there = Non c’è nessuno con questo numero. Scriva /staff per vedere i numeri.
bot-no-such-desk = Non conosco lo sportello { $desk }. Ci sono: { $list }
bot-bound = ✅ Le nuove richieste arrivano in questo gruppo, senza dati personali.
bot-bind-in-group = Scriva /bind nel gruppo degli operatori.
bot-added-to-group = 👋 Buongiorno! Un amministratore può scrivere /bind: le nuove richieste arrivano qui.

role-mediator = mediatore o mediatrice
role-operator = operatore o operatrice
role-admin = amministratore o amministratrice
desk-name-none = nessuno

command-start = Ricominciare
command-menu = Menu
command-school = Lo sportello viene a scuola
command-info = Fare una domanda
command-mediator = Chiedere un mediatore
command-requests = Le mie richieste
command-person = Parlare con una persona
command-sos = Aiuto subito
command-language = Cambiare lingua
command-privacy = Come usiamo i Suoi dati
command-whoareyou = Che cos’è questo programma?
command-mydata = Vedere i miei dati
command-forget = Cancellare i miei dati
command-cancel = Fermare
command-code = Codice di una scuola
command-x = Uscire e cancellare
command-help = Aiuto
command-invite = Invitare un collega
command-staff = Chi lavora allo sportello
command-remove = Togliere l’accesso
command-bind = Annunci in questo gruppo
