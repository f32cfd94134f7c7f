# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Shqip

bot-hello =
    👋 Mirëdita! Ky është sporteli i ndihmës (sportello) për personat e huaj.
    Është falas. Ju mund të pyesni në gjuhën tuaj.
bot-choose-language = 🌐 Zgjidhni gjuhën tuaj:

bot-notice-short =
    🔒 Mesazhet tuaja i përdorim vetëm që t'ju përgjigjemi. I lexon vetëm personeli i sportelit.
    Telegram është një kompani private dhe i ruan mesazhet. Për gjëra shumë private, ejani në sportel.
bot-notice-full =
    🔒 Njoftim për privatësinë, versioni { $version }

    Kush i përdor të dhënat: sporteli i distriktit social Sud Est Milano, një shërbim publik. E bën për t'ju ndihmuar. Është interes publik: neni 6 i GDPR (ligji evropian për të dhënat).
    Cilat të dhëna: gjuha, mesazhet, përgjigjet e pyetjeve. Nuk pyesim për lejen e qëndrimit (permesso di soggiorno), fenë ose sëmundjet.
    Kush i sheh: vetëm personeli që ju përgjigjet. Të dhënat janë të mbyllura me një çelës (të koduara).
    Për sa kohë: deri në 12 muaj pas fundit të kërkesës.
    Telegram: është një kompani private, me kompjuterë edhe jashtë Evropës. Nëse nuk doni të përdorni Telegram, mund të vini në sportel ose të telefononi.
    Të drejtat tuaja: mund t'i shihni të dhënat tuaja me /mydata dhe t'i fshini me /forget. Mund t'i korrigjoni të dhënat: kërkojeni te sporteli. Mund të ankoheni te Garante (autoriteti italian për privatësinë).
bot-notice-ok-button = 👍 Në rregull
bot-notice-read-button = 📄 Lexo të gjitha
bot-who-button = 🤖 Çfarë është kjo?
bot-who-are-you =
    🤖 Unë jam një program, jo një njeri. E marr kërkesën tuaj dhe e çoj te sporteli.
    🧑 Pastaj përgjigjet një njeri nga sporteli. Pasi ta dërgoni kërkesën, shihni ditën dhe orën e përgjigjes.
    ✅ Shërbimi është falas. Nuk duhet asnjë dokument për të pyetur.
bot-menu = Çfarë doni të bëni?
bot-menu-school-button = 🏫 Sporteli në shkollë
bot-menu-info-button = ℹ️ Informacione
bot-menu-mediator-button = 🗣 Ndërmjetës
bot-menu-requests-button = 📋 Kërkesat e mia
bot-menu-help-now-button = 🆘 Ndihmë tani
bot-menu-language-button = 🌐 Gjuha
bot-menu-person-button = 👤 Flisni me ne
bot-keys = 👇 Këta dy butona janë gjithmonë këtu poshtë.
bot-key-menu-button = 🏠 Menyja
bot-help =
    Ja çfarë mund të bëni:

    🏫 /school: sporteli vjen në shkollë
    ℹ️ /info: bëni një pyetje
    🗣 /mediator: kërkoni një ndërmjetës (për gjuhën)
    📋 /requests: shihni kërkesat tuaja
    👤 /person: flisni me një njeri
    🆘 /sos: ndihmë tani
    🌐 /language: ndryshoni gjuhën
    🔒 /privacy: si i përdorim të dhënat tuaja
    ✖️ /x: dilni dhe fshini

    Mund edhe të shkruani ose të flisni: unë e çoj mesazhin te sporteli.
