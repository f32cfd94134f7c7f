# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Filipino

bot-hello =
    👋 Magandang araw po! Ito ang tanggapan ng tulong (sportello) para sa mga taong galing sa ibang bansa.
    Libre po ito. Puwede kayong magtanong sa inyong wika.
bot-choose-language = 🌐 Piliin po ang inyong wika:

bot-notice-short =
    🔒 Ginagamit po namin ang mga mensahe ninyo para lang sagutin kayo. Mga kawani lang ng tanggapan ang nagbabasa.
    Pribadong kompanya ang Telegram at sine-save nito ang mga mensahe. Para sa mga bagay na napakapersonal, pumunta po sa tanggapan.
bot-notice-full =
    🔒 Paunawa tungkol sa inyong datos, bersiyon { $version }

    Sino ang gumagamit ng datos: ang tanggapan ng tulong ng distritong Sud Est Milano (timog-silangan ng Milan). Serbisyo po ito para sa publiko. Ginagawa ito para tulungan kayo (kapakanan ng publiko, artikulo 6 ng GDPR, ang batas ng Europa tungkol sa datos).
    Anong datos: wika, mga mensahe, mga sagot sa mga tanong. Hindi po kami nagtatanong tungkol sa permit sa paninirahan (permesso di soggiorno), relihiyon o sakit.
    Sino ang nakakakita: ang mga kawani lang na sumasagot sa inyo. Nakasara ang datos gamit ang susi (naka-encrypt).
    Gaano katagal: hanggang 12 buwan matapos ang kahilingan.
    Telegram: pribadong kompanya ito, may mga computer din sa labas ng Europa. Kung ayaw ninyong gumamit ng Telegram, puwede po kayong pumunta sa tanggapan o tumawag.
    Mga karapatan ninyo: makikita ninyo ang inyong datos sa /mydata at mabubura sa /forget. Puwedeng itama ang datos: hilingin po sa tanggapan. Puwede kayong magreklamo sa Garante (opisina sa Italy para sa proteksiyon ng datos).
bot-notice-ok-button = 👍 Sige po
bot-notice-read-button = 📄 Basahin lahat
bot-who-button = 🤖 Ano ito?
bot-who-are-you =
    🤖 Programa po ako, hindi tao. Tinatanggap ko ang inyong kahilingan at dinadala sa tanggapan.
    🧑 Pagkatapos, isang tao sa tanggapan ang sasagot. Pagkapadala, makikita ninyo kung hanggang anong araw at oras ang sagot.
    ✅ Libre po ang serbisyo. Hindi kailangan ng dokumento para magtanong.
bot-menu = Ano po ang gusto ninyong gawin?
bot-menu-school-button = 🏫 Tulong sa paaralan
bot-menu-info-button = ℹ️ Impormasyon
bot-menu-mediator-button = 🗣 Mediator sa wika
bot-menu-requests-button = 📋 Mga kahilingan ko
bot-menu-help-now-button = 🆘 Tulong ngayon
bot-menu-language-button = 🌐 Wika
bot-menu-person-button = 👤 Kausapin kami
bot-keys = 👇 Laging narito sa ibaba ang dalawang button na ito.
# same as Italian
bot-key-menu-button = 🏠 Menu
bot-help =
    Ito po ang mga puwede ninyong gawin:

    🏫 /school: pupunta ang tanggapan sa paaralan
    ℹ️ /info: magtanong
    🗣 /mediator: humingi ng mediator (tulong sa wika)
    📋 /requests: tingnan ang inyong mga kahilingan
    👤 /person: makipag-usap sa isang tao
    🆘 /sos: tulong ngayon
    🌐 /language: palitan ang wika
    🔒 /privacy: paano namin ginagamit ang inyong datos
    ✖️ /x: lumabas at burahin

    Puwede rin po kayong sumulat o magsalita: dadalhin ko ang mensahe sa tanggapan.
