# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Français

bot-hello =
    👋 Bonjour ! Ici, c’est le guichet d’aide (sportello) pour les personnes étrangères.
    C’est gratuit. Vous pouvez demander dans votre langue.
bot-choose-language = 🌐 Choisissez votre langue :

bot-notice-short =
    🔒 Nous utilisons vos messages seulement pour vous répondre. Seule l’équipe du guichet les lit.
    Telegram est une entreprise privée et garde les messages. Pour les choses très privées, venez au guichet.
bot-notice-full =
    🔒 Vos données et votre vie privée, version { $version }

    Qui utilise les données : le guichet d’aide du district social Sud Est Milano (sud-est de Milan), un service public. C’est pour vous aider (intérêt public, article 6 du RGPD ou GDPR, la loi européenne sur les données).
    Quelles données : la langue, les messages, les réponses aux questions. Nous ne demandons rien sur le permis de séjour (permesso di soggiorno), la religion ou les maladies.
    Qui les voit : seulement les personnes du guichet qui vous répondent. Les données sont fermées avec une clé (chiffrées).
    Combien de temps : jusqu’à 12 mois après la fin de la demande.
    Telegram : c’est une entreprise privée, avec des ordinateurs aussi hors d’Europe. Si vous ne voulez pas utiliser Telegram, vous pouvez venir au guichet ou téléphoner.
    Vos droits : vous pouvez voir vos données avec /mydata et les effacer avec /forget. Vous pouvez corriger les données : demandez au guichet. Vous pouvez faire une réclamation auprès du Garante per la privacy (autorité italienne des données).
bot-notice-ok-button = 👍 D’accord
bot-notice-read-button = 📄 Tout lire
bot-who-button = 🤖 Qui êtes-vous ?
bot-who-are-you =
    🤖 Je suis un programme, pas une personne. Je reçois votre demande et je la porte au guichet.
    🧑 Ensuite, une personne du guichet répond. Après l’envoi, vous voyez le jour et l’heure de la réponse.
    ✅ Le service est gratuit. Vous n’avez besoin d’aucun papier pour demander.
bot-menu = Que voulez-vous faire ?
bot-menu-school-button = 🏫 Guichet à l’école
bot-menu-info-button = ℹ️ Informations
bot-menu-mediator-button = 🗣 Médiation (langue)
bot-menu-requests-button = 📋 Mes demandes
bot-menu-help-now-button = 🆘 Aide tout de suite
bot-menu-language-button = 🌐 Langue
bot-menu-person-button = 👤 Nous parler
bot-keys = 👇 Ces deux boutons sont toujours ici, en bas.
# same as Italian
bot-key-menu-button = 🏠 Menu
bot-help =
    Voici ce que vous pouvez faire :

    🏫 /school : le guichet vient à l’école
    ℹ️ /info : poser une question
    🗣 /mediator : demander une médiation (aide pour la langue)
    📋 /requests : voir vos demandes
    👤 /person : parler avec une personne
    🆘 /sos : aide tout de suite
    🌐 /language : changer de langue
    🔒 /privacy : comment nous utilisons vos données
    ✖️ /x : quitter et effacer

    Vous pouvez aussi écrire ou parler : je porte le message au guichet.