bot-unknown-command = Nuk e njoh { $command }. Shtypni 🏠 Menyja ose shkruani /help.
bot-did-you-mean = Nuk e njoh { $command }. Mos doni { $meant }?
bot-not-for-you = Kjo komandë është vetëm për personelin e sportelit. Shtypni 🏠 Menyja.
bot-too-fast = ✋ Po shkruani shumë shpejt. I lexoj mesazhet tuaja një nga një dhe nuk humbas asnjë: prisni pak. Nëse jeni në rrezik, shtypni 🆘.
bot-too-much = ✋ Ka tashmë shumë mesazhe në pritje. Atë që shkruani tani nuk mund ta ruaj: shkruani përsëri pas dhjetë minutash. Mesazhet zanore, fotot dhe skedarët i ruaj. Nëse jeni në rrezik, shtypni 🆘.
bot-too-much-text = ✋ Sot keni shkruar tashmë shumë tekst. Atë që shkruani tani e lexoj nesër. Mesazhet zanore dhe fotot arrijnë edhe sot. Nëse jeni në rrezik, shtypni 🆘.
bot-too-many-taps = ✋ Shumë shtypje në pak kohë. Prisni një minutë, pastaj shtypni përsëri. 🆘 funksionon gjithmonë.
bot-too-many-open = ✋ Keni tashmë { $count } kërkesa të hapura: tani nuk mund të hap një tjetër. Shkruani te njëra prej tyre, ose mbyllni një dhe pastaj dërgoni këtë: përgjigjet tuaja mbeten këtu.
bot-cannot-carry = Këtë mesazh nuk mund t’ia çoj askujt: Telegrami nuk e lejon të kalojë. Shkruajeni me fjalët tuaja, ose dërgoni një foto, një skedar ose një mesazh zanor.
bot-not-understood = Nuk mund ta lexoj këtë mesazh. Shkruani, dërgoni një mesazh zanor ose shtypni 🏠 Menyja.
bot-old-button = Ky buton është i vjetër. Ja menyja.
bot-apology = Më vjen keq, diçka nuk shkon. Mesazhi juaj nuk humbi: përgjegjësit janë njoftuar. Në rrezik shtypni 🆘 ose telefononi numrin { $n112 }.
bot-nothing-to-cancel = Në rregull. Nuk ka asgjë për të ndalur.
bot-cancelled = Në rregull, i ndala të gjitha. Nuk dërgova asgjë.
bot-link-unknown = Nuk e njoh këtë kod. Ja menyja.
bot-link-desk = 📍 Sporteli në { $desk }. Kërkesat tuaja vijnë këtu.
bot-ask-code = Shkruani kodin pas komandës, për shembull: /code MIPS11002E
bot-edit-seen = E pashë: ndryshuat një mesazh. Nuk është në një kërkesë, prandaj nuk ndryshon asgjë.
bot-in-private = Më shkruani privatisht, ju lutem.
bot-sos-in-group = 🆘 Në rrezik tani? Telefononi { $n112 }. Këtu lexojnë të gjithë: më shkruani privatisht.
bot-mydata =
    📄 Këto janë të dhënat tuaja:

    Emri në Telegram: { $name }
    Gjuha: { $language }
    Njoftimi i lexuar: { $notice }
    { PLURAL($count) ->
        [one] { $count } kërkesë
       *[other] { $count } kërkesa
    }
    { PLURAL($messages) ->
        [one] { $messages } mesazh, i juaji ose i sportelit
       *[other] { $messages } mesazhe, tuajat dhe të sportelit
    }
bot-mydata-json = Gjithçka që ruajmë për ju është në këtë skedar (JSON). Hapet me kompjuter ose me telefon.
bot-mydata-wait = 📄 E kam marrë tashmë kërkesën tuaj. Mund të kërkoni një kopje tjetër pas orës { $at }.
bot-forget-ask =
    🗑 Doni t'i fshini të dhënat tuaja?

    Fshij: emrin, mesazhet, përgjigjet. I heq mesazhet edhe nga telefoni i operatorëve: ato më të vjetra se 2 ditë mund të mbeten atje.
    Mbetet vetëm një numër për çdo kërkesë, pa emrin tuaj, për të numëruar.
    { PLURAL($count) ->
        [0] Nuk keni kërkesa të hapura.
        [one] Ndaloj edhe { $count } kërkesë të hapur.
       *[other] Ndaloj edhe { $count } kërkesa të hapura.
    }
