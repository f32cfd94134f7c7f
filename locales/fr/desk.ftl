# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · avant { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
# same as Italian
desk-age-hours = { $count } h
desk-age-days = { PLURAL($count) ->
        [one] { $count } jour
       *[other] { $count } jours
    }
desk-is-late = ⚠️ en retard
desk-on-time = ✓
desk-queue = 📋 File, page { $page }
desk-queue-empty = 📋 Il n’y a rien ici. Bon travail !
desk-queue-word = Je ne comprends pas « { $word } ». Exemples : /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Aucune demande n’attend. Bon travail !
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ avant { $until }
desk-card-person = 👤 { $name } · langue : { $language }
desk-card-erased = 👤 Les données de la personne ne sont plus là.
desk-card-unreachable = 🚫 Les messages n’arrivent pas : la personne a bloqué le bot.
desk-card-activation = 🏫 Pour cette école : parents { $parents }, école { $teachers }, élèves { $pupils }.
desk-card-offer = ➡️ Proposée au guichet de { $desk }.
desk-card-refused = ↩️ L’autre guichet a dit non.
desk-card-unanswered = ↩️ L’autre guichet n’a pas répondu à temps.
desk-thread-person = 👤 { $at } : { $text }
desk-thread-desk = 💬 { $at } : { $text }
desk-thread-note = 📝 { $at } : { $text }
desk-thread-event = · { $at } : { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Je ne trouve pas la demande { $number }.
desk-taken-by-you = ✅ { $number } est à vous. Pour répondre, répondez à ce message.
desk-taken-by-seconds = { $number } : prise par { $name } { PLURAL($count) ->
        [one] il y a { $count } seconde
       *[other] il y a { $count } secondes
    }.
desk-taken-by-minutes = { $number } : prise par { $name } { PLURAL($count) ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }.
desk-yours-already = { $number } est déjà à vous.
desk-nobody-has-it = { $number } : prenez-la d’abord, avec /take.
desk-over = { $number } est déjà finie. Pour la rouvrir : /reopen
desk-not-over = { $number } est encore ouverte.
desk-too-late = { $number } est finie depuis plus de 30 jours : il faut une nouvelle demande.
desk-no-offer = { $number } : aucun transfert à accepter.
desk-offer-old = Ce bouton est ancien : { $number } a changé entre-temps. Je n’ai rien changé. Pour la voir : /show
desk-offer-waits = { $number } : attend déjà la réponse du guichet de { $desk }.
desk-same-desk = { $number } est déjà à ce guichet.
desk-released = ↩️ { $number } retourne dans la file.
desk-reply-ask = ✍️ Écrivez ou parlez maintenant : le message va à la personne ({ $number }). Pour arrêter : /cancel
desk-note-ask = 📝 Écrivez la note pour { $number }. La personne ne la voit pas. Pour arrêter : /cancel
desk-replied = ✅ Envoyé à la personne ({ $number }).
desk-noted = 📝 Note écrite ({ $number }).
desk-not-changed = ✋ { $number } : la modification n’est pas passée. On peut changer un message seulement tant que la demande est ouverte et à vous. Écrivez un nouveau message.
desk-note-erased = 📝 { $number } : la note n’est pas écrite. Les données de la personne n’existent plus, et on ne peut rien garder sur elle.
desk-where-to = À qui va le message ? Répondez à un message de la demande, ou écrivez : /reply 1042 texte
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number } : la personne a changé un message :
    { $text }
desk-assign-whom = À qui donnons-nous { $number } ?
desk-assigned = ✅ { $number } va à { $name }.
desk-assign-sure = On donne { $number } à cette personne ? { $name }
desk-colleague-away = { $name } · absence
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Ce bouton est ancien : cette personne ne travaille plus au guichet. Je n’ai rien changé.
desk-assigned-to-you = 📥 { $name } vous donne { $number }.
desk-transfer-where = À quel guichet passons-nous { $number } ?
desk-offered = ➡️ { $number } : proposée au guichet de { $desk }. Sans réponse avant { $until }, elle revient ici.
desk-offer-to-you =
    📨 Le guichet de { $desk } vous demande de prendre :
    { $line }
