# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · antes del { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
# same as Italian
desk-age-hours = { $count } h
desk-age-days = { PLURAL($count) ->
        [one] { $count } día
       *[other] { $count } días
    }
desk-is-late = ⚠️ con retraso
desk-on-time = ✓
desk-queue = 📋 Cola, página { $page }
desk-queue-empty = 📋 No hay nada aquí. ¡Buen trabajo!
desk-queue-word = No entiendo “{ $word }”. Ejemplos: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ No espera ninguna solicitud. ¡Buen trabajo!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ antes del { $until }
desk-card-person = 👤 { $name } · idioma: { $language }
desk-card-erased = 👤 Los datos de la persona ya no están.
desk-card-unreachable = 🚫 Los mensajes no llegan: la persona bloqueó el bot.
desk-card-activation = 🏫 Para esta escuela: madres y padres { $parents }, escuela { $teachers }, estudiantes { $pupils }.
desk-card-offer = ➡️ Propuesta a la oficina de { $desk }.
desk-card-refused = ↩️ La otra oficina dijo que no.
desk-card-unanswered = ↩️ La otra oficina no respondió a tiempo.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = No encuentro la solicitud { $number }.
desk-taken-by-you = ✅ { $number } es suya. Para contestar, responda a este mensaje.
desk-taken-by-seconds = { $number }: la tomó { $name } hace { PLURAL($count) ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }.
desk-taken-by-minutes = { $number }: la tomó { $name } hace { PLURAL($count) ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }.
desk-yours-already = { $number } ya es suya.
desk-nobody-has-it = { $number }: primero tómela, con /take.
desk-over = { $number } ya terminó. Para abrirla de nuevo: /reopen
desk-not-over = { $number } todavía está abierta.
desk-too-late = { $number } terminó hace más de 30 días: hace falta una nueva solicitud.
desk-no-offer = { $number }: no hay ningún traspaso para aceptar.
desk-offer-old = Este botón es viejo: { $number } ha cambiado mientras tanto. No he cambiado nada. Para verla: /show
desk-offer-waits = { $number }: ya espera la respuesta de la oficina de { $desk }.
desk-same-desk = { $number } ya está en esta oficina.
desk-released = ↩️ { $number } vuelve a la cola.
desk-reply-ask = ✍️ Escriba o hable ahora: el mensaje va a la persona ({ $number }). Para parar: /cancel
desk-note-ask = 📝 Escriba la nota para { $number }. La persona no la ve. Para parar: /cancel
desk-replied = ✅ Enviado a la persona ({ $number }).
desk-noted = 📝 Nota guardada ({ $number }).
desk-not-changed = ✋ { $number }: el cambio no se hizo. Solo puede cambiar un mensaje mientras la solicitud está abierta y es suya. Escriba un mensaje nuevo.
desk-note-erased = 📝 { $number }: la nota no se ha escrito. Los datos de la persona ya no existen y no se puede guardar nada sobre ella.
desk-where-to = ¿Para quién es el mensaje? Responda a un mensaje de la solicitud o escriba: /reply 1042 texto
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: la persona cambió un mensaje:
    { $text }
desk-assign-whom = ¿A quién damos { $number }?
desk-assigned = ✅ { $number } es ahora de { $name }.
desk-assign-sure = ¿Damos { $number } a esta persona? { $name }
desk-colleague-away = { $name } · ausente
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Este botón es viejo: esta persona ya no trabaja en la oficina. No he cambiado nada.
desk-assigned-to-you = 📥 { $name } le da { $number }.
desk-transfer-where = ¿A qué oficina pasamos { $number }?
desk-offered = ➡️ { $number }: propuesta a la oficina de { $desk }. Si no responde antes del { $until }, vuelve aquí.
desk-offer-to-you =
    📨 La oficina de { $desk } le propone esta solicitud:
    { $line }
