# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = Español

bot-hello =
    👋 ¡Buenos días! Esta es la oficina de ayuda (sportello) para personas extranjeras.
    Es gratis. Usted puede preguntar en su idioma.
bot-choose-language = 🌐 Elija su idioma:

bot-notice-short =
    🔒 Usamos sus mensajes solo para responderle. Los lee solo el personal de la oficina.
    Telegram es una empresa privada y guarda los mensajes. Para cosas muy privadas, venga a la oficina.
bot-notice-full =
    🔒 Aviso de privacidad, versión { $version }

    Quién usa los datos: la oficina de ayuda del distrito social Sud Est Milano, un servicio público. Lo hace para ayudarle (interés público, artículo 6 del GDPR, la ley europea de datos).
    Qué datos: el idioma, los mensajes, las respuestas a las preguntas. No preguntamos por el permiso de residencia (permesso di soggiorno), la religión ni las enfermedades.
    Quién los ve: solo el personal que le responde. Los datos están cerrados con una clave (cifrados).
    Por cuánto tiempo: hasta 12 meses después del final de la solicitud.
    Telegram: es una empresa privada, con computadoras también fuera de Europa. Si no quiere usar Telegram, puede venir a la oficina o llamar por teléfono.
    Sus derechos: puede ver sus datos con /mydata y borrarlos con /forget. Puede corregir los datos: pídalo en la oficina. Puede presentar una queja ante el Garante (autoridad italiana de privacidad).
bot-notice-ok-button = 👍 Está bien
bot-notice-read-button = 📄 Leer todo
bot-who-button = 🤖 ¿Qué es esto?
bot-who-are-you =
    🤖 Soy un programa, no una persona. Recibo su solicitud y la llevo a la oficina.
    🧑 Después responde una persona de la oficina. Cuando usted envía la solicitud, ve el día y la hora de la respuesta.
    ✅ El servicio es gratis. No necesita ningún documento para preguntar.
bot-menu = ¿Qué quiere hacer?
bot-menu-school-button = 🏫 Oficina en la escuela
bot-menu-info-button = ℹ️ Información
bot-menu-mediator-button = 🗣 Mediador/a
bot-menu-requests-button = 📋 Mis solicitudes
bot-menu-help-now-button = 🆘 Ayuda ahora
bot-menu-language-button = 🌐 Idioma
bot-menu-person-button = 👤 Hablar con alguien
bot-keys = 👇 Estos dos botones están siempre aquí abajo.
bot-key-menu-button = 🏠 Menú
bot-help =
    Esto es lo que puede hacer:

    🏫 /school: la oficina va a la escuela
    ℹ️ /info: hacer una pregunta
    🗣 /mediator: pedir un mediador o mediadora (ayuda con el idioma)
    📋 /requests: ver sus solicitudes
    👤 /person: hablar con una persona
    🆘 /sos: ayuda ahora
    🌐 /language: cambiar el idioma
    🔒 /privacy: cómo usamos sus datos
    ✖️ /x: salir y borrar

    También puede escribir o hablar: yo llevo el mensaje a la oficina.
bot-unknown-command = No conozco { $command }. Toque 🏠 Menú o escriba /help.
bot-did-you-mean = No conozco { $command }. ¿Quiere decir { $meant }?
bot-not-for-you = Este comando es solo para el personal de la oficina. Toque 🏠 Menú.
bot-too-fast = ✋ Usted escribe muy rápido. Leo sus mensajes uno por uno y no pierdo ninguno: espere un momento. Si está en peligro, toque 🆘.
bot-too-much = ✋ Ya hay demasiados mensajes en espera. Lo que escribe ahora no lo puedo guardar: escriba de nuevo en diez minutos. Los mensajes de voz, las fotos y los archivos sí los guardo. Si está en peligro, toque 🆘.
bot-too-much-text = ✋ Hoy ya escribió muchísimo texto. Lo que escribe ahora lo leo mañana. Los mensajes de voz y las fotos llegan también hoy. Si está en peligro, toque 🆘.
bot-too-many-taps = ✋ Demasiados toques en poco tiempo. Espere un minuto y toque de nuevo. 🆘 funciona siempre.
bot-too-many-open = ✋ Ya tiene { $count } solicitudes abiertas: por ahora no puedo abrir otra. Escriba en una de ellas, o cierre una y después mande esta: sus respuestas quedan aquí.
bot-cannot-carry = No puedo llevar este mensaje a nadie: Telegram no lo deja pasar. Escríbalo con sus palabras, o mande una foto, un archivo o un mensaje de voz.
bot-not-understood = No puedo leer este mensaje. Escriba, mande un mensaje de voz o toque 🏠 Menú.
bot-old-button = Este botón es viejo. Aquí está el menú.
bot-apology = Lo siento, algo no funciona. Su mensaje no se perdió: los responsables están avisados. En peligro, toque 🆘 o llame al { $n112 }.
bot-nothing-to-cancel = Está bien. No hay nada que parar.
bot-cancelled = Está bien, paré todo. No mandé nada.
bot-link-unknown = No conozco este código. Aquí está el menú.
bot-link-desk = 📍 Oficina de { $desk }. Sus solicitudes llegan aquí.
bot-ask-code = Escriba el código después del comando, por ejemplo: /code MIPS11002E
bot-edit-seen = Veo que cambió un mensaje. No está en ninguna solicitud, así que no cambia nada.
bot-in-private = Escríbame en privado, por favor.
bot-sos-in-group = 🆘 ¿En peligro ahora? Llame al { $n112 }. Aquí leen todos: escríbame en privado.
bot-mydata =
    📄 Estos son sus datos:

    Nombre en Telegram: { $name }
    Idioma: { $language }
    Aviso de privacidad leído: { $notice }
    { PLURAL($count) ->
        [one] { $count } solicitud
       *[other] { $count } solicitudes
    }
    { PLURAL($messages) ->
        [one] { $messages } mensaje, suyo o de la oficina
       *[other] { $messages } mensajes, suyos y de la oficina
    }
