# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The words of bot.toml: kinds of request, their questions and choices, topics, varieties, levels.

kind-school = 🏫 Oficina en la escuela
kind-info = ℹ️ Información
kind-mediator = 🗣 Mediador/a

school-who = ¿Quién es usted?
    .short = Quién pide
    .parent = 👪 Madre o padre
    .teacher = 👩‍🏫 Trabajo en la escuela
    .pupil = 🎒 Estudiante
school-town = ¿En qué municipio (comune) está la escuela? Toque el nombre o escriba.
    .short = Municipio
school-level = ¿Qué tipo de escuela es?
    .short = Tipo de escuela
school-school = ¿Qué escuela es? Toque el nombre o escriba el nombre.
    .short = Escuela
school-name = ¿Cómo se llama la escuela? Escriba el nombre y la calle.
    .short = Nombre de la escuela
school-reasons = ¿De qué quiere hablar? Puede tocar varias respuestas.
    .short = Para hablar de
    .meet = 🤝 Reunión con docentes
    .enrol = 📝 Inscripción
    .notices = 📄 Entender los avisos
    .language = 💬 Aprender italiano
    .services = 🏠 Servicios para la familia
school-languages = ¿En qué idiomas? Puede tocar varios idiomas o escribir.
    .short = Idiomas
school-when = ¿Cuándo puede venir? Puede tocar varias respuestas.
    .short = Cuándo
    .morning = 🌅 Por la mañana, a la entrada
    .afternoon = 🌇 A la salida de la escuela
    .evening = 🌙 Por la noche
# same as Italian
school-role = ¿Qué trabajo hace en la escuela?
    .short = Trabajo
    .teacher = Docente
    .referent = Referente intercultural
    .secretary = Secretaría
    .head = Dirección
school-families = ¿Cuántas familias vendrán? Escriba un número, por ejemplo 12.
    .short = Familias
# same as Italian
school-room = ¿Hay una sala para hablar?
    .short = Sala
    .yes = Sí
    .no = No
    .unknown = No sé
school-dates = ¿Qué días? Toque hasta 3 días o escriba: 15/12.
    .short = Días
school-more = ¿Quiere decir algo más? Escriba o hable. No escriba nombres de niños.
    .short = Algo más

info-topic = ¿Qué necesita? Toque, o escriba o hable ya.
    .short = Tema
info-question = ¿Qué quiere saber? Escriba o mande un mensaje de voz.
    .short = Pregunta
info-town = ¿En qué municipio (comune) vive? Así responde la oficina más cercana.
    .short = Municipio

mediator-about = ¿Para qué necesita un mediador o mediadora?
    .short = Para
    .school = 🏫 La escuela
    .health = 🏥 La salud
    .desk = 🪪 La oficina de ayuda
    .social = 🤝 El servicio social
    .other = ❓ Otra cosa
mediator-town = ¿En qué municipio (comune) es la reunión?
    .short = Municipio
mediator-place = ¿Dónde y con quién es la reunión? Por ejemplo: escuela Sarti, con la maestra.
    .short = Dónde
mediator-language = ¿Qué idioma habla usted? Toque o escriba.
    .short = Idioma
mediator-variety = ¿De dónde es su forma de hablar? Toque el lugar.
    .short = Forma de hablar
mediator-days = ¿Qué días puede? Toque uno o varios días.
    .short = Días
    .any = Todos los días
    .mon = Lunes
    .tue = Martes
    .wed = Miércoles
    .thu = Jueves
    .fri = Viernes
mediator-mode = ¿Cómo quiere hablar?
    .short = Cómo
    .person = 🧑 En persona
    .phone = 📞 Por teléfono
    .either = Cualquiera está bien
mediator-gender = ¿Prefiere una mujer o un hombre?
    .short = Mujer u hombre
    .woman = Una mujer
    .man = Un hombre
    .any = Cualquiera está bien
mediator-circle = ¿Puede ser una persona que ya le conoce?
    .short = Gente conocida
    .stranger = No, debe ser otra persona
    .any = Sí, está bien

topic-documents = 🪪 Documentos
topic-school = 🏫 Escuela y niños
# same as Italian
topic-italian = 🗣️ Italiano
topic-youth = 🧑‍🎤 Jóvenes
topic-health = 🏥 Salud
topic-work = 🧰 Trabajo
topic-housing = 🏠 Vivienda
topic-money = 💶 Dinero y ayudas
topic-family = 👪 Familia
topic-community = 🤝 Vida en Italia
topic-mediator = 💬 Mediador/a
topic-crisis = 🆘 Ayuda ahora
topic-other = ❓ Otra cosa

level-nursery = Escuela infantil, 3-6 años
level-primary = Escuela primaria, 6-11 años
level-lower = Escuela media, 11-14 años
level-upper = Secundaria superior, 14-19 años
level-adult = Escuela para adultos (CPIA)

variety-ar_egypt = Egipto
variety-ar_morocco = Marruecos
variety-ar_tunisia = Túnez
variety-ar_levant = Siria, Líbano, Palestina
variety-zh_mandarin = Mandarín
# same as Italian
variety-zh_wenzhou = Wenzhou
variety-pa_india = Punyab, India
variety-pa_pakistan = Punyab, Pakistán
variety-bn_standard = Bengalí estándar
# same as Italian
variety-bn_sylhet = Sylhet
variety-any = No es importante