bot-unknown-command = Je ne connais pas { $command }. Touchez 🏠 Menu, ou écrivez /help.
bot-did-you-mean = Je ne connais pas { $command }. Vous voulez peut-être { $meant } ?
bot-not-for-you = Cette commande est seulement pour l’équipe du guichet. Touchez 🏠 Menu.
bot-too-fast = ✋ Vous écrivez très vite. Je lis vos messages l’un après l’autre et je n’en perds aucun : attendez un instant. Si vous êtes en danger, touchez 🆘.
bot-too-much = ✋ Trop de messages attendent déjà. Ce que vous écrivez maintenant, je ne peux pas le garder : écrivez de nouveau dans dix minutes. Je garde les messages vocaux, les photos et les fichiers. Si vous êtes en danger, touchez 🆘.
bot-too-much-text = ✋ Vous avez déjà écrit énormément de texte aujourd’hui. Ce que vous écrivez maintenant, je le lirai demain. Les messages vocaux et les photos arrivent aussi aujourd’hui. Si vous êtes en danger, touchez 🆘.
bot-too-many-taps = ✋ Trop de boutons touchés en peu de temps. Attendez une minute, puis touchez de nouveau. 🆘 marche toujours.
bot-too-many-open = ✋ Vous avez déjà { $count } demandes ouvertes : je ne peux pas en ouvrir une autre pour le moment. Écrivez dans l’une d’elles, ou fermez-en une puis envoyez celle-ci : vos réponses restent ici.
bot-cannot-carry = Je ne peux porter ce message à personne : Telegram ne le laisse pas passer. Écrivez-le avec vos mots, ou envoyez une photo, un fichier ou un message vocal.
bot-not-understood = Je ne peux pas lire ce message. Écrivez, envoyez un message vocal ou touchez 🏠 Menu.
bot-old-button = Ce bouton est ancien. Voici le menu.
bot-apology = Excusez-nous, quelque chose ne va pas. Votre message n’est pas perdu : les responsables sont prévenus. En danger, touchez 🆘 ou appelez le { $n112 }.
bot-nothing-to-cancel = D’accord. Il n’y a rien à arrêter.
bot-cancelled = D’accord, j’ai tout arrêté. Je n’ai rien envoyé.
bot-link-unknown = Je ne connais pas ce code. Voici le menu.
bot-link-desk = 📍 Guichet de { $desk }. Vos demandes vont ici.
bot-ask-code = Écrivez le code après la commande, par exemple : /code MIPS11002E
bot-edit-seen = J’ai vu : vous avez changé un message. Il n’est pas dans une demande, donc rien ne change.
bot-in-private = Écrivez-moi en privé, s’il vous plaît.
bot-sos-in-group = 🆘 En danger maintenant ? Appelez le { $n112 }. Ici tout le monde lit : écrivez-moi en privé.
bot-mydata =
    📄 Voici vos données :

    Nom sur Telegram : { $name }
    Langue : { $language }
    Version lue du texte sur les données : { $notice }
    { PLURAL($count) ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
    { PLURAL($messages) ->
        [one] { $messages } message, de vous ou du guichet
       *[other] { $messages } messages, de vous et du guichet
    }
bot-mydata-json = Tout ce que nous gardons sur vous est dans ce fichier (JSON). Il s’ouvre avec un ordinateur ou un téléphone.
bot-mydata-wait = 📄 J’ai déjà reçu votre demande. Vous pouvez demander une autre copie après { $at }.
bot-forget-ask =
    🗑 Voulez-vous effacer vos données ?

    J’efface : nom, messages, réponses. J’enlève aussi les messages du téléphone des opérateurs : ceux de plus de 2 jours peuvent y rester.
    Il reste seulement un numéro pour chaque demande, sans votre nom, pour compter.
    { PLURAL($count) ->
        [0] Vous n’avez pas de demande ouverte.
        [one] J’arrête aussi { $count } demande ouverte.
       *[other] J’arrête aussi { $count } demandes ouvertes.
    }
bot-forget-yes-button = 🗑 Oui, tout effacer
bot-forget-no-button = ◀ Non
bot-forget-staff = Vous travaillez pour le guichet. D’abord, un administrateur ou une administratrice doit retirer votre accès avec /remove.
bot-forgotten = ✅ J’ai effacé vos données. Pour recommencer, écrivez /start.
bot-looks-private = ⚠️ Le message ressemble à un numéro de document. Je ne l’ai pas envoyé. S’il vous plaît, n’écrivez pas ici de numéros de documents ni de noms d’enfants.
bot-delete-button = 🗑 Effacer le message
bot-deleted = ✅ Le message n’est plus là.
bot-keep-button = ✅ Pas un document
bot-welcome = ✅ Bonjour { $name } ! Votre rôle est maintenant : { $role }. Guichet : { $desk }. Écrivez /help pour voir les commandes.
bot-invitation-used = Cette invitation a déjà servi. Demandez une nouvelle invitation.
bot-invitation-expired = Cette invitation n’est plus valable. Demandez une nouvelle invitation.
bot-invitation-unknown = Je ne connais pas cette invitation. Demandez une nouvelle invitation.
bot-usage = Écrivez comme ceci : { $grammar }
    Par exemple : { $example }
bot-invited =
    ✅ Invitation pour : { $role }. Guichet : { $desk }.
    Elle sert une seule fois, jusqu’au { $until } :
    { $link }
bot-staff = 👥 Les personnes du guichet :
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } n’a plus accès. { PLURAL($count) ->
        [one] { $count } demande retourne dans la file.
       *[other] { $count } demandes retournent dans la file.
    }
bot-remove-ask = On retire l’accès à { $name } ? Les demandes ouvertes de cette personne retournent dans la file.
bot-remove-yes-button = 🗑 Oui, retirer l’accès
bot-you-were-removed = Votre accès comme membre de l’équipe est fini. Merci pour votre travail. Vous pouvez encore utiliser le service comme tout le monde.
bot-last-admin = Impossible : il faut au moins un administrateur ou une administratrice.
bot-nobody-there = Il n’y a personne avec ce numéro. Écrivez /staff pour voir les numéros.
bot-no-such-desk = Je ne connais pas le guichet { $desk }. Il y a : { $list }
bot-bound = ✅ Les nouvelles demandes arrivent dans ce groupe, sans données personnelles.
bot-bind-in-group = Écrivez /bind dans le groupe de l’équipe.
bot-added-to-group = 👋 Bonjour ! Un administrateur ou une administratrice peut écrire /bind : les nouvelles demandes arrivent ici.

role-mediator = médiateur ou médiatrice
role-operator = opérateur ou opératrice
role-admin = administrateur ou administratrice
desk-name-none = aucun

command-start = Recommencer
# same as Italian
command-menu = Menu
command-school = Le guichet vient à l’école
command-info = Poser une question
command-mediator = Demander une médiation (aide pour la langue)
command-requests = Mes demandes
command-person = Parler avec une personne
command-sos = Aide tout de suite
command-language = Changer de langue
command-privacy = Comment nous utilisons vos données
command-whoareyou = Qui êtes-vous ?
command-mydata = Voir mes données
command-forget = Effacer mes données
command-cancel = Arrêter
command-code = Code d’une école
command-x = Quitter et effacer
command-help = Aide
command-invite = Inviter un ou une collègue
command-staff = Qui travaille au guichet
command-remove = Retirer l’accès
command-bind = Annonces dans ce groupe
