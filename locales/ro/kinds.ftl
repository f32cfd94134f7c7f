# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The words of bot.toml: kinds of request, their questions and choices, topics, varieties, levels.

kind-school = 🏫 Ghișeu la școală
kind-info = ℹ️ Informații
kind-mediator = 🗣 Mediator

school-who = Cine sunteți?
    .short = Cine cere
    .parent = 👪 Un părinte
    .teacher = 👩‍🏫 Lucrez la școală
    .pupil = 🎒 Elev sau elevă
school-town = În ce localitate (comune) este școala? Apăsați numele sau scrieți.
    .short = Localitate
school-level = Ce fel de școală este?
    .short = Tipul școlii
school-school = Ce școală este? Apăsați numele sau scrieți numele.
    .short = Școala
school-name = Cum se numește școala? Scrieți numele și strada.
    .short = Numele școlii
school-reasons = Despre ce doriți să vorbiți? Puteți apăsa mai multe răspunsuri.
    .short = Despre
    .meet = 🤝 Întâlnire cu profesorii
    .enrol = 📝 Înscriere
    .notices = 📄 Să înțeleg anunțurile
    .language = 💬 Să învăț italiana
    .services = 🏠 Servicii pentru familie
school-languages = În ce limbi? Puteți apăsa mai multe limbi sau puteți scrie.
    .short = Limbi
school-when = Când puteți veni? Puteți apăsa mai multe răspunsuri.
    .short = Când
    .morning = 🌅 Dimineața, la intrare
    .afternoon = 🌇 La ieșirea de la școală
    .evening = 🌙 Seara
school-role = Ce muncă faceți la școală?
    .short = Muncă
    .teacher = Cadru didactic
    .referent = Responsabil intercultural
    .secretary = Secretariat
    .head = Conducerea școlii
school-families = Câte familii vor veni? Scrieți un număr, de exemplu 12.
    .short = Familii
school-room = Există o cameră pentru discuții?
    .short = Cameră
    .yes = Da
    .no = Nu
    .unknown = Nu știu
school-dates = În ce zile? Apăsați până la 3 zile sau scrieți: 15/12.
    .short = Zile
school-more = Doriți să mai spuneți ceva? Scrieți sau vorbiți. Nu scrieți nume de copii.
    .short = Altceva

info-topic = De ce aveți nevoie? Apăsați, sau scrieți ori vorbiți acum.
    .short = Subiect
info-question = Ce doriți să știți? Scrieți sau trimiteți un mesaj vocal.
    .short = Întrebare
info-town = În ce localitate (comune) locuiți? Așa răspunde ghișeul cel mai apropiat.
    .short = Localitate

mediator-about = Pentru ce aveți nevoie de mediator?
    .short = Pentru
    .school = 🏫 Școală
    .health = 🏥 Sănătate
    .desk = 🪪 Ghișeul de ajutor
    .social = 🤝 Serviciul social
    .other = ❓ Altceva
mediator-town = În ce localitate (comune) este întâlnirea?
    .short = Localitate
mediator-place = Unde și cu cine este întâlnirea? De exemplu: școala Sarti, cu învățătoarea.
    .short = Unde
mediator-language = Ce limbă vorbiți? Apăsați sau scrieți.
    .short = Limba
mediator-variety = Din ce loc este felul dumneavoastră de a vorbi? Apăsați locul.
    .short = Fel de a vorbi
mediator-days = În ce zile puteți? Puteți apăsa mai multe zile.
    .short = Zile
    .any = Toate zilele
    .mon = Luni
    .tue = Marți
    .wed = Miercuri
    .thu = Joi
    .fri = Vineri
mediator-mode = Cum doriți să vorbiți?
    .short = Cum
    .person = 🧑 Față în față
    .phone = 📞 La telefon
    .either = Oricum este bine
mediator-gender = Preferați o femeie sau un bărbat?
    .short = Femeie sau bărbat
    .woman = O femeie
    .man = Un bărbat
    .any = Nu contează
mediator-circle = Poate fi o persoană care vă cunoaște?
    .short = Cunoscuți
    .stranger = Nu, trebuie să fie altcineva
    .any = Da, este bine

topic-documents = 🪪 Documente
topic-school = 🏫 Școală și copii
topic-italian = 🗣️ Limba italiană
topic-youth = 🧑‍🎤 Tineri
topic-health = 🏥 Sănătate
topic-work = 🧰 Muncă
topic-housing = 🏠 Locuință
topic-money = 💶 Bani și ajutoare
topic-family = 👪 Familie
topic-community = 🤝 Viața în Italia
topic-mediator = 💬 Mediator
topic-crisis = 🆘 Ajutor acum
topic-other = ❓ Altceva

level-nursery = Grădiniță, 3-6 ani
level-primary = Școală primară, 6-11 ani
level-lower = Gimnaziu, 11-14 ani
level-upper = Liceu, 14-19 ani
level-adult = Școală pentru adulți (CPIA)

variety-ar_egypt = Egipt
variety-ar_morocco = Maroc
# same as Italian
variety-ar_tunisia = Tunisia
variety-ar_levant = Siria, Liban, Palestina
variety-zh_mandarin = Chineză mandarină
# same as Italian
variety-zh_wenzhou = Wenzhou
# same as Italian
variety-pa_india = Punjab, India
# same as Italian
variety-pa_pakistan = Punjab, Pakistan
variety-bn_standard = Bengaleză standard
# same as Italian
variety-bn_sylhet = Sylhet
variety-any = Nu contează
