# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ndimbal léegi
crisis-call = Loraange? Woo ko doo fey dara, sax soo amul kredi.
crisis-ask = Lu xew? Bësal benn butoŋ.
crisis-voice = 🎤 Kàddu gi nga yónnee léegi day dem ci biro bi.

crisis-topic-danger = ⚠️ Loraange léegi
crisis-topic-violence = 🛑 Am na ku may lor
crisis-topic-child = 🧒 Xale ci loraange
crisis-topic-alone-minor = 🎒 Amuma 18 at, man rekk
crisis-topic-forced = 🔒 Dañu may forse
crisis-topic-despair = 🌧️ Mënatuma
crisis-topic-ill = 🚑 Feebar bu tar
crisis-topic-shelter = 🛏️ Amuma fu ma nelaw

crisis-line-danger = Waxal fi nga nekk: dëkk, mbedd.
crisis-line-violence = { $n1522 }: fitna, guddi ak bëccëg.
crisis-line-child = { $n114 }: xale yi, guddi ak bëccëg.
crisis-line-alone-minor = { $n114 }: soo amul 18 at.
crisis-line-forced = { $n800290290 }: su la kenn forsee.
crisis-line-despair = Ndimbal am na, guddi ak bëccëg.
crisis-line-ill = Feebar bu tar? Waxal fi nga nekk.
crisis-line-shelter = Amuloo lal wala lekk? Waxal ko biro bi.

crisis-also-danger = Mënuloo wax? Jëfandikool « { $n112 } Where ARE U ».
crisis-also-violence = Du sa njuumte. Bind fii du plainte ci polis.
crisis-also-child = Lii du déclaration: bul bind tur, bul laaj xale bi.
crisis-also-alone-minor = Am nga sañ-sañu fu nga dëkk ak jàng.
crisis-also-forced = Du sa njuumte. Bind fii du plainte ci polis.
crisis-also-despair = Am na ku lay lor? Woowal { $n1522 } it.
crisis-also-ill = Fii mënuñu joxe xelal ci wàllu paj.
crisis-also-shelter = Mënuñu dige lal.
crisis-not-report = Lii du plainte ci polis, du déclaration.

crisis-unread = Kenn jàngagul. Ndax nit war na ko jàng?
crisis-offer = Kenn xamagul. Ndax bëgg nga nit ci biro bi?
crisis-nobody-reads = Léegi kenn du jàng: { $n112 }, { $n1522 }, { $n114 } ñooy tontu.
crisis-limits = Yenn saay ki jàng dafa war koo wax ñeneen. { $n1522 }: doo wax sa tur.
crisis-is-it-now = Biro bi ubbeegu ko. Ndax ndimbal léegi la?
crisis-sent = ✅ { $number }: mu ngi ci biro bi, lu jamp la.
crisis-sent-unread = Kenn jàngagul.
crisis-soft = Ndax yaa ngi ci loraange? Nimero yiy tontu léegi ñooy yii:

crisis-yes-button = 🙋 Waaw, nit
crisis-later-button = 🙋 Waaw, bu ubbee
crisis-now-button = 🆘 Waaw, ndimbal léegi
crisis-more-button = ➕ Yeneen
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Dellu
crisis-exit-button = ✖️ Génn te far
crisis-menu-button = 🏠 Menu bi

crisis-more-danger =
    Woowal { $n112 } léegi. Doo fey dara, guddi ak bëccëg.
    Dañuy wax làkk yu bare. Dafay dox sax soo amul kredi.
    Waxal fi nga nekk: dëkk bi, mbedd mi, bitig bu jege.
    Mënuloo wax? Jëfandikool aplikaasioŋ { $n112 } Where ARE U: ñaanal ndimbal te doo wax.
crisis-more-violence =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Ndax am na ku lay lor? Ndax am na koo ragal? Ndax dañu lay forse ci séy bu la neexul? Du sa njuumte.
    Woowal { $n1522 }: ndimbal ci fitna. Doo fey dara, ak sutura, guddi ak bëccëg. Mën nga bind it: www.1522.eu
    Dañuy wax français it. Mën nga laaj ku wax sa làkk.
    Amuloo 18 at? Mën nga woo { $n114 } it.
    Soo mënee, jëfandikool telefon bu kenn dul xool.
crisis-more-child =
    Ndax am na xale bu nekk ci loraange léegi? Woowal { $n112 }.
    { $n114 } dafay dimbali xale yi ak mag ñi: doo fey dara, guddi ak bëccëg, ci làkk yu bare.
    Amuloo 18 at? Mën nga woo { $n19696 } it. Du sa njuumte.
    Bul bind fii turu xale bi. Bul yónnee nataal.
    Ndax ci lekool ngay liggéey? Waxal ko tey kilifa lekool bi.
crisis-more-alone-minor =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Amuloo 18 at te sa waa kër nekkuñu fi? Ci Itali, am nga sañ-sañu kaaraange, fu nga dëkk ak jàng. Sax soo amul kayit.
    { $n114 } dafa lay dimbali: doo fey dara, guddi ak bëccëg, ci làkk yu bare.
    Soxlawuloo nettali sa tukki.
crisis-more-forced =
    Ndax yaa ngi ci loraange léegi? Woowal { $n112 }.
    Ndax am na ku lay forse nga liggéey, tëdd ak nit wala yelwaan? Ndax jël na say kayit? Du sa njuumte.
    { $n800290290 }: doo fey dara, doo wax sa tur, guddi ak bëccëg, ci làkk yu bare.
    Ngir jafe-jafe liggéey: { $n800939000 }, altine ba àjjuma, 9:30–18:00, ci wolof it.
    Su nimero bi doxul, jëfandikool beneen telefon wala nga woo { $n112 }.
crisis-more-despair =
    Ndax yaa ngi xalaat dee wala lor sa bopp? Woowal { $n112 } léegi. Ndimbal am na: nekkuloo yaw rekk.
    Dañuy tontu guddi ak bëccëg, ci làkk yu bare.
    Ndax am na ku lay lor? Mën nga woo { $n1522 } it.
crisis-more-ill =
    Ndax feebar bi dafa tar wala noyyi dafa jafe? Woowal { $n112 } léegi.
    Waxal fi nga nekk. Ambilaas mën na ñëw.
    Tarul, waaye soxla nga doktoor ci guddi wala ci bësu feet? Woowal { $n116117 }.
    Fii mënuñu joxe xelal ci wàllu paj.
crisis-more-shelter =
    Ndax yaa ngi ci loraange? Ndax sedd bi dafa lay feebarloo? Woowal { $n112 }.
    Amuloo fu nga nelaw? Amuloo lu nga lekk tey? Waxal ko biro ndimbal bi (sportello).
    Biro bi dafay seet ndimbal ak yaw. Mënul dige lal.
    Ndax am nga xale yu ànd ak yaw? Waxal ko léegi.
crisis-more =
    Yeneen nimero yu ñu dul fey. Dañuy tontu bëccëg, altine ba àjjuma.
    { $n800901010 } UNAR: su la nit toroxalee ndax fa nga jóge.
    { $narci } ARCI: ngir ñi ñaan asil ak réfugié yi.
    Ci loraange, woowal { $n112 } saa yu nekk.
crisis-exit-hint = « Génn te far » (wala /x) dafay far bataaxal yu mujj yi. Ngir far waxtaan wi yépp: bësal waxtaan wi ci list bi ba mu yàgg, tànnal « Delete » wala « Elimina ».

crisis-neutral =
    Baati Itali yi tey:
    il libro = téere
    la finestra = palanteer
    la mela = pom
