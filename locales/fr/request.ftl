# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Voir plus
form-done-button = ✔️ Suivant
form-skip-button = ⏭ Passer
form-back-button = ◀ Retour
form-cancel-button = ✖️ Arrêter
form-person-button = 👤 Nous parler
form-send-button = ✅ Envoyer
form-change-button = ✏️ Changer
form-summary-button = ◀ Résumé
form-continue-button = ▶️ Continuer
form-restart-button = 🔄 Recommencer
form-another-town = Une autre commune
form-not-in-list = ❓ Pas dans la liste
form-voice = 🎤 message vocal ({ PLURAL($seconds) ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question } : { $answer }
form-summary = { $kind }. Voici votre demande :
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } message joint
       *[other] { $count } messages joints
    }
form-send-question = C’est bien cela ? Touchez ✅ pour envoyer.
form-change-which = Que voulez-vous changer ?
form-please-choose = Je n’ai pas compris. Touchez une réponse, ou écrivez le numéro de la réponse.
form-please-write = Je n’ai pas compris. Écrivez la réponse, s’il vous plaît.
form-too-long = Le texte est trop long : { PLURAL($count) ->
        [one] { $count } lettre
       *[other] { $count } lettres
    }. Écrivez au maximum { PLURAL($max) ->
        [one] { $max } lettre
       *[other] { $max } lettres
    }.
form-voice-too-long = Le message vocal est long. S’il vous plaît, parlez moins de { PLURAL($max) ->
        [one] { $max } seconde
       *[other] { $max } secondes
    }.
form-number-between = Écrivez un nombre de { $least } à { $most }.
form-day-not-read = Je n’ai pas compris le jour. Écrivez comme ceci : 15/12.
form-not-found = Je ne trouve pas ce nom. Essayez un autre mot.
form-found = J’ai trouvé ces noms. Est-ce l’un d’eux ?
form-attached = 📎 Je l’ai ajouté à la demande. N’envoyez pas de documents personnels.
form-looks-private = ⚠️ Cela ressemble à un numéro de document. Je ne le garde pas. Écrivez sans numéros de documents et sans noms d’enfants.
form-old-button = Ce bouton est ancien. Voici la question de maintenant :

request-sent =
    ✅ C’est fait ! Votre numéro est { $number }.
    Une personne du guichet de { $desk } vous répond avant { $until }.
    Si vous êtes en danger, n’attendez pas : touchez 🆘.
request-sent-school =
    Maintenant, nous demandons à l’école. Votre nom ne va pas à l’école.
    Nous vous écrivons ici quand il y a du nouveau.
request-sent-mediator =
    Le service est gratuit. La personne qui fait la médiation doit respecter la confidentialité. Seulement si quelqu’un est en danger, elle doit parfois prévenir d’autres personnes.
    Elle ne parle pas à votre place et ne décide pas.
request-draft-found = Une demande n’est pas finie : { $kind }. Voulez-vous continuer ?
request-list = 📋 Vos demandes. Touchez pour voir :
request-list-empty = 📋 Vous n’avez pas encore de demande. Touchez 🏠 Menu pour commencer.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Guichet : { $desk }
    { $state }
    ⏰ Réponse avant : { $until }
request-history = { $at } : { $event }
request-add-ask = ✍️ Écrivez ou parlez maintenant. Le message va à la demande { $number }.
request-add-button = ✍️ Ajouter
request-withdraw-button = 🗑 Annuler
request-withdraw-yes-button = 🗑 Oui, annuler
request-back-button = ◀ Retour
request-updated = ✅ J’ai changé votre demande { $number }. Vous n’avez pas besoin d’une autre demande.
request-added = ✅ J’ai ajouté le message à { $number }.
request-something-else-button = C’est autre chose
request-which-one = Ce message est pour quelle demande ?
request-belongs-button = 📎 C’est pour { $number }
request-new-button = 🆕 Nouvelle demande
request-held-full = ✋ Beaucoup de vos messages attendent déjà et il n’y a plus de place pour celui-ci : je ne l’ai pas gardé. Touchez d’abord ci-dessous, puis envoyez-le encore.
request-shall-i-send = Est-ce que je porte ce message au guichet ?
request-yes-button = ✅ Oui
request-no-button = ✖️ Non
request-not-sent = D’accord, je n’ai pas envoyé le message.
request-withdraw-ask = Voulez-vous annuler la demande { $number } ?
request-withdrawn = ✅ La demande { $number } est annulée. Vous pouvez toujours demander de nouveau.
request-not-yours = Je ne trouve pas cette demande parmi les vôtres.
request-over = La demande { $number } est déjà finie. Vous pouvez faire une nouvelle demande.
request-from-desk =
    💬 { $number } · Guichet de { $desk } :
    { $text }
