# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Tulong ngayon
crisis-call = Panganib? Libre ang tawag, kahit walang load.
crisis-ask = Ano po ang nangyayari? Pumili ng isa.
crisis-voice = 🎤 Ang voice message na ipadala ngayon ay diretso sa tanggapan.

crisis-topic-danger = ⚠️ Panganib ngayon
crisis-topic-violence = 🛑 May nananakit sa akin
crisis-topic-child = 🧒 Batang nasa panganib
crisis-topic-alone-minor = 🎒 Wala pang 18, mag-isa
crisis-topic-forced = 🔒 Pinipilit ako
crisis-topic-despair = 🌧️ Hindi ko na kaya
crisis-topic-ill = 🚑 Malubha ang lagay ko
crisis-topic-shelter = 🛏️ Walang matulugan

crisis-line-danger = Sabihin kung nasaan: bayan, kalye.
crisis-line-violence = { $n1522 }: karahasan, araw at gabi.
crisis-line-child = { $n114 }: mga bata, araw at gabi.
crisis-line-alone-minor = { $n114 }: kung wala ka pang 18.
crisis-line-forced = { $n800290290 }: kung pinipilit kayo.
crisis-line-despair = May tulong, araw at gabi.
crisis-line-ill = Malubha? Sabihin kung nasaan kayo.
crisis-line-shelter = Walang tulugan o pagkain? Sabihin dito.

crisis-also-danger = Di makapagsalita? Gamitin ang app na "{ $n112 } Where ARE U".
crisis-also-violence = Hindi ninyo kasalanan. Hindi ito reklamo sa pulis.
crisis-also-child = Hindi ito opisyal na ulat: walang pangalan, huwag tanungin ang bata.
crisis-also-alone-minor = May karapatan ka sa matitirhan at sa paaralan.
crisis-also-forced = Hindi ninyo kasalanan. Hindi ito reklamo sa pulis.
crisis-also-despair = May nananakit sa inyo? Tawagan din ang { $n1522 }.
crisis-also-ill = Hindi kami makapagbibigay ng payong medikal dito.
crisis-also-shelter = Hindi namin maipapangako ang higaan.
crisis-not-report = Hindi ito reklamo sa pulis o opisyal na ulat.

crisis-unread = Wala pang nakabasa. Ipabasa ba sa isang tao?
crisis-offer = Wala pang nakakaalam. Ipaalam ba sa isang kawani?
crisis-nobody-reads = Walang nagbabasa ngayon: sumasagot ang { $n112 }, { $n1522 }, { $n114 }.
crisis-limits = Minsan, dapat ipaalam ng nagbabasa sa iba. { $n1522 }: kahit walang pangalan.
crisis-is-it-now = Hindi pa ito nabubuksan ng tanggapan. Para ba ito sa tulong ngayon?
crisis-sent = ✅ { $number }: nasa tanggapan na, urgent.
crisis-sent-unread = Wala pang nakabasa.
crisis-soft = Nasa panganib po ba kayo? Narito ang mga numerong sumasagot agad:

crisis-yes-button = 🙋 Oo, isang tao
crisis-later-button = 🙋 Oo, pagbukas nila
crisis-now-button = 🆘 Oo, tulong ngayon
crisis-more-button = ➕ Iba pa
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Bumalik
crisis-exit-button = ✖️ Lumabas at burahin
# same as Italian
crisis-menu-button = 🏠 Menu

crisis-more-danger =
    Tumawag po agad sa { $n112 }. Libre, araw at gabi.
    Maraming wika ang kanilang sinasalita. Gumagana kahit walang load.
    Sabihin kung nasaan kayo: bayan, kalye, malapit na tindahan.
    Hindi kayo makapagsalita? Gamitin ang app na { $n112 } Where ARE U: makakahingi ng tulong nang tahimik.
