# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Más
form-done-button = ✔️ Seguir
form-skip-button = ⏭ Saltar
form-back-button = ◀ Atrás
form-cancel-button = ✖️ Parar
form-person-button = 👤 Hablar con alguien
form-send-button = ✅ Enviar
form-change-button = ✏️ Cambiar
form-summary-button = ◀ Resumen
form-continue-button = ▶️ Continuar
form-restart-button = 🔄 Empezar de nuevo
form-another-town = Otro municipio
form-not-in-list = ❓ No está en la lista
form-voice = 🎤 mensaje de voz ({ PLURAL($seconds) ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Esta es su solicitud:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } mensaje adjunto
       *[other] { $count } mensajes adjuntos
    }
form-send-question = ¿Está bien? Toque ✅ para enviar.
form-change-which = ¿Qué quiere cambiar?
form-please-choose = No entendí. Toque una respuesta o escriba el número de la respuesta.
form-please-write = No entendí. Escriba la respuesta, por favor.
form-too-long = El texto es demasiado largo: { $count } letras. Escriba { $max } letras como máximo.
form-voice-too-long = El mensaje de voz es largo. Por favor, hable menos de { PLURAL($max) ->
        [one] { $max } segundo
       *[other] { $max } segundos
    }.
form-number-between = Escriba un número de { $least } a { $most }.
form-day-not-read = No entendí el día. Escriba así: 15/12.
form-not-found = No encuentro este nombre. Pruebe con otra palabra.
form-found = Encontré estos nombres. ¿Es uno de estos?
form-attached = 📎 Lo agregué a la solicitud. No mande documentos personales.
form-looks-private = ⚠️ Parece un número de documento. No lo guardo. Escriba sin números de documentos y sin nombres de niños.
form-old-button = Este botón es viejo. Aquí está la pregunta de ahora:

request-sent =
    ✅ ¡Listo! Su número es { $number }.
    Le responde una persona de la oficina de { $desk } antes del { $until }.
    Si está en peligro, no espere: toque 🆘.
request-sent-school =
    Ahora preguntamos a la escuela. Su nombre no va a la escuela.
    Aquí le contamos todas las novedades.
request-sent-mediator =
    El servicio es gratis. El mediador o la mediadora debe guardar la confidencialidad. Solo si alguien está en peligro, quizá deba avisar a otros.
    No habla en su lugar y no decide.
