# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Lei for adults, tu for children and teenagers. The numbers are variables: never type one.

crisis-button = 🆘 Aiuto subito
crisis-title =
    È in pericolo adesso? Chiami il { $n112 }.
    È gratis. Parlano molte lingue. Funziona anche senza credito.
crisis-ask = Che cosa succede? Tocchi un pulsante.

crisis-topic-danger = ⚠️ Pericolo adesso
crisis-topic-violence = 🛑 Qualcuno mi fa male
crisis-topic-child = 🧒 Bambino in pericolo
crisis-topic-alone-minor = 🎒 Minore senza adulti
crisis-topic-forced = 🔒 Mi obbligano
crisis-topic-despair = 🌧️ Non ce la faccio più
crisis-topic-ill = 🚑 Sto molto male
crisis-topic-shelter = 🛏️ Non so dove dormire

crisis-card-danger =
    Chiami subito il { $n112 }. È gratis, giorno e notte.
    Parlano molte lingue. Funziona anche senza credito.
    Dica dove si trova: città, via, un negozio vicino.
    Non può parlare? Usi l'app { $n112 } Where ARE U: chiede aiuto in silenzio.
crisis-card-violence =
    È in pericolo adesso? Chiami il { $n112 }.
    Qualcuno Le fa male? Ha paura di una persona? Vogliono un matrimonio contro la Sua volontà? Non è colpa Sua.
    Chiami il { $n1522 }: gratis, segreto, giorno e notte. Anche in chat: www.1522.eu
    Chieda se c'è una persona che parla la Sua lingua.
    Ha meno di 18 anni? C'è anche il { $n114 }.
    Se può, usi un telefono che nessuno controlla.
crisis-card-child =
    Un bambino è in pericolo adesso? Chiami il { $n112 }.
    Il { $n114 } aiuta bambini e adulti: gratis, giorno e notte, in molte lingue.
    Hai meno di 18 anni? Puoi chiamare anche il { $n19696 }. Non è colpa tua.
    Qui non scriva il nome del bambino. Non mandi foto.
crisis-card-alone-minor =
    Sei in pericolo adesso? Chiama il { $n112 }.
    Hai meno di 18 anni e la tua famiglia non è qui? In Italia hai diritto a protezione, a una casa e alla scuola. Anche senza documenti.
    Il { $n114 } ti aiuta: gratis, giorno e notte, in molte lingue.
    Non devi raccontare il tuo viaggio.
crisis-card-forced =
    È in pericolo adesso? Chiami il { $n112 }.
    Qualcuno La obbliga a lavorare, a fare sesso o a chiedere l'elemosina? Ha preso i Suoi documenti? Non è colpa Sua.
    { $n800290290 }: gratis, anonimo, giorno e notte, in molte lingue.
    Per problemi di lavoro: { $n800939000 }, da lunedì a venerdì, 9:30–18:00.
    Se il numero non funziona, usi un altro telefono o chiami il { $n112 }.
crisis-card-despair =
    Chiami adesso il { $n112 }. C'è aiuto per Lei.
    Rispondono giorno e notte, in molte lingue.
    Con un aiuto, il dolore può diventare meno forte.
    Se può, stia vicino a una persona di fiducia.
    Metta lontano le cose pericolose.
crisis-card-ill =
    Sta molto male o respira male? Chiami subito il { $n112 }.
    Dica dove si trova. Può arrivare un'ambulanza.
    Non è grave, ma serve un medico di notte o in un giorno di festa? Chiami il { $n116117 }.
    Qui non possiamo dare consigli medici.
crisis-card-shelter =
    È in pericolo? Sta male per il freddo? Chiami il { $n112 }.
    Non ha un posto per dormire? Non ha da mangiare oggi? Chieda oggi allo sportello.
    Lo sportello cerca con Lei. Non può promettere un letto.
    Ci sono bambini con Lei? Lo dica subito.
crisis-more =
    Altri numeri gratis. Rispondono di giorno, da lunedì a venerdì.
    { $n800901010 } UNAR: qualcuno La tratta male per la Sua origine.
    { $narci } ARCI: per chi chiede asilo e per i rifugiati.
    In pericolo chiami sempre il { $n112 }.

crisis-nobody-reads = Adesso nessuno legge questa chat. Il { $n112 }, il { $n1522 } e il { $n114 } rispondono giorno e notte.
crisis-someone-reads = Può anche scrivere qui. Legge una persona.
crisis-exit-button = ✖️ Pulisci lo schermo
crisis-exit-hint = /x cancella i messaggi recenti. Per togliere tutta la chat: tenga il dito sulla chat nell'elenco e scelga «Elimina».
crisis-neutral =
    Parole italiane di oggi:
    il libro – i libri
    la finestra – le finestre
    la mela – le mele
crisis-noticed = Se è in pericolo, questi numeri aiutano adesso. Io continuo con la Sua richiesta.
crisis-other-language-button = 🌐 Altra lingua
crisis-back-button = ◀ Indietro
crisis-menu-button = 🏠 Menu