desk-accepted = ✅ { $number }: ahora es de la oficina de { $desk }.
desk-refuse-why = ¿Por qué no? Toque o escriba: /refuse { $number } motivo
desk-refused = ↩️ { $number }: la oficina de { $desk } dice que no. Motivo: { $reason }
desk-unanswered = ↩️ { $number }: la oficina de { $desk } no respondió. Vuelve a la cola.
desk-wait-whom = { $number }: ¿a quién esperamos?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: ¿qué día?
desk-schedule-time = 📅 { $number }: { $day }. ¿A qué hora? También puede escribir: 15:30
desk-has-appointment = 📅 { $number } tiene una cita: { $at }. Puede cambiarla (/schedule), dar la solicitud a otra persona (/assign) o cerrarla (/close).
desk-schedule-unread = No entiendo el día o la hora, o ya pasó. Ejemplo: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: propuesta para el { $at }. Ahora la persona debe decir sí.
desk-schedule-closed = ⚠️ En ese momento la oficina está cerrada. La cita queda: revísela.
desk-person-yes = ✅ { $number }: la persona viene el { $at }.
desk-person-no = ❌ { $number }: la persona no puede el { $at }. Proponga otro día.
desk-appointment-near = ⏰ { $number }: cita el { $at }.
desk-done-how = { $number }: ¿cómo terminó?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: ¿por qué la cerramos?
desk-closed = ⚫ { $number }: cerrada. { $reason }.
desk-reopened = 🔄 { $number } está abierta de nuevo y es suya.
desk-person-withdrew = 🗑 { $number }: la persona canceló la solicitud.
desk-person-not-helped = 👎 { $number }: para la persona no fue útil. Está abierta de nuevo.
desk-priority-how = { $number }: ¿qué tan urgente es?
desk-priority-set = { $number }: ahora es P{ $priority }.
desk-here = 📍 Usted está en la oficina de { $desk } hasta el { $until }. Las nuevas solicitudes le llegan primero a usted.
desk-here-where = ¿En qué oficina está hoy?
desk-away = 👋 Está bien, ahora figura como ausente. Para volver: /here
desk-stats =
    📊 Últimos 7 días: nuevas { $opened }, con respuesta { $answered }, terminadas { $ended }.
    Ahora: abiertas { $open }, con retraso { $late }.
    🆘 abierto { PLURAL($taps) ->
        [one] { $taps } vez
       *[other] { $taps } veces
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: el mensaje no llegó. { $why }
desk-not-passed = ⚠️ { $number }: Telegram no dejó pasar un mensaje o un archivo para usted. Mire con /show. Si falta, pida a la persona que lo mande como foto, como archivo o con palabras.
undelivered-blocked = La persona bloqueó el bot.
undelivered-deactivated = La cuenta de Telegram ya no existe.
undelivered-not-found = Telegram no encuentra el chat.
undelivered-gone = El mensaje ya no está.
undelivered-other = Telegram lo rechazó.
desk-person-left = 🚫 { $number }: la persona bloqueó el bot. Si vuelve, la solicitud continúa.
desk-more-new = 📥 Otras { $count } solicitudes nuevas en un minuto: /queue
desk-set-aside = ⚠️ No pude leer un mensaje y lo aparté. La persona lo sabe. Avise a quien cuida el programa.
desk-alarm-set-aside = ⚠️ No he podido leer un recordatorio: lo he apartado. Avise a quien cuida el programa.
desk-help =
    Comandos para el personal:
    { $list }

    Para contestar a una persona: responda a un mensaje suyo.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Tomar
desk-show-button = 👁 Ver
desk-reply-button = 💬 Responder
desk-note-button = 📝 Anotar
desk-release-button = ↩️ A la cola
desk-assign-button = 👥 Dar a …
desk-transfer-button = ➡️ Pasar
desk-wait-button = ⏳ Espera
desk-schedule-button = 📅 Fecha
desk-done-button = 🟢 Terminar
desk-close-button = ⚫ Cerrar
desk-reopen-button = 🔄 Reabrir
desk-priority-button = ❗ Urgencia
desk-accept-button = ✅ Aceptar
# same as Italian
desk-refuse-button = ❌ No
desk-wait-person-button = A la persona
desk-wait-other-button = A otra institución
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Mías
desk-free-button = Libres
desk-late-button = Con retraso
desk-all-button = Todas
desk-refuse-busy-button = Demasiado trabajo
desk-refuse-wrong-button = No nos corresponde
refuse-busy = demasiado trabajo
refuse-wrong = no nos corresponde
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = La cola
command-next = Tomar la siguiente
command-take = Tomar una solicitud
command-release = Devolver a la cola
command-show = Ver una solicitud
command-reply = Responder a la persona
command-note = Escribir una nota interna
command-assign = Dar a otra persona del equipo
command-transfer = Pasar a otra oficina
command-accept = Aceptar un traspaso
command-refuse = Rechazar un traspaso
command-wait = Poner en espera
command-schedule = Fijar una cita
command-done = Terminar, con el resultado
command-close = Cerrar, con el motivo
command-reopen = Reabrir
command-priority = Cambiar la urgencia
command-mine = Mis solicitudes en curso
command-late = Solicitudes con retraso
command-here = Decir dónde estoy
command-away = Decir que no estoy
command-stats = Números de la semana
desk-state-appointment = { $state }: { $at }