bot-forget-yes-button = 🗑 Po, fshiji të gjitha
bot-forget-no-button = ◀ Jo
bot-forget-staff = Ju punoni për sportelin. Më parë, një administrator duhet t'jua heqë hyrjen me /remove.
bot-forgotten = ✅ I fshiva të dhënat tuaja. Për të filluar përsëri, shkruani /start.
bot-looks-private = ⚠️ Mesazhi duket si numër dokumenti. Nuk e dërgova. Ju lutem, mos shkruani këtu dokumente ose emra fëmijësh.
bot-delete-button = 🗑 Fshije mesazhin
bot-deleted = ✅ Mesazhi u fshi.
bot-keep-button = ✅ Nuk është dokument
bot-welcome = ✅ Mirëdita, { $name }! Roli juaj tani: { $role }. Sporteli: { $desk }. Shkruani /help për të parë komandat.
bot-invitation-used = Kjo ftesë është përdorur tashmë. Kërkoni një ftesë të re.
bot-invitation-expired = Kjo ftesë ka skaduar. Kërkoni një ftesë të re.
bot-invitation-unknown = Nuk e njoh këtë ftesë. Kërkoni një ftesë të re.
bot-usage = Shkruhet kështu: { $grammar }
    Për shembull: { $example }
bot-invited =
    ✅ Ftesë për: { $role }. Sporteli: { $desk }.
    Vlen vetëm një herë. Dita e fundit: { $until }.
    { $link }
bot-staff = 👥 Njerëzit e sportelit:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } nuk ka më hyrje. { PLURAL($count) ->
        [one] { $count } kërkesë kthehet në radhë.
       *[other] { $count } kërkesa kthehen në radhë.
    }
bot-remove-ask = Ta heqim hyrjen për { $name }? Kërkesat e hapura të këtij personi kthehen në radhë.
bot-remove-yes-button = 🗑 Po, hiqni hyrjen
bot-you-were-removed = Hyrja juaj si personel i sportelit mbaroi. Faleminderit për punën që bëtë. Mund ta përdorni shërbimin si gjithë të tjerët.
bot-last-admin = Nuk bëhet: duhet të paktën një administrator.
bot-nobody-there = Nuk ka njeri me këtë numër. Shkruani /staff për të parë numrat.
bot-no-such-desk = Nuk e njoh sportelin { $desk }. Ka këto sportele: { $list }
bot-bound = ✅ Kërkesat e reja vijnë në këtë grup, pa të dhëna personale.
bot-bind-in-group = Shkruani /bind në grupin e personelit.
bot-added-to-group = 👋 Mirëdita! Një administrator mund të shkruajë /bind: kërkesat e reja vijnë këtu.

role-mediator = ndërmjetës ose ndërmjetëse
role-operator = operator ose operatore
role-admin = administrator ose administratore
desk-name-none = asnjë

command-start = Filloni përsëri
command-menu = Menyja
command-school = Sporteli vjen në shkollë
command-info = Bëni një pyetje
command-mediator = Kërkoni një ndërmjetës (për gjuhën)
command-requests = Kërkesat e mia
command-person = Flisni me një njeri
command-sos = Ndihmë tani
command-language = Ndryshoni gjuhën
command-privacy = Si i përdorim të dhënat tuaja
command-whoareyou = Çfarë është ky program?
command-mydata = Shihni të dhënat tuaja
command-forget = Fshini të dhënat tuaja
command-cancel = Ndalni
command-code = Kodi i një shkolle
command-x = Dilni dhe fshini
command-help = Ndihmë
command-invite = Ftoni dikë në ekip
command-staff = Kush punon në sportel
command-remove = Hiqni hyrjen
command-bind = Njoftime në këtë grup
