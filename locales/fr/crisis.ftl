# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Aide tout de suite
crisis-call = En danger ? L’appel est gratuit, même sans crédit.
crisis-ask = Que se passe-t-il ? Touchez un bouton.
crisis-voice = 🎤 Un vocal envoyé maintenant arrive tout de suite au guichet.

crisis-topic-danger = ⚠️ Danger maintenant
crisis-topic-violence = 🛑 On me fait du mal
crisis-topic-child = 🧒 Un enfant en danger
crisis-topic-alone-minor = 🎒 Moins de 18 ans, sans famille
crisis-topic-forced = 🔒 On me force
crisis-topic-despair = 🌧️ Je n’en peux plus
crisis-topic-ill = 🚑 Je suis très malade
crisis-topic-shelter = 🛏️ Nulle part où dormir

crisis-line-danger = Dites où vous êtes : ville, rue.
crisis-line-violence = { $n1522 } : violence, jour et nuit.
crisis-line-child = { $n114 } : enfants, jour et nuit.
crisis-line-alone-minor = { $n114 } : si tu as moins de 18 ans.
crisis-line-forced = { $n800290290 } : si on vous force.
crisis-line-despair = Il y a de l’aide, jour et nuit.
crisis-line-ill = Très malade ? Dites où vous êtes.
crisis-line-shelter = Sans lit ou repas ? Dites-le ici.

crisis-also-danger = Impossible de parler ? Application « { $n112 } Where ARE U ».
crisis-also-violence = Ce n’est pas votre faute. Écrire ici n’est pas une plainte.
crisis-also-child = Ce n’est pas un signalement : pas de nom, pas de questions à l’enfant.
crisis-also-alone-minor = Tu as droit à un endroit où vivre et à l’école.
crisis-also-forced = Ce n’est pas votre faute. Écrire ici n’est pas une plainte.
crisis-also-despair = On vous fait du mal ? Il y a aussi le { $n1522 }.
crisis-also-ill = Ici, nous ne pouvons pas donner de conseils médicaux.
crisis-also-shelter = Nous ne pouvons pas promettre un lit.
crisis-not-report = Ce n’est ni une plainte ni un signalement.

crisis-unread = Personne ne l’a encore lu. Quelqu’un doit-il le lire ?
crisis-offer = Personne ne sait encore. Voulez-vous quelqu’un du guichet ?
crisis-nobody-reads = Personne ne lit maintenant : { $n112 }, { $n1522 }, { $n114 } répondent.
crisis-limits = Qui lit doit parfois avertir d’autres personnes. { $n1522 } : même sans nom.
crisis-is-it-now = Le guichet ne l’a pas encore ouvert. C’est pour une aide maintenant ?
crisis-sent = ✅ { $number } : c’est au guichet, urgent.
crisis-sent-unread = Personne ne l’a encore lu.
crisis-soft = En danger ? Voici les numéros qui répondent tout de suite :

crisis-yes-button = 🙋 Oui, une personne
crisis-later-button = 🙋 Oui, à l’ouverture
crisis-now-button = 🆘 Oui, aide maintenant
crisis-more-button = ➕ Plus
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Retour
crisis-exit-button = ✖️ Quitter et effacer
# same as Italian
crisis-menu-button = 🏠 Menu

crisis-more-danger =
    Appelez vite le { $n112 }. C’est gratuit, jour et nuit.
    On y parle beaucoup de langues. Cela marche aussi sans crédit.
    Dites où vous êtes : ville, rue, un magasin proche.
    Vous ne pouvez pas parler ? Utilisez l’application { $n112 } Where ARE U : pour demander de l’aide en silence.
crisis-more-violence =
    En danger maintenant ? Appelez le { $n112 }.
    Quelqu’un vous fait du mal ? Vous avez peur de quelqu’un ? On veut vous marier contre votre volonté ? Ce n’est pas votre faute.
    Appelez le { $n1522 } : aide contre la violence. Gratuit, confidentiel, jour et nuit. Aussi par écrit (chat) : www.1522.eu
    On y répond aussi en français.
    Moins de 18 ans ? Vous pouvez aussi appeler le { $n114 }.
    Si possible, utilisez un téléphone que personne ne contrôle.
crisis-more-child =
    Un enfant est en danger maintenant ? Appelez le { $n112 }.
    Le { $n114 } aide les enfants et les adultes : gratuit, jour et nuit, dans beaucoup de langues.
    Tu as moins de 18 ans ? Tu peux aussi appeler le { $n19696 }. Ce n’est pas ta faute.
    N’écrivez pas ici le nom de l’enfant. N’envoyez pas de photos.
    Vous travaillez dans une école ? Parlez-en aujourd’hui à la direction.
crisis-more-alone-minor =
    En danger maintenant ? Appelle le { $n112 }.
    Tu as moins de 18 ans et ta famille n’est pas ici ? En Italie, tu as droit à la protection, à un endroit où vivre et à l’école. Même sans papiers.
    Le { $n114 } t’aide : gratuit, jour et nuit, dans beaucoup de langues.
    Tu n’as pas besoin de raconter ton voyage.
crisis-more-forced =
    En danger maintenant ? Appelez le { $n112 }.
    Quelqu’un vous force à travailler, à avoir des rapports sexuels ou à mendier ? On vous a pris vos papiers ? Ce n’est pas votre faute.
    { $n800290290 } : gratuit, anonyme, jour et nuit, dans beaucoup de langues.
    Pour un problème de travail : { $n800939000 }, du lundi au vendredi, 9:30–18:00.
    Si le numéro ne marche pas, utilisez un autre téléphone ou appelez le { $n112 }.
crisis-more-despair =
    Vous pensez à mourir ou à vous faire du mal ? Appelez maintenant le { $n112 }. Il y a de l’aide pour vous.
    On répond jour et nuit, dans beaucoup de langues.
    Quelqu’un vous fait du mal ? Il y a aussi le { $n1522 }.
crisis-more-ill =
    Vous allez très mal ou vous respirez mal ? Appelez vite le { $n112 }.
    Dites où vous êtes. Une ambulance peut venir.
    Ce n’est pas grave, mais il faut un médecin la nuit ou un jour férié ? Appelez le { $n116117 }.
    Ici, nous ne pouvons pas donner de conseils médicaux.
crisis-more-shelter =
    En danger ? Malade à cause du froid ? Appelez le { $n112 }.
    Pas d’endroit pour dormir ? Rien à manger aujourd’hui ? Dites-le au guichet (sportello).
    Le guichet cherche de l’aide avec vous. Il ne peut pas promettre un lit.
    Il y a des enfants avec vous ? Dites-le tout de suite.
crisis-more =
    Autres numéros gratuits. On répond le jour, du lundi au vendredi.
    { $n800901010 } UNAR : quelqu’un vous traite mal à cause de votre origine.
    { $narci } ARCI : pour les personnes qui demandent l’asile et pour les réfugiés.
    Si vous êtes en danger, appelez toujours le { $n112 }.
crisis-exit-hint = « Quitter et effacer » (ou /x) efface les messages récents. Pour enlever toute la conversation : gardez le doigt dessus dans la liste et choisissez « Supprimer » (« Elimina », "Delete").

crisis-neutral =
    Mots italiens du jour :
    il libro = le livre
    la finestra = la fenêtre
    la mela = la pomme
