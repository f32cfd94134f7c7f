# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The words of bot.toml: kinds of request, their questions and choices, topics, varieties, levels.

kind-school = 🏫 Tulong sa paaralan
kind-info = ℹ️ Impormasyon
kind-mediator = 🗣 Mediator sa wika

school-who = Sino po kayo?
    .short = Humihiling
    .parent = 👪 Magulang
    .teacher = 👩‍🏫 Nagtatrabaho sa paaralan
    .pupil = 🎒 Estudyante
school-town = Saang bayan po ang paaralan? Pindutin ang pangalan, o isulat.
    .short = Bayan
school-level = Anong uri po ng paaralan?
    .short = Uri ng paaralan
school-school = Aling paaralan po? Pindutin o isulat ang pangalan.
    .short = Paaralan
school-name = Ano po ang pangalan ng paaralan? Isulat ang pangalan at kalye.
    .short = Pangalan ng paaralan
school-reasons = Tungkol saan po ang gusto ninyong pag-usapan? Puwedeng pumindot ng higit sa isa.
    .short = Pag-uusapan
    .meet = 🤝 Makausap ang mga guro
    .enrol = 📝 Pag-enrol
    .notices = 📄 Maintindihan ang mga abiso
    .language = 💬 Matuto ng Italyano
    .services = 🏠 Mga serbisyo sa pamilya
school-languages = Sa aling mga wika po? Puwedeng pumindot ng higit sa isa, o isulat.
    .short = Mga wika
school-when = Kailan po kayo makakapunta? Puwedeng pumindot ng higit sa isa.
    .short = Kailan
    .morning = 🌅 Umaga, sa pagpasok
    .afternoon = 🌇 Sa uwian
    .evening = 🌙 Sa gabi
school-role = Ano po ang trabaho ninyo sa paaralan?
    .short = Trabaho
    .teacher = Guro
    .referent = Gurong tagapag-ugnay sa mga kultura
    .secretary = Opisina ng paaralan
    .head = Punong-guro
school-families = Ilang pamilya po ang darating? Isulat ang bilang, halimbawa 12.
    .short = Mga pamilya
school-room = May silid po ba para mag-usap?
    .short = Silid
    .yes = Mayroon
    .no = Wala
    .unknown = Hindi ko alam
school-dates = Anong mga araw po? Pumili ng hanggang 3 araw, o isulat: 15/12.
    .short = Mga araw
school-more = May idadagdag pa po ba kayo? Sumulat o magsalita. Huwag isulat ang pangalan ng mga bata.
    .short = Iba pa

info-topic = Ano po ang kailangan ninyo? Pumili, o sumulat o magsalita agad.
    .short = Paksa
info-question = Ano po ang gusto ninyong malaman? Sumulat, o magpadala ng voice message.
    .short = Tanong
info-town = Saang bayan po kayo nakatira? Para sumagot ang tanggapang malapit sa inyo.
    .short = Bayan

mediator-about = Para saan po ang mediator?
    .short = Para sa
    .school = 🏫 Paaralan
    .health = 🏥 Kalusugan
    .desk = 🪪 Ang tanggapan
    .social = 🤝 Social services
    .other = ❓ Iba pa
mediator-town = Saang bayan po ang pagkikita?
    .short = Bayan
mediator-place = Saan po ang pagkikita at sino ang makakausap? Halimbawa: paaralang Sarti, ang guro.
    .short = Saan
mediator-language = Anong wika po ang sinasalita ninyo? Pindutin, o isulat.
    .short = Wika
mediator-variety = Anong uri po ng wika ito? Pindutin ang lugar.
    .short = Uri ng wika
mediator-days = Aling mga araw po ang puwede sa inyo? Puwedeng pumindot ng higit sa isa.
    .short = Mga araw
    .any = Araw-araw
    .mon = Lunes
    .tue = Martes
    .wed = Miyerkoles
    .thu = Huwebes
    .fri = Biyernes
mediator-mode = Paano po ninyo gustong mag-usap?
    .short = Paano
    .person = 🧑 Harapan
    .phone = 📞 Sa telepono
    .either = Kahit alin
mediator-gender = Babae o lalaki po ba ang gusto ninyong mediator?
    .short = Babae o lalaki
    .woman = Babae
    .man = Lalaki
    .any = Kahit sino
mediator-circle = Puwede po bang taong nakakakilala sa inyo?
    .short = Kakilala
    .stranger = Hindi, dapat ibang tao
    .any = Oo, puwede

topic-documents = 🪪 Mga dokumento
topic-school = 🏫 Paaralan at mga bata
topic-italian = 🗣️ Wikang Italyano
topic-youth = 🧑‍🎤 Mga kabataan
topic-health = 🏥 Kalusugan
topic-work = 🧰 Trabaho
topic-housing = 🏠 Tirahan
topic-money = 💶 Pera at tulong
topic-family = 👪 Pamilya
topic-community = 🤝 Buhay sa Italy
topic-mediator = 💬 Mediator sa wika
topic-crisis = 🆘 Tulong ngayon
topic-other = ❓ Iba pa

level-nursery = Preschool, 3-6 taon
level-primary = Elementarya, 6-11 taon
level-lower = Middle school, 11-14 taon
level-upper = High school, 14-19 taon
level-adult = Paaralan para sa mga adult (CPIA)

variety-ar_egypt = Ehipto
variety-ar_morocco = Morocco
# same as Italian
variety-ar_tunisia = Tunisia
variety-ar_levant = Syria, Lebanon, Palestina
variety-zh_mandarin = Mandarin
# same as Italian
variety-zh_wenzhou = Wenzhou
# same as Italian
variety-pa_india = Punjab, India
# same as Italian
variety-pa_pakistan = Punjab, Pakistan
# same as Italian
variety-bn_standard = Bangla
# same as Italian
variety-bn_sylhet = Sylhet
variety-any = Hindi mahalaga