bot-unknown-command = Hindi ko po alam ang { $command }. Pindutin ang 🏠 Menu, o isulat ang /help.
bot-did-you-mean = Hindi ko po alam ang { $command }. { $meant } po ba ang gusto ninyo?
bot-not-for-you = Para lang po sa mga kawani ang command na ito. Pindutin ang 🏠 Menu.
bot-too-fast = ✋ Ang bilis po ninyong sumulat. Binabasa ko nang isa-isa ang mga mensahe ninyo at walang nawawala: sandali lang po. Kung nasa panganib kayo, pindutin ang 🆘.
bot-too-much = ✋ Masyado na pong maraming mensaheng naghihintay. Hindi ko mase-save ang isinusulat ninyo ngayon: sumulat po muli pagkalipas ng sampung minuto. Sine-save ko ang voice message, litrato at file. Kung nasa panganib kayo, pindutin ang 🆘.
bot-too-much-text = ✋ Napakarami na po ninyong naisulat ngayong araw. Bukas ko babasahin ang isinusulat ninyo ngayon. Dumarating pa rin ngayon ang voice message at litrato. Kung nasa panganib kayo, pindutin ang 🆘.
bot-too-many-taps = ✋ Masyado pong maraming pindot sa maikling oras. Maghintay ng isang minuto, saka pumindot muli. Laging gumagana ang 🆘.
bot-too-many-open = ✋ Mayroon na po kayong { $count } bukas na kahilingan: hindi muna ako makapagbubukas ng isa pa. Sumulat sa isa sa mga iyon, o isara ang isa saka ipadala ito: narito pa rin ang mga sagot ninyo.
bot-cannot-carry = Hindi ko madadala ang mensaheng ito sa iba: hindi ito pinapadaan ng Telegram. Isulat po sa sariling salita, o magpadala ng larawan, file o voice message.
bot-not-understood = Hindi ko po mabasa ang mensaheng ito. Sumulat, magpadala ng voice message o pindutin ang 🏠 Menu.
bot-old-button = Luma na po ang button na ito. Narito ang menu.
bot-apology = Pasensiya na po, may hindi gumana. Hindi nawala ang mensahe ninyo: nasabihan na ang mga namamahala. Kung nasa panganib, pindutin ang 🆘 o tumawag sa { $n112 }.
bot-nothing-to-cancel = Sige po. Walang kailangang ihinto.
bot-cancelled = Sige po, inihinto ko na ang lahat. Wala akong ipinadala.
bot-link-unknown = Hindi ko po alam ang code na ito. Narito ang menu.
bot-link-desk = 📍 Tanggapan sa { $desk }. Dito po mapupunta ang mga kahilingan ninyo.
bot-ask-code = Isulat po ang code pagkatapos ng command, halimbawa: /code MIPS11002E
bot-edit-seen = Nakita ko po: may binago kayong mensahe. Hindi ito bahagi ng isang kahilingan, kaya walang magbabago.
bot-in-private = Sumulat po sa akin sa pribadong chat.
bot-sos-in-group = 🆘 Nasa panganib ngayon? Tumawag sa { $n112 }. Nababasa ito ng lahat dito: sumulat po sa akin nang pribado.
bot-mydata =
    📄 Ito po ang inyong datos:

    Pangalan sa Telegram: { $name }
    Wika: { $language }
    Nabasang paunawa: { $notice }
    { PLURAL($count) ->
        [one] { $count } kahilingan
       *[other] { $count } na kahilingan
    }
    { PLURAL($messages) ->
        [one] { $messages } mensahe, galing sa inyo o sa tanggapan
       *[other] { $messages } na mensahe, galing sa inyo at sa tanggapan
    }
bot-mydata-json = Nasa file na ito (JSON) ang lahat ng hawak namin tungkol sa inyo. Mabubuksan po ito sa computer o sa telepono.
bot-mydata-wait = 📄 Natanggap ko na po ang inyong hiling. Puwede kayong humingi ng isa pang kopya pagkalipas ng { $at }.
bot-forget-ask =
    🗑 Gusto po ba ninyong burahin ang inyong datos?

    Buburahin ko po: pangalan, mga mensahe, mga sagot. Aalisin ko rin ang mga mensahe sa telepono ng mga operator: maaaring manatili roon ang mas luma sa 2 araw.
    Numero lang ng bawat kahilingan ang maiiwan, walang pangalan ninyo, para sa pagbibilang.
    { PLURAL($count) ->
        [0] Wala po kayong bukás na kahilingan.
        [one] Ihihinto ko rin ang { $count } bukás na kahilingan.
       *[other] Ihihinto ko rin ang { $count } na bukás na kahilingan.
    }
