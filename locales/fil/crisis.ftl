# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Tulong ngayon
crisis-title =
    Nasa panganib po ba kayo ngayon? Tumawag sa { $n112 }.
    Libre ito. Maraming wika ang kanilang sinasalita. Gumagana kahit walang load.
crisis-ask = Ano po ang nangyayari? Pumili ng isa.

crisis-topic-danger = ⚠️ Panganib ngayon
crisis-topic-violence = 🛑 May nananakit sa akin
crisis-topic-child = 🧒 Batang nasa panganib
crisis-topic-alone-minor = 🎒 Wala pang 18, mag-isa
crisis-topic-forced = 🔒 Pinipilit ako
crisis-topic-despair = 🌧️ Hindi ko na kaya
crisis-topic-ill = 🚑 Malubha ang lagay ko
crisis-topic-shelter = 🛏️ Walang matulugan

crisis-card-danger =
    Tumawag po agad sa { $n112 }. Libre, araw at gabi.
    Maraming wika ang kanilang sinasalita. Gumagana kahit walang load.
    Sabihin kung nasaan kayo: bayan, kalye, malapit na tindahan.
    Hindi kayo makapagsalita? Gamitin ang app na { $n112 } Where ARE U: makakahingi ng tulong nang tahimik.
crisis-card-violence =
    Nasa panganib po ba kayo ngayon? Tumawag sa { $n112 }.
    May nananakit ba sa inyo? May kinatatakutan ba kayo? Pinipilit ba kayong magpakasal? Hindi ninyo ito kasalanan.
    Tumawag sa { $n1522 }: libre, lihim, araw at gabi. May chat din: www.1522.eu
    Itanong po kung may taong nagsasalita ng inyong wika.
    Wala pang 18 taon? Puwede ring tumawag sa { $n114 }.
    Kung kaya, gumamit ng teleponong walang ibang tumitingin.
crisis-card-child =
    May bata po bang nasa panganib ngayon? Tumawag sa { $n112 }.
    Tumutulong ang { $n114 } sa mga bata at matatanda: libre, araw at gabi, sa maraming wika.
    Wala ka pang 18 taon? Puwede ka ring tumawag sa { $n19696 }. Hindi mo ito kasalanan.
    Huwag isulat dito ang pangalan ng bata. Huwag magpadala ng litrato.
crisis-card-alone-minor =
    Nasa panganib ka ba ngayon? Tumawag sa { $n112 }.
    Wala ka pang 18 taon at wala rito ang pamilya mo? Sa Italy, may karapatan ka sa proteksiyon, sa tirahan at sa paaralan. Kahit walang dokumento.
    Makakatulong sa iyo ang { $n114 }: libre, araw at gabi, sa maraming wika.
    Hindi mo kailangang ikuwento ang iyong biyahe.
crisis-card-forced =
    Nasa panganib po ba kayo ngayon? Tumawag sa { $n112 }.
    May pumipilit ba sa inyong magtrabaho, makipagtalik o mamalimos? Kinuha ba ang mga dokumento ninyo? Hindi ninyo ito kasalanan.
    { $n800290290 }: libre, hindi kailangan ang pangalan, araw at gabi, maraming wika.
    Para sa problema sa trabaho: { $n800939000 }, Lunes hanggang Biyernes, 9:30–18:00.
    Kung hindi gumagana ang numero, gumamit ng ibang telepono o tumawag sa { $n112 }.
crisis-card-despair =
    Tumawag po ngayon sa { $n112 }. May tulong para sa inyo.
    Sumasagot sila araw at gabi, sa maraming wika.
    Kapag may tulong, puwedeng gumaan ang nararamdaman ninyo.
    Kung kaya, manatili malapit sa taong pinagkakatiwalaan ninyo.
    Ilayo ang mga bagay na mapanganib.
crisis-card-ill =
    Malubha po ba ang lagay ninyo o hirap kayong huminga? Tumawag agad sa { $n112 }.
    Sabihin kung nasaan kayo. Puwedeng dumating ang ambulansiya.
    Hindi malubha, pero kailangan ng doktor sa gabi o sa pista opisyal? Tumawag sa { $n116117 }.
    Hindi kami makapagbibigay ng payong medikal dito.
crisis-card-shelter =
    Nasa panganib po ba kayo? Masama ba ang pakiramdam dahil sa lamig? Tumawag sa { $n112 }.
    Walang matulugan? Walang makain ngayon? Magtanong ngayong araw sa tanggapan (sportello).
    Maghahanap ng tulong ang tanggapan kasama ninyo. Hindi ito makapapangako ng higaan.
    May kasama ba kayong mga bata? Sabihin agad.
crisis-more =
    Iba pang libreng numero. Sumasagot sila sa araw, Lunes hanggang Biyernes.
    { $n800901010 } UNAR: kung masama ang trato sa inyo dahil sa inyong pinagmulan.
    { $narci } ARCI: para sa humihingi ng asylum at sa mga refugee.
    Kung nasa panganib, tumawag lagi sa { $n112 }.

crisis-nobody-reads = Walang nagbabasa ng chat na ito ngayon. Sumasagot ang { $n112 }, { $n1522 } at { $n114 } araw at gabi.
crisis-someone-reads = Puwede rin po kayong sumulat dito. Isang tao ang magbabasa.
crisis-exit-button = ✖️ Linisin ang screen
crisis-exit-hint = Binubura ng /x ang mga kamakailang mensahe. Para alisin ang buong chat: pindutin nang matagal ang chat sa listahan at piliin ang "Delete".
crisis-neutral =
    Mga salitang Italyano ngayong araw:
    il libro = aklat
    la finestra = bintana
    la mela = mansanas
crisis-noticed = Kung nasa panganib po kayo, makakatulong ngayon ang mga numerong ito. Itutuloy ko ang inyong kahilingan.
crisis-other-language-button = 🌐 Ibang wika
crisis-back-button = ◀ Bumalik
# same as Italian
crisis-menu-button = 🏠 Menu
