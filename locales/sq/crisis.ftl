# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ndihmë tani
crisis-call = Rrezik? Telefonata është falas, edhe pa kredit.
crisis-ask = Çfarë po ndodh? Shtypni një buton.
crisis-voice = 🎤 Një mesazh me zë tani shkon menjëherë te sporteli.

crisis-topic-danger = ⚠️ Rrezik tani
crisis-topic-violence = 🛑 Dikush më dhunon
crisis-topic-child = 🧒 Një fëmijë në rrezik
crisis-topic-alone-minor = 🎒 Nën 18, pa familje
crisis-topic-forced = 🔒 Më detyrojnë
crisis-topic-despair = 🌧️ Nuk mundem më
crisis-topic-ill = 🚑 Jam shumë keq
crisis-topic-shelter = 🛏️ S'kam ku të fle

crisis-line-danger = Thoni ku jeni: qyteti, rruga.
crisis-line-violence = { $n1522 }: dhunë, ditë e natë.
crisis-line-child = { $n114 }: fëmijë, ditë e natë.
crisis-line-alone-minor = { $n114 }: nëse je nën 18 vjeç.
crisis-line-forced = { $n800290290 }: nëse ju detyrojnë.
crisis-line-despair = Ka ndihmë, ditë e natë.
crisis-line-ill = Jeni shumë keq? Thoni ku jeni.
crisis-line-shelter = Pa shtrat a ushqim? Na thoni.

crisis-also-danger = Nuk mund të flisni? Aplikacioni «{ $n112 } Where ARE U».
crisis-also-violence = Nuk është faji juaj. Të shkruani këtu nuk është kallëzim.
crisis-also-child = Nuk është njoftim zyrtar: pa emra, mos e pyesni fëmijën.
crisis-also-alone-minor = Ke të drejtë për një vend ku të jetosh dhe për shkollë.
crisis-also-forced = Nuk është faji juaj. Të shkruani këtu nuk është kallëzim.
crisis-also-despair = Dikush ju dhunon? Telefononi edhe { $n1522 }.
crisis-also-ill = Këtu nuk mund të japim këshilla mjekësore.
crisis-also-shelter = Nuk mund të premtojmë një shtrat.
crisis-not-report = Ky nuk është kallëzim e as njoftim zyrtar.

crisis-unread = Askush nuk e ka lexuar ende. Ta lexojë një njeri?
crisis-offer = Askush nuk e di ende. Doni një njeri nga sporteli?
crisis-nobody-reads = Tani s’lexon askush: përgjigjen { $n112 }, { $n1522 }, { $n114 }.
crisis-limits = Ndonjëherë kush lexon duhet të njoftojë të tjerë. { $n1522 }: edhe pa emër.
crisis-is-it-now = Sporteli nuk e ka hapur ende. A është për ndihmë tani?
crisis-sent = ✅ { $number }: është te sporteli, urgjent.
crisis-sent-unread = Askush nuk e ka lexuar ende.
crisis-soft = Jeni në rrezik? Këtu janë numrat që përgjigjen menjëherë:

crisis-yes-button = 🙋 Po, një njeri
crisis-later-button = 🙋 Po, kur të hapet
crisis-now-button = 🆘 Po, ndihmë tani
crisis-more-button = ➕ Më shumë
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Prapa
crisis-exit-button = ✖️ Dil dhe fshi
crisis-menu-button = 🏠 Menyja

crisis-more-danger =
    Telefononi menjëherë { $n112 }. Është falas, ditë e natë.
    Flasin shumë gjuhë. Funksionon edhe pa kredit në telefon.
    Thoni ku jeni: qyteti, rruga, një dyqan afër.
    Nuk mund të flisni? Përdorni aplikacionin { $n112 } Where ARE U: kërkoni ndihmë në heshtje.
crisis-more-violence =
    Jeni në rrezik tani? Telefononi { $n112 }.
    Dikush ju dhunon ose ju lëndon? Keni frikë nga dikush? Duan t'ju martojnë kundër dëshirës suaj? Nuk është faji juaj.
    Telefononi { $n1522 }: ndihmë kundër dhunës. Falas, konfidenciale, ditë e natë. Edhe me chat: www.1522.eu
    Mund të kërkoni një person që flet shqip.
    Jeni nën 18 vjeç? Mund të telefononi edhe { $n114 }.
    Nëse mundeni, përdorni një telefon që nuk e kontrollon askush.
crisis-more-child =
    Një fëmijë është në rrezik tani? Telefononi { $n112 }.
    { $n114 } ndihmon fëmijë dhe të rritur: falas, ditë e natë, në shumë gjuhë.
    Je nën 18 vjeç? Mund të telefonosh edhe { $n19696 }. Nuk është faji yt.
    Mos e shkruani këtu emrin e fëmijës. Mos dërgoni foto.
    Punoni në shkollë? Flisni sot me drejtorin.
crisis-more-alone-minor =
    Je në rrezik tani? Telefono { $n112 }.
    Je nën 18 vjeç dhe familja jote nuk është këtu? Në Itali ke të drejtë për mbrojtje, për një vend ku të jetosh dhe për shkollë. Edhe pa dokumente.
    { $n114 } të ndihmon: falas, ditë e natë, në shumë gjuhë.
    Nuk ke pse të tregosh për udhëtimin tënd.
crisis-more-forced =
    Jeni në rrezik tani? Telefononi { $n112 }.
    Dikush ju detyron të punoni, të bëni seks ose të lypni? Jua ka marrë dokumentet? Nuk është faji juaj.
    { $n800290290 }: falas, anonim, ditë e natë, edhe në shqip.
    Për probleme në punë: { $n800939000 }, nga e hëna në të premte, 9:30–18:00.
    Nëse numri nuk funksionon, përdorni një telefon tjetër ose telefononi { $n112 }.
crisis-more-despair =
    Po mendoni për vdekjen ose për t'i bërë keq vetes? Telefononi tani { $n112 }. Për ju ka ndihmë.
    Përgjigjen ditë e natë, në shumë gjuhë.
    Dikush ju dhunon? Mund të telefononi edhe { $n1522 }.
crisis-more-ill =
    Jeni shumë keq ose merrni frymë me vështirësi? Telefononi menjëherë { $n112 }.
    Thoni ku jeni. Mund të vijë një ambulancë.
    Nuk është e rëndë, por ju duhet një mjek natën ose në një ditë feste? Telefononi { $n116117 }.
    Këtu nuk mund të japim këshilla mjekësore.
crisis-more-shelter =
    Jeni në rrezik? Jeni keq nga i ftohti? Telefononi { $n112 }.
    Nuk keni ku të flini? Nuk keni çfarë të hani sot? Thuajini sportelit.
    Sporteli kërkon një zgjidhje bashkë me ju. Nuk mund të premtojë një shtrat.
    Keni fëmijë me vete? Na e thoni menjëherë.
crisis-more =
    Numra të tjerë falas. Përgjigjen ditën, nga e hëna në të premte.
    { $n800901010 } UNAR: dikush ju trajton keq për shkak të origjinës suaj.
    { $narci } ARCI: për ata që kërkojnë azil dhe për refugjatët.
    Në rrezik telefononi gjithmonë { $n112 }.
crisis-exit-hint = «Dil dhe fshi» (ose /x) fshin mesazhet e fundit. Për të hequr gjithë chat-in: mbani gishtin mbi chat-in në listë dhe zgjidhni «Elimina» ose «Delete».

crisis-neutral =
    Fjalët italiane të ditës:
    il libro = libri
    la finestra = dritarja
    la mela = molla