bot-forget-yes-button = 🗑 Oo, burahin lahat
bot-forget-no-button = ◀ Hindi
bot-forget-staff = Nagtatrabaho po kayo sa tanggapan. Dapat munang alisin ng isang administrator ang inyong access gamit ang /remove.
bot-forgotten = ✅ Nabura ko na po ang inyong datos. Para magsimulang muli, isulat ang /start.
bot-looks-private = ⚠️ Mukhang numero ng dokumento ang mensahe. Hindi ko po ito ipinadala. Huwag po sanang isulat dito ang mga dokumento o pangalan ng mga bata.
bot-delete-button = 🗑 Burahin ang mensahe
bot-deleted = ✅ Wala na po ang mensahe.
bot-keep-button = ✅ Hindi ito dokumento
bot-welcome = ✅ Magandang araw po, { $name }! Ito na ang tungkulin ninyo: { $role }. Tanggapan: { $desk }. Isulat ang /help para makita ang mga command.
bot-invitation-used = Nagamit na po ang imbitasyong ito. Humingi ng bagong imbitasyon.
bot-invitation-expired = Lipas na po ang imbitasyong ito. Humingi ng bagong imbitasyon.
bot-invitation-unknown = Hindi ko po alam ang imbitasyong ito. Humingi ng bagong imbitasyon.
bot-usage = Ganito po ang pagsulat: { $grammar }
    Halimbawa: { $example }
bot-invited =
    ✅ Imbitasyon para sa: { $role }. Tanggapan: { $desk }.
    Isang beses lang magagamit, hanggang { $until }:
    { $link }
bot-staff = 👥 Ang mga tao sa tanggapan:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ Wala nang access si { $name }. { PLURAL($count) ->
        [one] { $count } kahilingan ang babalik sa pila.
       *[other] { $count } na kahilingan ang babalik sa pila.
    }
bot-remove-ask = Alisin po ba ang access ni { $name }? Babalik sa pila ang mga bukas na kahilingan ng taong ito.
bot-remove-yes-button = 🗑 Oo, alisin ang access
bot-you-were-removed = Tapos na po ang access ninyo bilang kawani. Salamat sa inyong trabaho. Magagamit pa rin ninyo ang serbisyo tulad ng lahat.
bot-last-admin = Hindi po puwede: kailangan ng kahit isang administrator.
bot-nobody-there = Wala pong tao na may ganitong numero. Isulat ang /staff para makita ang mga numero.
bot-no-such-desk = Hindi ko po alam ang tanggapang { $desk }. Ito ang mayroon: { $list }
bot-bound = ✅ Darating na sa grupong ito ang mga bagong kahilingan, walang personal na datos.
bot-bind-in-group = Isulat po ang /bind sa grupo ng mga kawani.
bot-added-to-group = 👋 Magandang araw po! Puwedeng isulat ng administrator ang /bind: darating dito ang mga bagong kahilingan.

role-mediator = mediator sa wika
role-operator = kawani ng tanggapan
role-admin = administrator
desk-name-none = wala

command-start = Magsimulang muli
# same as Italian
command-menu = Menu
command-school = Pupunta ang tanggapan sa paaralan
command-info = Magtanong
command-mediator = Humingi ng mediator sa wika
command-requests = Aking mga kahilingan
command-person = Makipag-usap sa isang tao
command-sos = Tulong ngayon
command-language = Palitan ang wika
command-privacy = Paano namin ginagamit ang inyong datos
command-whoareyou = Ano ang programang ito?
command-mydata = Tingnan ang aking datos
command-forget = Burahin ang aking datos
command-cancel = Ihinto
command-code = Code ng paaralan
command-x = Lumabas at burahin
command-help = Tulong sa paggamit
command-invite = Mag-imbita ng katrabaho
command-staff = Sino ang nagtatrabaho sa tanggapan
command-remove = Alisin ang access
command-bind = Mga abiso sa grupong ito