request-media-from-desk = 💬 { $number } · Guichet de { $desk } :
request-other-language = 🌐 Ce message est en : { $language }. Voulez-vous une médiation (aide pour la langue) ?
request-mediator-button = 🗣 Oui, une médiation
request-taken = 👤 Une personne du guichet de { $desk } travaille sur la demande { $number }.
request-waiting-for-you = ⏳ { $number } : le guichet attend votre réponse. Écrivez ici quand vous pouvez.
request-moved = ➡️ { $number } : maintenant, le guichet de { $desk } répond.
request-appointment-ask =
    📅 { $number } : rendez-vous avec le guichet de { $desk }
    { $at }
    Cela vous va ?
request-appointment-yes = ✅ { $number } : d’accord. Rendez-vous { $at }. Je vous écris avant, pour vous le rappeler.
request-appointment-no = { $number } : d’accord, je le dis au guichet. Nous cherchons un autre jour.
request-appointment-old = Ce rendez-vous a changé. Touchez 📋 pour voir la demande.
request-reminder-day = ⏰ { $number } : n’oubliez pas le rendez-vous avec le guichet de { $desk } : { $at }.
request-reminder-hours = ⏰ { $number } : aujourd’hui à { $at }, vous avez rendez-vous avec le guichet de { $desk }.
request-done = ✅ { $number } : la demande est finie. Cela vous a aidé ?
request-helped-yes-button = 👍 Oui
request-helped-no-button = 👎 Non
request-helped-yes = Merci ! Pour autre chose, touchez 🏠 Menu.
request-helped-no = Excusez-nous. La demande { $number } est de nouveau ouverte. Écrivez ici ce qui manque.
request-closed = { $number } : le guichet a fermé la demande. Raison : { $reason }. Vous pouvez toujours demander de nouveau.
request-reopened = 🔄 { $number } : la demande est de nouveau ouverte.
request-edit-noted = ✏️ J’ai vu le changement et je l’envoie au guichet ({ $number }).
request-desk-edited =
    ✏️ { $number } : le guichet a changé un message :
    { $text }

state-new = 🟡 Reçue
state-triaged = 🟡 En attente
state-assigned = 🟠 Confiée à une personne
state-in_progress = 🔵 En cours
state-waiting_person = ⏳ En attente de la personne
state-waiting_other = ⏳ En attente d’un autre bureau
state-scheduled = 📅 Rendez-vous
state-done = 🟢 Finie
state-closed = ⚫ Fermée

event-sent = demande envoyée
event-taken = une personne la prend
event-released = de nouveau en attente
event-assigned = donnée à un ou une collègue
event-answered = réponse du guichet
event-reply_edited = réponse du guichet modifiée
event-note_edited = note modifiée
event-updated = réponses changées
event-added = message ajouté
event-waiting_person = en attente de la personne
event-waiting_other = en attente d’un autre bureau
event-scheduled = rendez-vous proposé
event-confirmed = rendez-vous confirmé
event-declined = rendez-vous refusé
event-done = finie
event-closed = fermée
event-withdrawn = annulée
event-reopened = ouverte de nouveau
event-offered = proposée à un autre guichet
event-accepted = prise par un autre guichet
event-refused = refusée par un autre guichet
event-unanswered = pas de réponse de l’autre guichet
event-triaged = urgence changée
event-late = en retard

outcome-information = information donnée
outcome-meeting = rencontre faite
outcome-mediation = médiation faite
outcome-referral = un autre service aide
outcome-other = autre

reason-no_contact = pas de contact
reason-out_of_scope = le guichet ne peut pas aider pour cela
reason-duplicate = il y a déjà une demande pareille
reason-withdrawn = annulée par la personne

media-voice = 🎤 message vocal
media-photo = 🖼 photo
media-document = 📎 document
media-video = 🎬 vidéo
media-video-note = 🎬 vidéo
# same as Italian
media-audio = 🎵 audio
# same as Italian
media-sticker = sticker
media-animation = animation
media-location = 📍 position
media-contact = 👤 contact
media-other = pièce jointe
