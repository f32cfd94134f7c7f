# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ajutor acum
crisis-call = Pericol? Apelul e gratuit, chiar și fără credit.
crisis-ask = Ce se întâmplă? Apăsați un buton.
crisis-voice = 🎤 Un mesaj vocal trimis acum ajunge imediat la ghișeu.

crisis-topic-danger = ⚠️ Pericol acum
crisis-topic-violence = 🛑 Cineva îmi face rău
crisis-topic-child = 🧒 Un copil în pericol
crisis-topic-alone-minor = 🎒 Minor fără familie
crisis-topic-forced = 🔒 Mă obligă cineva
crisis-topic-despair = 🌧️ Nu mai pot
crisis-topic-ill = 🚑 Mi-e foarte rău
crisis-topic-shelter = 🛏️ Nu am unde să dorm

crisis-line-danger = Spuneți unde sunteți: oraș, stradă.
crisis-line-violence = { $n1522 }: violență, zi și noapte.
crisis-line-child = { $n114 }: copii, zi și noapte.
crisis-line-alone-minor = { $n114 }: dacă ai sub 18 ani.
crisis-line-forced = { $n800290290 }: dacă vă obligă cineva.
crisis-line-despair = Există ajutor, zi și noapte.
crisis-line-ill = Vă e foarte rău? Spuneți unde sunteți.
crisis-line-shelter = Fără pat sau mâncare? Spuneți aici.

crisis-also-danger = Nu puteți vorbi? Aplicația „{ $n112 } Where ARE U”.
crisis-also-violence = Nu este vina dumneavoastră. Ce scrieți aici nu este o plângere.
crisis-also-child = Nu este o sesizare: fără nume, nu puneți întrebări copilului.
crisis-also-alone-minor = Ai dreptul la un loc unde să stai și la școală.
crisis-also-forced = Nu este vina dumneavoastră. Ce scrieți aici nu este o plângere.
crisis-also-despair = Vă face cineva rău? Sunați și la { $n1522 }.
crisis-also-ill = Aici nu putem da sfaturi medicale.
crisis-also-shelter = Nu putem promite un pat.
crisis-not-report = Aceasta nu este o plângere, nici o sesizare.

crisis-unread = Nu a citit nimeni încă. Să citească o persoană?
crisis-offer = Nu știe nimeni încă. Doriți o persoană de la ghișeu?
crisis-nobody-reads = Acum nu citește nimeni: răspund { $n112 }, { $n1522 }, { $n114 }.
crisis-limits = Uneori cine citește trebuie să anunțe alți oameni. { $n1522 }: și fără nume.
crisis-is-it-now = Ghișeul nu l-a deschis încă. Este pentru ajutor acum?
crisis-sent = ✅ { $number }: este la ghișeu, urgent.
crisis-sent-unread = Nu l-a citit nimeni încă.
crisis-soft = Sunteți în pericol? Aici sunt numerele care răspund imediat:

crisis-yes-button = 🙋 Da, o persoană
crisis-later-button = 🙋 Da, când se deschide
crisis-now-button = 🆘 Da, ajutor acum
crisis-more-button = ➕ Mai mult
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Înapoi
crisis-exit-button = ✖️ Ieși și șterge
crisis-menu-button = 🏠 Meniu

crisis-more-danger =
    Sunați imediat la { $n112 }. Este gratuit, zi și noapte.
    Vorbesc multe limbi. Merge și fără credit.
    Spuneți unde sunteți: orașul, strada, un magazin din apropiere.
    Nu puteți vorbi? Folosiți aplicația { $n112 } Where ARE U: cereți ajutor fără să vorbiți.
crisis-more-violence =
    Sunteți în pericol acum? Sunați la { $n112 }.
    Vă face cineva rău? Vă este frică de cineva? Vă obligă cineva să vă căsătoriți? Nu este vina dumneavoastră.
    Sunați la { $n1522 }: ajutor împotriva violenței. Gratuit, confidențial, zi și noapte. Și pe chat: www.1522.eu
    Întrebați dacă există o persoană care vorbește limba dumneavoastră.
    Aveți sub 18 ani? Puteți suna și la { $n114 }.
    Dacă puteți, folosiți un telefon pe care nu îl verifică nimeni.
crisis-more-child =
    Un copil este în pericol acum? Sunați la { $n112 }.
    Numărul { $n114 } ajută copii și adulți: gratuit, zi și noapte, în multe limbi.
    Ai sub 18 ani? Poți suna și la { $n19696 }. Nu este vina ta.
    Nu scrieți aici numele copilului. Nu trimiteți fotografii.
    Lucrați la o școală? Vorbiți astăzi cu directorul.
crisis-more-alone-minor =
    Ești în pericol acum? Sună la { $n112 }.
    Ai sub 18 ani și familia ta nu este aici? În Italia ai dreptul la protecție, la un loc unde să stai și la școală. Chiar și fără documente.
    Numărul { $n114 } te ajută: gratuit, zi și noapte, în multe limbi.
    Nu trebuie să povestești despre drumul tău.
crisis-more-forced =
    Sunteți în pericol acum? Sunați la { $n112 }.
    Vă obligă cineva să munciți, să faceți sex sau să cerșiți? V-a luat documentele? Nu este vina dumneavoastră.
    { $n800290290 }: gratuit, anonim, zi și noapte, în multe limbi.
    Pentru probleme la muncă: { $n800939000 }, de luni până vineri, 9:30–18:00.
    Dacă numărul nu merge, folosiți alt telefon sau sunați la { $n112 }.
crisis-more-despair =
    Vă gândiți la moarte sau vreți să vă faceți rău? Sunați acum la { $n112 }. Există ajutor pentru dumneavoastră.
    Răspund zi și noapte, în multe limbi.
    Vă face cineva rău? Puteți suna și la { $n1522 }.
crisis-more-ill =
    Vă este foarte rău sau respirați greu? Sunați imediat la { $n112 }.
    Spuneți unde sunteți. Poate veni o ambulanță.
    Nu este grav, dar aveți nevoie de un medic noaptea sau într-o zi de sărbătoare? Sunați la { $n116117 }.
    Aici nu putem da sfaturi medicale.
crisis-more-shelter =
    Sunteți în pericol? Vă este rău de frig? Sunați la { $n112 }.
    Nu aveți unde să dormiți? Nu aveți ce mânca astăzi? Spuneți la ghișeu (sportello).
    Ghișeul caută ajutor împreună cu dumneavoastră. Nu poate promite un pat.
    Aveți copii cu dumneavoastră? Spuneți-ne imediat.
crisis-more =
    Alte numere gratuite. Răspund ziua, de luni până vineri.
    { $n800901010 } UNAR: cineva vă tratează rău din cauza originii dumneavoastră.
    { $narci } ARCI: pentru cei care cer azil și pentru refugiați.
    Dacă sunteți în pericol, sunați mereu la { $n112 }.
crisis-exit-hint = „Ieși și șterge” (sau /x) șterge mesajele recente. Ca să ștergeți tot chatul: țineți apăsat pe chat în listă și alegeți „Șterge” („Elimina”, "Delete").

crisis-neutral =
    Cuvintele italiene de astăzi:
    il libro = cartea
    la finestra = fereastra
    la mela = mărul
