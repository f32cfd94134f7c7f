# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Română

bot-hello =
    👋 Bună ziua! Acesta este ghișeul de ajutor (sportello) pentru persoanele străine.
    Este gratuit. Puteți întreba în limba dumneavoastră.
bot-choose-language = 🌐 Alegeți limba dumneavoastră:

bot-notice-short =
    🔒 Folosim mesajele dumneavoastră doar ca să vă răspundem. Le citește doar personalul ghișeului.
    Telegram este o companie privată și păstrează mesajele. Pentru lucruri foarte personale, veniți la ghișeu.
bot-notice-full =
    🔒 Informare despre datele personale, versiunea { $version }

    Cine folosește datele: ghișeul de ajutor al districtului social Sud Est Milano, un serviciu public. O face ca să vă ajute. Este interes public: articolul 6 din GDPR (legea europeană a datelor).
    Ce date: limba, mesajele, răspunsurile la întrebări. Nu întrebăm despre permisul de ședere (permesso di soggiorno), religie sau boli.
    Cine le vede: doar personalul care vă răspunde. Datele sunt închise cu o cheie (criptate).
    Cât timp: până la 12 luni după sfârșitul cererii.
    Telegram: este o companie privată, cu calculatoare și în afara Europei. Dacă nu vreți să folosiți Telegram, puteți veni la ghișeu sau puteți telefona.
    Drepturile dumneavoastră: puteți vedea datele cu /mydata și le puteți șterge cu /forget. Puteți corecta datele: cereți la ghișeu. Puteți face plângere la Garante (autoritatea italiană pentru datele personale).
bot-notice-ok-button = 👍 De acord
bot-notice-read-button = 📄 Citesc tot
bot-who-button = 🤖 Ce este asta?
bot-who-are-you =
    🤖 Eu sunt un program, nu o persoană. Eu primesc cererea dumneavoastră și o duc la ghișeu.
    🧑 Apoi răspunde o persoană de la ghișeu. După ce trimiteți cererea, vedeți ziua și ora răspunsului.
    ✅ Serviciul este gratuit. Nu aveți nevoie de niciun document ca să întrebați.
bot-menu = Ce doriți să faceți?
bot-menu-school-button = 🏫 Ghișeu la școală
bot-menu-info-button = ℹ️ Informații
bot-menu-mediator-button = 🗣 Mediator
bot-menu-requests-button = 📋 Cererile mele
bot-menu-help-now-button = 🆘 Ajutor acum
bot-menu-language-button = 🌐 Limba
bot-menu-person-button = 👤 Vorbiți cu noi
bot-keys = 👇 Aceste două butoane sunt mereu aici jos.
bot-key-menu-button = 🏠 Meniu
bot-help =
    Iată ce puteți face:

    🏫 /school: ghișeul vine la școală
    ℹ️ /info: puneți o întrebare
    🗣 /mediator: cereți un mediator (pentru limbă)
    📋 /requests: vedeți cererile dumneavoastră
    👤 /person: vorbiți cu o persoană
    🆘 /sos: ajutor acum
    🌐 /language: schimbați limba
    🔒 /privacy: cum folosim datele dumneavoastră
    ✖️ /x: ieșiți și ștergeți

    Puteți și să scrieți sau să vorbiți: eu duc mesajul la ghișeu.
bot-unknown-command = Nu cunosc { $command }. Apăsați 🏠 Meniu sau scrieți /help.
bot-did-you-mean = Nu cunosc { $command }. Poate doriți { $meant }?
bot-not-for-you = Această comandă este doar pentru personalul ghișeului. Apăsați 🏠 Meniu.
bot-too-fast = ✋ Scrieți foarte repede. Citesc mesajele unul după altul și nu pierd niciunul: așteptați o clipă. Dacă sunteți în pericol, apăsați 🆘.
bot-too-much = ✋ Sunt deja prea multe mesaje în așteptare. Ce scrieți acum nu pot păstra: scrieți din nou peste zece minute. Mesajele vocale, pozele și fișierele le păstrez. Dacă sunteți în pericol, apăsați 🆘.
bot-too-much-text = ✋ Astăzi ați scris deja foarte mult text. Ce scrieți acum voi citi mâine. Mesajele vocale și pozele ajung și astăzi. Dacă sunteți în pericol, apăsați 🆘.
bot-too-many-taps = ✋ Prea multe apăsări în puțin timp. Așteptați un minut, apoi apăsați din nou. 🆘 funcționează mereu.
bot-too-many-open = ✋ Aveți deja cereri deschise ({ $count }): deocamdată nu pot deschide alta. Scrieți într-una dintre ele sau închideți una și apoi trimiteți-o pe aceasta: răspunsurile rămân aici.
bot-cannot-carry = Nu pot transmite acest mesaj nimănui: Telegram nu îl lasă să treacă. Scrieți-l cu cuvintele dumneavoastră sau trimiteți o fotografie, un fișier sau un mesaj vocal.
bot-not-understood = Nu pot citi acest mesaj. Scrieți, trimiteți un mesaj vocal sau apăsați 🏠 Meniu.
bot-old-button = Acest buton este vechi. Iată meniul.
bot-apology = Îmi pare rău, ceva nu merge. Mesajul dumneavoastră nu s-a pierdut: responsabilii sunt anunțați. În pericol, apăsați 🆘 sau sunați la { $n112 }.
bot-nothing-to-cancel = Bine. Nu este nimic de oprit.
bot-cancelled = Bine, am oprit tot. Nu am trimis nimic.
bot-link-unknown = Nu cunosc acest cod. Iată meniul.
bot-link-desk = 📍 Ghișeul din { $desk }. Cererile dumneavoastră ajung aici.
bot-ask-code = Scrieți codul după comandă, de exemplu: /code MIPS11002E
bot-edit-seen = Am văzut: ați schimbat un mesaj. Nu face parte dintr-o cerere, deci nu se schimbă nimic.
bot-in-private = Scrieți-mi în privat, vă rog.
bot-sos-in-group = 🆘 În pericol acum? Sunați la { $n112 }. Aici citesc toți: scrieți-mi în privat.
bot-mydata =
    📄 Acestea sunt datele dumneavoastră:

    Numele pe Telegram: { $name }
    Limba: { $language }
    Informarea citită: { $notice }
    { PLURAL($count) ->
        [one] { $count } cerere
        [few] { $count } cereri
       *[other] { $count } de cereri
    }
    { PLURAL($messages) ->
        [one] { $messages } mesaj, al dumneavoastră sau al ghișeului
        [few] { $messages } mesaje, ale dumneavoastră și ale ghișeului
       *[other] { $messages } de mesaje, ale dumneavoastră și ale ghișeului
    }