crisis-more-violence =
    Nasa panganib po ba kayo ngayon? Tumawag sa { $n112 }.
    May nananakit ba sa inyo? May kinatatakutan ba kayo? Pinipilit ba kayong magpakasal? Hindi ninyo ito kasalanan.
    Tumawag sa { $n1522 }: tulong laban sa karahasan. Libre, kumpidensiyal, araw at gabi. May chat din: www.1522.eu
    Sumasagot din sila sa Ingles. Itanong po kung may nagsasalita ng inyong wika.
    Wala pang 18 taon? Puwede ring tumawag sa { $n114 }.
    Kung kaya, gumamit ng teleponong walang ibang tumitingin.
crisis-more-child =
    May bata po bang nasa panganib ngayon? Tumawag sa { $n112 }.
    Tumutulong ang { $n114 } sa mga bata at sa mga adult: libre, araw at gabi, sa maraming wika.
    Wala ka pang 18 taon? Puwede ka ring tumawag sa { $n19696 }. Hindi mo ito kasalanan.
    Huwag isulat dito ang pangalan ng bata. Huwag magpadala ng litrato.
    Nagtatrabaho ba kayo sa paaralan? Sabihin ngayon sa punong-guro.
crisis-more-alone-minor =
    Nasa panganib ka ba ngayon? Tumawag sa { $n112 }.
    Wala ka pang 18 taon at wala rito ang pamilya mo? Sa Italy, may karapatan ka sa proteksiyon, sa tirahan at sa paaralan. Kahit walang dokumento.
    Makakatulong sa iyo ang { $n114 }: libre, araw at gabi, sa maraming wika.
    Hindi mo kailangang ikuwento ang iyong biyahe.
crisis-more-forced =
    Nasa panganib po ba kayo ngayon? Tumawag sa { $n112 }.
    May pumipilit ba sa inyong magtrabaho, makipagtalik o mamalimos? Kinuha ba ang mga dokumento ninyo? Hindi ninyo ito kasalanan.
    { $n800290290 }: libre, hindi kailangan ang pangalan, araw at gabi, maraming wika.
    Para sa problema sa trabaho: { $n800939000 }, Lunes hanggang Biyernes, 9:30–18:00.
    Kung hindi gumagana ang numero, gumamit ng ibang telepono o tumawag sa { $n112 }.
crisis-more-despair =
    Naiisip po ba ninyong mamatay o saktan ang sarili? Tumawag ngayon sa { $n112 }. May tulong para sa inyo.
    Sumasagot sila araw at gabi, sa maraming wika.
    May nananakit ba sa inyo? Puwede ring tumawag sa { $n1522 }.
crisis-more-ill =
    Malubha po ba ang lagay ninyo o hirap kayong huminga? Tumawag agad sa { $n112 }.
    Sabihin kung nasaan kayo. Puwedeng dumating ang ambulansiya.
    Hindi malubha, pero kailangan ng doktor sa gabi o sa holiday? Tumawag sa { $n116117 }.
    Hindi kami makapagbibigay ng payong medikal dito.
crisis-more-shelter =
    Nasa panganib po ba kayo? Masama ba ang pakiramdam dahil sa lamig? Tumawag sa { $n112 }.
    Walang matulugan? Walang makain ngayon? Sabihin sa tanggapan (sportello).
    Maghahanap ng tulong ang tanggapan kasama ninyo. Hindi ito makapapangako ng higaan.
    May kasama ba kayong mga bata? Sabihin agad.
crisis-more =
    Iba pang libreng numero. Sumasagot sila sa araw, Lunes hanggang Biyernes.
    { $n800901010 } UNAR: kung masama ang trato sa inyo dahil sa inyong pinagmulan.
    { $narci } ARCI: para sa humihingi ng asylum at sa mga refugee.
    Kung nasa panganib, tumawag lagi sa { $n112 }.
crisis-exit-hint = Binubura ng "Lumabas at burahin" (o /x) ang mga kamakailang mensahe. Para alisin ang buong chat: pindutin nang matagal ang chat sa listahan at piliin ang "Delete" o "Elimina".

crisis-neutral =
    Mga salitang Italyano ngayong araw:
    il libro = aklat
    la finestra = bintana
    la mela = mansanas
