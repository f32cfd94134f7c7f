# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ajutor acum
crisis-title =
    Sunteți în pericol acum? Sunați la { $n112 }.
    Este gratuit. Vorbesc multe limbi. Merge și fără credit.
crisis-ask = Ce se întâmplă? Apăsați un buton.

crisis-topic-danger = ⚠️ Pericol acum
crisis-topic-violence = 🛑 Cineva îmi face rău
crisis-topic-child = 🧒 Un copil în pericol
crisis-topic-alone-minor = 🎒 Minor fără familie
crisis-topic-forced = 🔒 Mă obligă cineva
crisis-topic-despair = 🌧️ Nu mai pot
crisis-topic-ill = 🚑 Mi-e foarte rău
crisis-topic-shelter = 🛏️ Nu am unde dormi

crisis-card-danger =
    Sunați imediat la { $n112 }. Este gratuit, zi și noapte.
    Vorbesc multe limbi. Merge și fără credit.
    Spuneți unde sunteți: orașul, strada, un magazin din apropiere.
    Nu puteți vorbi? Folosiți aplicația { $n112 } Where ARE U: cereți ajutor în tăcere.
crisis-card-violence =
    Sunteți în pericol acum? Sunați la { $n112 }.
    Vă face cineva rău? Vă este frică de cineva? Vor să vă căsătoriți și dumneavoastră nu doriți? Nu este vina dumneavoastră.
    Sunați la { $n1522 }: gratuit, secret, zi și noapte. Și pe chat: www.1522.eu
    Întrebați dacă există o persoană care vorbește limba dumneavoastră.
    Aveți sub 18 ani? Puteți suna și la { $n114 }.
    Dacă puteți, folosiți un telefon pe care nu îl verifică nimeni.
crisis-card-child =
    Un copil este în pericol acum? Sunați la { $n112 }.
    Numărul { $n114 } ajută copii și adulți: gratuit, zi și noapte, în multe limbi.
    Ai sub 18 ani? Poți suna și la { $n19696 }. Nu este vina ta.
    Nu scrieți aici numele copilului. Nu trimiteți fotografii.
crisis-card-alone-minor =
    Ești în pericol acum? Sună la { $n112 }.
    Ai sub 18 ani și familia ta nu este aici? În Italia ai dreptul la protecție, la o casă și la școală. Chiar și fără documente.
    Numărul { $n114 } te ajută: gratuit, zi și noapte, în multe limbi.
    Nu trebuie să povestești despre drumul tău.
crisis-card-forced =
    Sunteți în pericol acum? Sunați la { $n112 }.
    Vă obligă cineva să munciți, să faceți sex sau să cerșiți? V-a luat documentele? Nu este vina dumneavoastră.
    { $n800290290 }: gratuit, anonim, zi și noapte, în multe limbi.
    Pentru probleme la muncă: { $n800939000 }, de luni până vineri, 9:30–18:00.
    Dacă numărul nu merge, folosiți alt telefon sau sunați la { $n112 }.
crisis-card-despair =
    Sunați acum la { $n112 }. Există ajutor pentru dumneavoastră.
    Răspund zi și noapte, în multe limbi.
    Cu ajutor, durerea poate deveni mai mică.
    Dacă puteți, stați aproape de o persoană de încredere.
    Puneți lucrurile periculoase departe de dumneavoastră.
crisis-card-ill =
    Vă este foarte rău sau respirați greu? Sunați imediat la { $n112 }.
    Spuneți unde sunteți. Poate veni o ambulanță.
    Nu este grav, dar aveți nevoie de un medic noaptea sau într-o zi de sărbătoare? Sunați la { $n116117 }.
    Aici nu putem da sfaturi medicale.
crisis-card-shelter =
    Sunteți în pericol? Vă este rău de frig? Sunați la { $n112 }.
    Nu aveți unde dormi? Nu aveți ce mânca astăzi? Cereți ajutor astăzi la ghișeu (sportello).
    Ghișeul caută ajutor împreună cu dumneavoastră. Nu poate promite un pat.
    Aveți copii cu dumneavoastră? Spuneți imediat.
crisis-more =
    Alte numere gratuite. Răspund ziua, de luni până vineri.
    { $n800901010 } UNAR: cineva vă tratează rău din cauza originii dumneavoastră.
    { $narci } ARCI: pentru cei care cer azil și pentru refugiați.
    Dacă sunteți în pericol, sunați mereu la { $n112 }.

crisis-nobody-reads = Acum nimeni nu citește acest chat. { $n112 }, { $n1522 } și { $n114 } răspund zi și noapte.
crisis-someone-reads = Puteți scrie și aici. Va citi o persoană.
crisis-exit-button = ✖️ Curăță ecranul
crisis-exit-hint = /x șterge mesajele recente. Ca să ștergeți tot chatul: țineți apăsat pe chat în listă și alegeți „Șterge”.
crisis-neutral =
    Cuvintele italiene de astăzi:
    il libro = cartea
    la finestra = fereastra
    la mela = mărul
crisis-noticed = Dacă sunteți în pericol, aceste numere vă ajută acum. Eu continui cu cererea dumneavoastră.
crisis-other-language-button = 🌐 Altă limbă
crisis-back-button = ◀ Înapoi
crisis-menu-button = 🏠 Meniu
