# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ndihmë tani
crisis-title =
    Jeni në rrezik tani? Telefononi { $n112 }.
    Është falas. Flasin shumë gjuhë. Funksionon edhe pa kredit në telefon.
crisis-ask = Çfarë po ndodh? Shtypni një buton.

crisis-topic-danger = ⚠️ Rrezik tani
crisis-topic-violence = 🛑 Dikush më bën keq
crisis-topic-child = 🧒 Një fëmijë në rrezik
crisis-topic-alone-minor = 🎒 Nën 18, pa familje
crisis-topic-forced = 🔒 Më detyrojnë
crisis-topic-despair = 🌧️ Nuk mundem më
crisis-topic-ill = 🚑 Jam shumë keq
crisis-topic-shelter = 🛏️ S'kam ku të fle

crisis-card-danger =
    Telefononi menjëherë { $n112 }. Është falas, ditë e natë.
    Flasin shumë gjuhë. Funksionon edhe pa kredit në telefon.
    Thoni ku jeni: qyteti, rruga, një dyqan afër.
    Nuk mund të flisni? Përdorni aplikacionin { $n112 } Where ARE U: kërkoni ndihmë në heshtje.
crisis-card-violence =
    Jeni në rrezik tani? Telefononi { $n112 }.
    Dikush ju bën keq? Keni frikë nga dikush? Duan t'ju martojnë kundër dëshirës suaj? Nuk është faji juaj.
    Telefononi { $n1522 }: falas, sekret, ditë e natë. Edhe me chat: www.1522.eu
    Mund të kërkoni një person që flet shqip.
    Jeni nën 18 vjeç? Mund të telefononi edhe { $n114 }.
    Nëse mundeni, përdorni një telefon që nuk e kontrollon askush.
crisis-card-child =
    Një fëmijë është në rrezik tani? Telefononi { $n112 }.
    { $n114 } ndihmon fëmijë dhe të rritur: falas, ditë e natë, në shumë gjuhë.
    Je nën 18 vjeç? Mund të telefonosh edhe { $n19696 }. Nuk është faji yt.
    Mos e shkruani këtu emrin e fëmijës. Mos dërgoni foto.
crisis-card-alone-minor =
    Je në rrezik tani? Telefono { $n112 }.
    Je nën 18 vjeç dhe familja jote nuk është këtu? Në Itali ke të drejtë për mbrojtje, për një shtëpi dhe për shkollë. Edhe pa dokumente.
    { $n114 } të ndihmon: falas, ditë e natë, në shumë gjuhë.
    Nuk ke pse të tregosh për udhëtimin tënd.
crisis-card-forced =
    Jeni në rrezik tani? Telefononi { $n112 }.
    Dikush ju detyron të punoni, të bëni seks ose të lypni? Jua ka marrë dokumentet? Nuk është faji juaj.
    { $n800290290 }: falas, anonim, ditë e natë, në shumë gjuhë.
    Për probleme në punë: { $n800939000 }, nga e hëna në të premte, 9:30–18:00.
    Nëse numri nuk funksionon, përdorni një telefon tjetër ose telefononi { $n112 }.
crisis-card-despair =
    Telefononi tani { $n112 }. Për ju ka ndihmë.
    Përgjigjen ditë e natë, në shumë gjuhë.
    Me ndihmë, dhimbja mund të bëhet më e lehtë.
    Nëse mundeni, rrini pranë një njeriu që i besoni.
    Largoni gjërat e rrezikshme.
crisis-card-ill =
    Jeni shumë keq ose merrni frymë me vështirësi? Telefononi menjëherë { $n112 }.
    Thoni ku jeni. Mund të vijë një ambulancë.
    Nuk është e rëndë, por ju duhet një mjek natën ose në një ditë feste? Telefononi { $n116117 }.
    Këtu nuk mund të japim këshilla mjekësore.
crisis-card-shelter =
    Jeni në rrezik? Jeni keq nga i ftohti? Telefononi { $n112 }.
    Nuk keni ku të flini? Nuk keni çfarë të hani sot? Pyesni sot te sporteli.
    Sporteli kërkon një zgjidhje bashkë me ju. Nuk mund të premtojë një shtrat.
    Keni fëmijë me vete? Na e thoni menjëherë.
crisis-more =
    Numra të tjerë falas. Përgjigjen ditën, nga e hëna në të premte.
    { $n800901010 } UNAR: dikush ju trajton keq për shkak të origjinës suaj.
    { $narci } ARCI: për ata që kërkojnë azil dhe për refugjatët.
    Në rrezik telefononi gjithmonë { $n112 }.

crisis-nobody-reads = Tani askush nuk e lexon këtë chat. { $n112 }, { $n1522 } dhe { $n114 } përgjigjen ditë e natë.
crisis-someone-reads = Mund të shkruani edhe këtu. E lexon një njeri.
crisis-exit-button = ✖️ Pastro ekranin
crisis-exit-hint = /x fshin mesazhet e fundit. Për të hequr gjithë chat-in: mbani gishtin mbi chat-in në listë dhe zgjidhni «Fshij».
crisis-neutral =
    Fjalët italiane të ditës:
    il libro = libri
    la finestra = dritarja
    la mela = molla
crisis-noticed = Nëse jeni në rrezik, këta numra ndihmojnë tani. Unë vazhdoj me kërkesën tuaj.
crisis-other-language-button = 🌐 Gjuhë tjetër
crisis-back-button = ◀ Prapa
crisis-menu-button = 🏠 Menyja