bot-mydata-json = Tot ce păstrăm despre dumneavoastră este în acest fișier (JSON). Se deschide pe calculator sau pe telefon.
bot-mydata-wait = 📄 Am primit deja cererea dumneavoastră. Puteți cere altă copie după ora { $at }.
bot-forget-ask =
    🗑 Doriți să ștergeți datele dumneavoastră?

    Șterg: numele, mesajele, răspunsurile. Șterg mesajele și de pe telefonul operatorilor: cele mai vechi de 2 zile pot rămâne acolo.
    Rămâne doar un număr pentru fiecare cerere, fără nume, ca să numărăm.
    { PLURAL($count) ->
        [0] Nu aveți cereri deschise.
        [one] Opresc și { $count } cerere deschisă.
        [few] Opresc și { $count } cereri deschise.
       *[other] Opresc și { $count } de cereri deschise.
    }
bot-forget-yes-button = 🗑 Da, șterge tot
bot-forget-no-button = ◀ Nu
bot-forget-staff = Dumneavoastră lucrați pentru ghișeu. Mai întâi, un administrator trebuie să vă retragă accesul cu /remove.
bot-forgotten = ✅ Am șters datele dumneavoastră. Ca să începeți din nou, scrieți /start.
bot-looks-private = ⚠️ Mesajul pare un număr de document. Nu l-am trimis. Vă rog, nu scrieți aici numere de documente sau nume de copii.
bot-delete-button = 🗑 Șterge mesajul
bot-deleted = ✅ Mesajul nu mai există.
bot-keep-button = ✅ Nu e un document
bot-welcome = ✅ Bună ziua, { $name }! Rolul dumneavoastră acum: { $role }. Ghișeu: { $desk }. Scrieți /help ca să vedeți comenzile.
bot-invitation-used = Această invitație este deja folosită. Cereți o invitație nouă.
bot-invitation-expired = Această invitație a expirat. Cereți o invitație nouă.
bot-invitation-unknown = Nu cunosc această invitație. Cereți o invitație nouă.
bot-usage = Se scrie așa: { $grammar }
    De exemplu: { $example }
bot-invited =
    ✅ Invitație pentru: { $role }. Ghișeu: { $desk }.
    Este valabilă o singură dată, până { $until }:
    { $link }
bot-staff = 👥 Persoanele de la ghișeu:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } nu mai are acces. { PLURAL($count) ->
        [one] { $count } cerere se întoarce în coadă.
        [few] { $count } cereri se întorc în coadă.
       *[other] { $count } de cereri se întorc în coadă.
    }
bot-remove-ask = Retragem accesul pentru { $name }? Cererile deschise ale acestei persoane se întorc în coadă.
bot-remove-yes-button = 🗑 Da, retrage accesul
bot-you-were-removed = Nu mai aveți acces ca operator. Vă mulțumim pentru munca făcută. Puteți folosi în continuare serviciul, ca toată lumea.
bot-last-admin = Nu se poate: este nevoie de cel puțin un administrator.
bot-nobody-there = Nu este nimeni cu acest număr. Scrieți /staff ca să vedeți numerele.
bot-no-such-desk = Nu cunosc ghișeul { $desk }. Există: { $list }
bot-bound = ✅ Cererile noi ajung în acest grup, fără date personale.
bot-bind-in-group = Scrieți /bind în grupul personalului.
bot-added-to-group = 👋 Bună ziua! Un administrator poate scrie /bind: cererile noi ajung aici.

role-mediator = mediator sau mediatoare
role-operator = operator sau operatoare
role-admin = administrator
desk-name-none = niciunul

command-start = Începeți din nou
command-menu = Meniu
command-school = Ghișeul vine la școală
command-info = Puneți o întrebare
command-mediator = Cereți un mediator (pentru limbă)
command-requests = Cererile mele
command-person = Vorbiți cu o persoană
command-sos = Ajutor acum
command-language = Schimbați limba
command-privacy = Cum folosim datele dumneavoastră
command-whoareyou = Ce este acest program?
command-mydata = Vedeți datele dumneavoastră
command-forget = Ștergeți datele dumneavoastră
command-cancel = Opriți
command-code = Codul unei școli
command-x = Ieșiți și ștergeți
command-help = Ajutor
command-invite = Invitați pe cineva în echipă
command-staff = Cine lucrează la ghișeu
command-remove = Retrageți accesul
command-bind = Anunțuri în acest grup
