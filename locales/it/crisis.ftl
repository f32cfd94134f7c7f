# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Lei for adults, tu for children and teenagers. The numbers are variables: never type one.

crisis-button = 🆘 Aiuto subito
crisis-call = Pericolo? Chiamare è gratis, anche senza credito.
crisis-ask = Che cosa succede? Tocchi un pulsante.
crisis-voice = 🎤 Un vocale mandato adesso arriva subito allo sportello.

crisis-topic-danger = ⚠️ Pericolo adesso
crisis-topic-violence = 🛑 Qualcuno mi fa male
crisis-topic-child = 🧒 Bambino in pericolo
crisis-topic-alone-minor = 🎒 Minorenne, solo o sola
crisis-topic-forced = 🔒 Mi obbligano
crisis-topic-despair = 🌧️ Non ce la faccio più
crisis-topic-ill = 🚑 Sto molto male
crisis-topic-shelter = 🛏️ Non so dove dormire

# A card: the number alone, then these lines. All of it stays within 300 characters, also with two of them.
crisis-line-danger = Dica dove si trova: città, via.
crisis-line-violence = { $n1522 }: violenza, giorno e notte.
crisis-line-child = { $n114 }: bambini, giorno e notte.
crisis-line-alone-minor = { $n114 }: se hai meno di 18 anni.
crisis-line-forced = { $n800290290 }: se La obbligano.
crisis-line-despair = C’è aiuto, giorno e notte.
crisis-line-ill = Sta molto male? Dica dove si trova.
crisis-line-shelter = Senza letto o cibo? Lo dica qui.

# One line more, where a card is about one thing alone; with two, `crisis-not-report` stands here.
crisis-also-danger = Non può parlare? Usi l’app «{ $n112 } Where ARE U».
crisis-also-violence = Non è colpa Sua. Scrivere qui non è una denuncia.
crisis-also-child = Questa non è una segnalazione: niente nomi, niente domande al bambino.
crisis-also-alone-minor = Hai diritto a un posto dove vivere e alla scuola.
crisis-also-forced = Non è colpa Sua. Scrivere qui non è una denuncia.
crisis-also-despair = Qualcuno Le fa male? Chiami anche il { $n1522 }.
crisis-also-ill = Qui non possiamo dare consigli medici.
crisis-also-shelter = Non possiamo promettere un letto.
crisis-not-report = Questa non è una denuncia né una segnalazione.

# Nothing here may promise: that somebody comes, reads or answers, that it stays secret (see tests/it/locales/never.tsv).
crisis-unread = Nessuno l’ha ancora letto. Deve leggerlo una persona?
crisis-offer = Nessuno lo sa ancora. Vuole una persona dello sportello?
crisis-nobody-reads = Ora non legge nessuno: rispondono { $n112 }, { $n1522 } e { $n114 }.
crisis-limits = A volte chi legge deve avvisare altri. { $n1522 }: anche senza nome.
crisis-is-it-now = Lo sportello non l’ha ancora aperto. È per un aiuto adesso?
crisis-sent = ✅ { $number }: è allo sportello, urgente.
crisis-sent-unread = Nessuno l’ha ancora letto.
crisis-soft = È in pericolo? Qui ci sono i numeri che rispondono subito:

crisis-yes-button = 🙋 Sì, una persona
crisis-later-button = 🙋 Sì, quando riapre
crisis-now-button = 🆘 Sì, aiuto adesso
crisis-more-button = ➕ Altro
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Indietro
crisis-exit-button = ✖️ Esci e cancella
crisis-menu-button = 🏠 Menu

# One tap further: what a card has no room for.
crisis-more-danger =
    Chiami subito il { $n112 }. È gratis, giorno e notte.
    Parlano molte lingue. Funziona anche senza credito.
    Dica dove si trova: città, via, un negozio vicino.
    Non può parlare? Usi l’app { $n112 } Where ARE U: chiede aiuto in silenzio.
crisis-more-violence =
    È in pericolo adesso? Chiami il { $n112 }.
    Qualcuno Le fa male? Ha paura di una persona? Vogliono farLa sposare e Lei non vuole? Non è colpa Sua.
    Chiami il { $n1522 }: aiuto contro la violenza. Gratis, riservato, giorno e notte. Anche in chat: www.1522.eu
    Chieda se c’è una persona che parla la Sua lingua.
    Hai meno di 18 anni? C’è anche il { $n114 }.
    Se può, usi un telefono che nessuno controlla.
crisis-more-child =
    Un bambino è in pericolo adesso? Chiami il { $n112 }.
    Il { $n114 } aiuta bambini e adulti: gratis, giorno e notte, in molte lingue.
    Hai meno di 18 anni? Puoi chiamare anche il { $n19696 }. Non è colpa tua.
    Qui non scriva il nome del bambino. Non mandi foto.
    Lavora a scuola? Ne parli oggi con il dirigente.
crisis-more-alone-minor =
    Sei in pericolo adesso? Chiama il { $n112 }.
    Hai meno di 18 anni e la tua famiglia non è qui? In Italia hai diritto a protezione, a un posto dove vivere e alla scuola. Anche senza documenti.
    Il { $n114 } ti aiuta: gratis, giorno e notte, in molte lingue.
    Non devi raccontare il tuo viaggio.
crisis-more-forced =
    È in pericolo adesso? Chiami il { $n112 }.
    Qualcuno La obbliga a lavorare, a fare sesso o a chiedere l’elemosina? Ha preso i Suoi documenti? Non è colpa Sua.
    { $n800290290 }: gratis, anonimo, giorno e notte, in molte lingue.
    Per problemi di lavoro: { $n800939000 }, da lunedì a venerdì, 9:30–18:00.
    Se il numero non funziona, usi un altro telefono o chiami il { $n112 }.
crisis-more-despair =
    Pensa alla morte? Vuole farsi male? Chiami adesso il { $n112 }. C’è aiuto: Lei non è solo o sola.
    Rispondono giorno e notte, in molte lingue.
    Qualcuno Le fa male? Può chiamare anche il { $n1522 }.
crisis-more-ill =
    Sta molto male o respira male? Chiami subito il { $n112 }.
    Dica dove si trova. Può arrivare un’ambulanza.
    Non è grave, ma serve un medico di notte o in un giorno di festa? Chiami il { $n116117 }.
    Qui non possiamo dare consigli medici.
crisis-more-shelter =
    È in pericolo? Sta male per il freddo? Chiami il { $n112 }.
    Non ha un posto per dormire? Non ha da mangiare oggi? Lo dica allo sportello.
    Lo sportello cerca una soluzione con Lei. Non possiamo promettere un letto.
    Ci sono bambini con Lei? Lo dica subito.
crisis-more =
    Altri numeri gratis. Rispondono di giorno, da lunedì a venerdì.
    { $n800901010 } UNAR: qualcuno La tratta male per la Sua origine.
    { $narci } ARCI: per chi chiede asilo e per i rifugiati.
    In pericolo chiami sempre il { $n112 }.
crisis-exit-hint = «Esci e cancella» (o /x) cancella i messaggi recenti. Per togliere tutta la chat: tenga il dito sulla chat nell’elenco e scelga «Elimina» o «Delete».

crisis-neutral =
    Parole italiane di oggi:
    il libro – i libri
    la finestra – le finestre
    la mela – le mele
