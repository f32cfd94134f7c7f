# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ndimbal léegi
crisis-title =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Doo fey dara. Dañuy wax làkk yu bare. Dafay dox sax soo amul kredi.
crisis-ask = Lu xew? Bësal benn butoŋ.

crisis-topic-danger = ⚠️ Loraange léegi
crisis-topic-violence = 🛑 Am na ku may lor
crisis-topic-child = 🧒 Xale ci loraange
crisis-topic-alone-minor = 🎒 Amuma 18 at, man rekk
crisis-topic-forced = 🔒 Dañu may forse
crisis-topic-despair = 🌧️ Mënatuma
crisis-topic-ill = 🚑 Feebar bu tar
crisis-topic-shelter = 🛏️ Amuma fu ma nelaw

crisis-card-danger =
    Woowal { $n112 } léegi. Doo fey dara, guddi ak bëccëg.
    Dañuy wax làkk yu bare. Dafay dox sax soo amul kredi.
    Waxal fi nga nekk: dëkk bi, mbedd mi, bitig bu jege.
    Mënuloo wax? Jëfandikool aplikaasioŋ { $n112 } Where ARE U: ñaanal ndimbal te doo wax.
crisis-card-violence =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Ndax am na ku lay lor? Ndax am na koo ragal? Ndax dañu lay forse ci séy bu la neexul? Du sa njuumte.
    Woowal { $n1522 }: doo fey dara, sutura la, guddi ak bëccëg. Mën nga bind it: www.1522.eu
    Mën nga laaj ku wax sa làkk.
    Amuloo 18 at? Mën nga woo { $n114 } it.
    Soo mënee, jëfandikool telefon bu kenn dul xool.
crisis-card-child =
    Ndax am na xale bu nekk ci loraange léegi? Woowal { $n112 }.
    { $n114 } dafay dimbali xale yi ak mag ñi: doo fey dara, guddi ak bëccëg, ci làkk yu bare.
    Amuloo 18 at? Mën nga woo { $n19696 } it. Du sa njuumte.
    Bul bind fii turu xale bi. Bul yónnee nataal.
crisis-card-alone-minor =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Amuloo 18 at te sa waa kër nekkuñu fi? Ci Itali, am nga sañ-sañu kaaraange, kër ak jàng. Sax soo amul kayit.
    { $n114 } dafa lay dimbali: doo fey dara, guddi ak bëccëg, ci làkk yu bare.
    Soxlawuloo nettali sa tukki.
crisis-card-forced =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Ndax am na ku lay forse nga liggéey, tëdd ak nit wala yelwaan? Ndax jël na say kayit? Du sa njuumte.
    { $n800290290 }: doo fey dara, doo wax sa tur, guddi ak bëccëg, ci làkk yu bare.
    Ngir jafe-jafe liggéey: { $n800939000 }, altine ba àjjuma, 9:30–18:00.
    Su nimero bi doxul, jëfandikool beneen telefon wala nga woo { $n112 }.
crisis-card-despair =
    Woowal { $n112 } léegi. Nekkuloo yaw rekk.
    Dañuy tontu guddi ak bëccëg, ci làkk yu bare.
    Su la nit dimbalee, naqar wi mën na wàññeeku.
    Soo mënee, toogal ak ku nga wóolu.
    Soreleel lépp lu mën a lore.
crisis-card-ill =
    Ndax feebar bi dafa tar wala noyyi dafa jafe? Woowal { $n112 } léegi.
    Waxal fi nga nekk. Ambilaas mën na ñëw.
    Tarul, waaye soxla nga doktoor ci guddi wala ci bësu feet? Woowal { $n116117 }.
    Fii mënuñu joxe xelal ci wàllu paj.
crisis-card-shelter =
    Ndax yaa ngi ci loraange? Ndax sedd bi dafa lay feebarloo? Woowal { $n112 }.
    Amuloo fu nga nelaw? Amuloo lu nga lekk tey? Laajal tey biro ndimbal bi (sportello).
    Biro bi dafay seet ndimbal ak yaw. Mënul dige lal.
    Ndax am nga xale yu ànd ak yaw? Waxal ko léegi.
crisis-more =
    Yeneen nimero yu ñu dul fey. Dañuy tontu bëccëg, altine ba àjjuma.
    { $n800901010 } UNAR: su la nit toroxalee ndax fa nga jóge.
    { $narci } ARCI: ngir ñi ñaan asil ak réfugié yi.
    Ci loraange, woowal { $n112 } saa yu nekk.

crisis-nobody-reads = Léegi kenn du jàng waxtaan wii. { $n112 }, { $n1522 } ak { $n114 } dañuy tontu guddi ak bëccëg.
crisis-someone-reads = Mën nga bind fii it. Nit dina ko jàng.
crisis-exit-button = ✖️ Fomp ekraŋ bi
crisis-exit-hint = /x dafay far bataaxal yu mujj yi. Ngir far waxtaan wi yépp: bësal waxtaan wi ci list bi ba mu yàgg, tànnal « Delete ».
crisis-neutral =
    Baati Itali yi tey:
    il libro = téere
    la finestra = palanteer
    la mela = pom
crisis-noticed = Soo nekkee ci loraange, nimero yii dañuy dimbali léegi. Maa ngi wéyal sa ñaan.
crisis-other-language-button = 🌐 Weneen làkk
crisis-back-button = ◀ Dellu
crisis-menu-button = 🏠 Menu bi
