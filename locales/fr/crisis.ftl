# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Aide tout de suite
crisis-title =
    En danger maintenant ? Appelez le { $n112 }.
    C'est gratuit. On y parle beaucoup de langues. Cela marche aussi sans crédit.
crisis-ask = Que se passe-t-il ? Touchez un bouton.

crisis-topic-danger = ⚠️ Danger maintenant
crisis-topic-violence = 🛑 On me fait du mal
crisis-topic-child = 🧒 Un enfant en danger
crisis-topic-alone-minor = 🎒 Mineur sans famille
crisis-topic-forced = 🔒 On me force
crisis-topic-despair = 🌧️ Je n'en peux plus
crisis-topic-ill = 🚑 Je vais très mal
crisis-topic-shelter = 🛏️ Nulle part où dormir

crisis-card-danger =
    Appelez vite le { $n112 }. C'est gratuit, jour et nuit.
    On y parle beaucoup de langues. Cela marche aussi sans crédit.
    Dites où vous êtes : ville, rue, un magasin proche.
    Vous ne pouvez pas parler ? Prenez l'application { $n112 } Where ARE U : elle demande de l'aide en silence.
crisis-card-violence =
    En danger maintenant ? Appelez le { $n112 }.
    Quelqu'un vous fait du mal ? Vous avez peur de quelqu'un ? On veut vous marier contre votre volonté ? Ce n'est pas votre faute.
    Appelez le { $n1522 } : gratuit, secret, jour et nuit. Aussi par écrit (chat) : www.1522.eu
    On y répond aussi en français.
    Moins de 18 ans ? Vous pouvez aussi appeler le { $n114 }.
    Si possible, prenez un téléphone que personne ne contrôle.
crisis-card-child =
    Un enfant est en danger maintenant ? Appelez le { $n112 }.
    Le { $n114 } aide les enfants et les adultes : gratuit, jour et nuit, dans beaucoup de langues.
    Tu as moins de 18 ans ? Tu peux aussi appeler le { $n19696 }. Ce n'est pas ta faute.
    N'écrivez pas ici le nom de l'enfant. N'envoyez pas de photos.
crisis-card-alone-minor =
    En danger maintenant ? Appelle le { $n112 }.
    Tu as moins de 18 ans et ta famille n'est pas ici ? En Italie, tu as droit à la protection, à une maison et à l'école. Même sans papiers.
    Le { $n114 } t'aide : gratuit, jour et nuit, dans beaucoup de langues.
    Tu n'as pas besoin de raconter ton voyage.
crisis-card-forced =
    En danger maintenant ? Appelez le { $n112 }.
    Quelqu'un vous force à travailler, à avoir des rapports sexuels ou à mendier ? On vous a pris vos papiers ? Ce n'est pas votre faute.
    { $n800290290 } : gratuit, anonyme, jour et nuit, dans beaucoup de langues.
    Pour un problème de travail : { $n800939000 }, du lundi au vendredi, 9:30–18:00.
    Si le numéro ne marche pas, prenez un autre téléphone ou appelez le { $n112 }.
crisis-card-despair =
    Appelez maintenant le { $n112 }. Il y a de l'aide pour vous.
    On répond jour et nuit, dans beaucoup de langues.
    Avec de l'aide, la douleur peut devenir moins forte.
    Si possible, restez près d'une personne de confiance.
    Mettez les choses dangereuses loin de vous.
crisis-card-ill =
    Vous allez très mal ou vous respirez mal ? Appelez vite le { $n112 }.
    Dites où vous êtes. Une ambulance peut venir.
    Ce n'est pas grave, mais il faut un médecin la nuit ou un jour de fête ? Appelez le { $n116117 }.
    Ici, nous ne pouvons pas donner de conseils médicaux.
crisis-card-shelter =
    En danger ? Malade à cause du froid ? Appelez le { $n112 }.
    Pas d'endroit pour dormir ? Rien à manger aujourd'hui ? Demandez aujourd'hui au guichet (sportello).
    Le guichet cherche de l'aide avec vous. Il ne peut pas promettre un lit.
    Il y a des enfants avec vous ? Dites-le tout de suite.
crisis-more =
    Autres numéros gratuits. On répond le jour, du lundi au vendredi.
    { $n800901010 } UNAR : quelqu'un vous traite mal à cause de votre origine.
    { $narci } ARCI : pour les personnes qui demandent l'asile et pour les réfugiés.
    Si vous êtes en danger, appelez toujours le { $n112 }.

crisis-nobody-reads = Personne ne lit ces messages maintenant. Le { $n112 }, le { $n1522 } et le { $n114 } répondent jour et nuit.
crisis-someone-reads = Vous pouvez aussi écrire ici. Une personne vous lit.
crisis-exit-button = ✖️ Nettoyer l'écran
crisis-exit-hint = /x efface les messages récents. Pour enlever toute la conversation : gardez le doigt dessus dans la liste et choisissez « Supprimer ».
crisis-neutral =
    Mots italiens du jour :
    il libro = le livre
    la finestra = la fenêtre
    la mela = la pomme
crisis-noticed = Si vous êtes en danger, ces numéros aident maintenant. Je continue avec votre demande.
crisis-other-language-button = 🌐 Autre langue
crisis-back-button = ◀ Retour
# same as Italian
crisis-menu-button = 🏠 Menu