bot-mydata-json = Todo lo que guardamos sobre usted está en este archivo (JSON). Se abre con una computadora o con el teléfono.
bot-mydata-wait = 📄 Ya recibí su pedido. Puede pedir otra copia después de las { $at }.
bot-forget-ask =
    🗑 ¿Quiere borrar sus datos?

    Borro: nombre, mensajes, respuestas. Quito también los mensajes del teléfono de los operadores: los de hace más de 2 días pueden quedar allí.
    Queda solo un número por cada solicitud, sin su nombre, para contar.
    { PLURAL($count) ->
        [0] No tiene solicitudes abiertas.
        [one] También paro { $count } solicitud abierta.
       *[other] También paro { $count } solicitudes abiertas.
    }
bot-forget-yes-button = 🗑 Sí, borrar todo
# same as Italian
bot-forget-no-button = ◀ No
bot-forget-staff = Usted trabaja para la oficina. Primero, un administrador o una administradora debe quitarle el acceso con /remove.
bot-forgotten = ✅ Borré sus datos. Para empezar de nuevo, escriba /start.
bot-looks-private = ⚠️ El mensaje parece un número de documento. No lo mandé. Por favor, no escriba aquí números de documentos ni nombres de niños.
bot-delete-button = 🗑 Borrar el mensaje
bot-deleted = ✅ El mensaje ya no está.
bot-keep-button = ✅ No es un documento
bot-welcome = ✅ ¡Buenos días, { $name }! Su función ahora: { $role }. Oficina: { $desk }. Escriba /help para ver los comandos.
bot-invitation-used = Esta invitación ya se usó. Pida otra invitación.
bot-invitation-expired = Esta invitación venció. Pida otra invitación.
bot-invitation-unknown = No conozco esta invitación. Pida otra invitación.
bot-usage = Se escribe así: { $grammar }
    Por ejemplo: { $example }
bot-invited =
    ✅ Invitación para: { $role }. Oficina: { $desk }.
    Sirve una sola vez, hasta el { $until }:
    { $link }
bot-staff = 👥 Las personas de la oficina:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } ya no tiene acceso. { PLURAL($count) ->
        [one] { $count } solicitud vuelve a la cola.
       *[other] { $count } solicitudes vuelven a la cola.
    }
bot-remove-ask = ¿Quitamos el acceso a { $name }? Las solicitudes abiertas de esta persona vuelven a la cola.
bot-remove-yes-button = 🗑 Sí, quitar el acceso
bot-you-were-removed = Su acceso de operador u operadora terminó. Gracias por su trabajo. Puede seguir usando el servicio como todo el mundo.
bot-last-admin = No se puede: hace falta al menos un administrador o una administradora.
bot-nobody-there = No hay nadie con este número. Escriba /staff para ver los números.
bot-no-such-desk = No conozco la oficina { $desk }. Hay: { $list }
bot-bound = ✅ Las nuevas solicitudes llegan a este grupo, sin datos personales.
bot-bind-in-group = Escriba /bind en el grupo del personal.
bot-added-to-group = 👋 ¡Buenos días! Un administrador o una administradora puede escribir /bind: las nuevas solicitudes llegan aquí.

role-mediator = mediador o mediadora
role-operator = operador u operadora
role-admin = administrador o administradora
desk-name-none = ninguna

command-start = Empezar de nuevo
command-menu = Menú
command-school = La oficina va a la escuela
command-info = Hacer una pregunta
command-mediator = Pedir un mediador o mediadora (ayuda con el idioma)
command-requests = Mis solicitudes
command-person = Hablar con una persona
command-sos = Ayuda ahora
command-language = Cambiar el idioma
command-privacy = Cómo usamos sus datos
command-whoareyou = ¿Qué es este programa?
command-mydata = Ver mis datos
command-forget = Borrar mis datos
command-cancel = Parar
command-code = Código de una escuela
command-x = Salir y borrar
command-help = Ayuda
command-invite = Invitar a colegas
command-staff = Quién trabaja en la oficina
command-remove = Quitar el acceso
command-bind = Avisos en este grupo