request-draft-found = Tiene una solicitud sin terminar: { $kind }. ¿Quiere continuar?
request-list = 📋 Sus solicitudes. Toque una para verla:
request-list-empty = 📋 Todavía no tiene solicitudes. Toque 🏠 Menú para empezar.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Oficina: { $desk }
    { $state }
    ⏰ Respuesta antes del { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Escriba o hable ahora. El mensaje va a la solicitud { $number }.
request-add-button = ✍️ Agregar
request-withdraw-button = 🗑 Cancelar solicitud
request-withdraw-yes-button = 🗑 Sí, cancelar
request-back-button = ◀ Atrás
request-updated = ✅ Cambié su solicitud { $number }. No hace falta otra.
request-added = ✅ Agregué el mensaje a { $number }.
request-something-else-button = Es otra cosa
request-which-one = ¿De qué solicitud es este mensaje?
request-belongs-button = 📎 Es para { $number }
request-new-button = 🆕 Nueva solicitud
request-held-full = ✋ Ya esperan muchos mensajes suyos y para este no queda sitio: no lo he guardado. Primero toque aquí abajo, después mándelo otra vez.
request-shall-i-send = ¿Llevo este mensaje a la oficina?
request-yes-button = ✅ Sí
# same as Italian
request-no-button = ✖️ No
request-not-sent = Está bien, no mandé el mensaje.
request-withdraw-ask = ¿Quiere cancelar la solicitud { $number }?
request-withdrawn = ✅ La solicitud { $number } está cancelada. Siempre puede pedir de nuevo.
request-not-yours = No encuentro esta solicitud entre las suyas.
request-over = La solicitud { $number } ya terminó. Puede hacer una nueva solicitud.
request-from-desk =
    💬 { $number } · Oficina de { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Oficina de { $desk }:
request-other-language = 🌐 Este mensaje está en { $language }. ¿Quiere un mediador o mediadora?
request-mediator-button = 🗣 Sí, mediador/a
request-taken = 👤 Una persona de la oficina de { $desk } trabaja en la solicitud { $number }.
request-waiting-for-you = ⏳ { $number }: la oficina espera su respuesta. Escriba aquí cuando pueda.
request-moved = ➡️ { $number }: ahora responde la oficina de { $desk }.
request-appointment-ask =
    📅 { $number }: cita con la oficina de { $desk }
    { $at }
    ¿Está bien para usted?
request-appointment-yes = ✅ { $number }: está bien. Nos vemos el { $at }. Le escribo antes para recordárselo.
request-appointment-no = { $number }: está bien, aviso a la oficina. Buscamos otro día.
request-appointment-old = Esta cita cambió. Toque 📋 para ver la solicitud.
request-reminder-day = ⏰ { $number }: recuerde la cita con la oficina de { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: hoy a las { $at } tiene la cita con la oficina de { $desk }.
request-done = ✅ { $number }: la solicitud terminó. ¿Le fue útil?
request-helped-yes-button = 👍 Sí
# same as Italian
request-helped-no-button = 👎 No
request-helped-yes = ¡Gracias! Para otras cosas, toque 🏠 Menú.
request-helped-no = Lo siento. La solicitud { $number } está abierta de nuevo. Escriba aquí qué falta.
request-closed = { $number }: la oficina cerró la solicitud. Motivo: { $reason }. Siempre puede pedir de nuevo.
request-reopened = 🔄 { $number }: la solicitud está abierta de nuevo.
request-edit-noted = ✏️ Vi el cambio y lo mando a la oficina ({ $number }).
request-desk-edited =
    ✏️ { $number }: la oficina cambió un mensaje:
    { $text }

state-new = 🟡 Recibida
state-triaged = 🟡 En espera
state-assigned = 🟠 Asignada
state-in_progress = 🔵 En curso
state-waiting_person = ⏳ Espera respuesta de la persona
state-waiting_other = ⏳ Espera a otra institución
state-scheduled = 📅 Cita
state-done = 🟢 Terminada
state-closed = ⚫ Cerrada

event-sent = solicitud enviada
event-taken = una persona se encarga
event-released = vuelve a la espera
event-assigned = pasa a otra persona del equipo
event-answered = respuesta de la oficina
event-reply_edited = respuesta de la oficina cambiada
event-note_edited = nota cambiada
event-updated = respuestas cambiadas
event-added = mensaje agregado
event-waiting_person = espera respuesta de la persona
event-waiting_other = espera a otra institución
event-scheduled = cita propuesta
event-confirmed = cita confirmada
event-declined = cita rechazada
event-done = terminada
event-closed = cerrada
event-withdrawn = cancelada por la persona
event-reopened = abierta de nuevo
event-offered = propuesta a otra oficina
event-accepted = aceptada por otra oficina
event-refused = rechazada por otra oficina
event-unanswered = sin respuesta de la otra oficina
event-triaged = urgencia cambiada
event-late = con retraso

outcome-information = información dada
outcome-meeting = reunión hecha
outcome-mediation = mediación hecha
outcome-referral = ayuda otro servicio
outcome-other = otro resultado

reason-no_contact = sin contacto
reason-out_of_scope = la oficina no puede ayudar en esto
reason-duplicate = ya hay una solicitud igual
reason-withdrawn = cancelada por la persona

media-voice = 🎤 mensaje de voz
# same as Italian
media-photo = 🖼 foto
media-document = 📎 archivo
# same as Italian
media-video = 🎬 video
# same as Italian
media-video-note = 🎬 video
# same as Italian
media-audio = 🎵 audio
# same as Italian
media-sticker = sticker
media-animation = animación
media-location = 📍 ubicación
media-contact = 👤 contacto
media-other = adjunto