desk-accepted = ✅ { $number } : maintenant au guichet de { $desk }.
desk-refuse-why = Pourquoi dites-vous non ? Touchez ou écrivez : /refuse { $number } raison
desk-refused = ↩️ { $number } : le guichet de { $desk } dit non. Raison : { $reason }
desk-unanswered = ↩️ { $number } : le guichet de { $desk } n’a pas répondu. Elle retourne dans la file.
desk-wait-whom = { $number } : qui attendons-nous ?
desk-waits = { $number } : { $state }
desk-schedule-day = 📅 { $number } : quel jour ?
desk-schedule-time = 📅 { $number } : { $day }. À quelle heure ? Vous pouvez aussi écrire : 15:30
desk-has-appointment = 📅 { $number } a un rendez-vous : { $at }. Vous pouvez le déplacer (/schedule), donner la demande à quelqu’un (/assign) ou la fermer (/close).
desk-schedule-unread = Je ne comprends pas le jour ou l’heure, ou c’est déjà passé. Exemple : /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number } : proposé { $at }. Maintenant, la personne doit dire oui.
desk-schedule-closed = ⚠️ À ce moment, le guichet est fermé. Le rendez-vous reste : vérifiez-le.
desk-person-yes = ✅ { $number } : la personne vient { $at }.
desk-person-no = ❌ { $number } : la personne ne peut pas { $at }. Proposez un autre jour.
desk-appointment-near = ⏰ { $number } : rendez-vous { $at }.
desk-done-how = { $number } : comment s’est-elle terminée ?
desk-done = 🟢 { $number } : { $outcome }.
desk-close-why = { $number } : pourquoi la fermons-nous ?
desk-closed = ⚫ { $number } : fermée. { $reason }.
desk-reopened = 🔄 { $number } est de nouveau ouverte et elle est à vous.
desk-person-withdrew = 🗑 { $number } : la personne a annulé la demande.
desk-person-not-helped = 👎 { $number } : la personne dit que cela n’a pas aidé. Elle est de nouveau ouverte.
desk-priority-how = { $number } : quelle urgence ?
desk-priority-set = { $number } : maintenant P{ $priority }.
desk-here = 📍 Vous êtes au guichet de { $desk } jusqu’au { $until }. Les nouvelles demandes arrivent d’abord chez vous.
desk-here-where = À quel guichet êtes-vous aujourd’hui ?
desk-away = 👋 D’accord, vous n’êtes plus disponible. Pour revenir : /here
desk-stats =
    📊 7 derniers jours : nouvelles { $opened }, avec réponse { $answered }, finies { $ended }.
    Maintenant : ouvertes { $open }, en retard { $late }.
    🆘 ouvert { PLURAL($taps) ->
        [one] { $taps } fois
       *[other] { $taps } fois
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state } : { $count }
desk-undelivered = ⚠️ { $number } : le message n’est pas arrivé. { $why }
desk-not-passed = ⚠️ { $number } : Telegram n’a pas laissé passer un message ou une pièce jointe pour vous. Regardez avec /show. S’il manque, demandez à la personne de l’envoyer en photo, en fichier ou avec des mots.
undelivered-blocked = La personne a bloqué le bot.
undelivered-deactivated = Le compte Telegram n’existe plus.
undelivered-not-found = Telegram ne trouve pas la conversation.
undelivered-gone = Le message n’est plus là.
undelivered-other = Telegram l’a refusé.
desk-person-left = 🚫 { $number } : la personne a bloqué le bot. Si elle revient, la demande continue.
desk-more-new = 📥 Encore { $count } nouvelles demandes en une minute : /queue
desk-set-aside = ⚠️ Je n’ai pas pu lire un message : il est mis de côté. La personne le sait. Prévenez la personne qui s’occupe du programme.
desk-alarm-set-aside = ⚠️ Je n’ai pas pu lire un rappel : je l’ai mis de côté. Prévenez la personne qui s’occupe du programme.
desk-help =
    Commandes pour l’équipe :
    { $list }

    Pour répondre à une personne : répondez à un de ses messages.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Je prends
desk-show-button = 👁 Voir
desk-reply-button = 💬 Répondre
desk-note-button = 📝 Noter
desk-release-button = ↩️ Dans la file
desk-assign-button = 👥 Donner à …
desk-transfer-button = ➡️ Passer
desk-wait-button = ⏳ Attendre
desk-schedule-button = 📅 Fixer la date
desk-done-button = 🟢 Finir
desk-close-button = ⚫ Fermer
desk-reopen-button = 🔄 Rouvrir
desk-priority-button = ❗ Urgence
desk-accept-button = ✅ Nous prenons
desk-refuse-button = ❌ Non
desk-wait-person-button = La personne
desk-wait-other-button = Un autre bureau
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Les miennes
desk-free-button = Libres
desk-late-button = En retard
desk-all-button = Toutes
desk-refuse-busy-button = Trop de travail
desk-refuse-wrong-button = Pas pour nous
refuse-busy = trop de travail
refuse-wrong = pas pour nous
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = La file
command-next = Prendre la suivante
command-take = Prendre une demande
command-release = Remettre dans la file
command-show = Voir une demande
command-reply = Répondre à la personne
command-note = Écrire une note interne
command-assign = Donner à un ou une collègue
command-transfer = Passer à un autre guichet
command-accept = Accepter un transfert
command-refuse = Refuser un transfert
command-wait = Mettre en attente
command-schedule = Fixer un rendez-vous
command-done = Finir, avec le résultat
command-close = Fermer, avec la raison
command-reopen = Rouvrir
command-priority = Changer l’urgence
command-mine = Mes demandes en cours
command-late = Demandes en retard
command-here = Dire où je suis
command-away = Dire que je ne suis pas là
command-stats = Chiffres de la semaine
desk-state-appointment = { $state } : { $at }
