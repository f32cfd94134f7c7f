# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ayuda ahora
crisis-call = ¿Peligro? Llamar es gratis, también sin saldo.
crisis-ask = ¿Qué pasa? Toque un botón.
crisis-voice = 🎤 Un audio enviado ahora llega enseguida a la oficina.

crisis-topic-danger = ⚠️ Peligro ahora
crisis-topic-violence = 🛑 Alguien me hace daño
crisis-topic-child = 🧒 Un niño en peligro
crisis-topic-alone-minor = 🎒 Menor sin familia
crisis-topic-forced = 🔒 Me obligan
crisis-topic-despair = 🌧️ No puedo más
crisis-topic-ill = 🚑 Estoy muy mal
crisis-topic-shelter = 🛏️ No tengo dónde dormir

crisis-line-danger = Diga dónde está: ciudad, calle.
crisis-line-violence = { $n1522 }: violencia, día y noche.
crisis-line-child = { $n114 }: niños, día y noche.
crisis-line-alone-minor = { $n114 }: si tienes menos de 18 años.
crisis-line-forced = { $n800290290 }: si le obligan.
crisis-line-despair = Hay ayuda, de día y de noche.
crisis-line-ill = ¿Está muy mal? Diga dónde está.
crisis-line-shelter = ¿Sin cama o comida? Dígalo aquí.

crisis-also-danger = ¿No puede hablar? Use la app «{ $n112 } Where ARE U».
crisis-also-violence = No es culpa suya. Escribir aquí no es una denuncia.
crisis-also-child = No es un aviso oficial: sin nombres, sin preguntas al niño.
crisis-also-alone-minor = Tienes derecho a un lugar donde vivir y a la escuela.
crisis-also-forced = No es culpa suya. Escribir aquí no es una denuncia.
crisis-also-despair = ¿Alguien le hace daño? Llame también al { $n1522 }.
crisis-also-ill = Aquí no podemos dar consejos médicos.
crisis-also-shelter = No podemos prometer una cama.
crisis-not-report = Esto no es una denuncia ni un aviso oficial.

crisis-unread = Nadie lo ha leído aún. ¿Debe leerlo una persona?
crisis-offer = Nadie lo sabe aún. ¿Quiere una persona de la oficina?
crisis-nobody-reads = Ahora no lee nadie: responden { $n112 }, { $n1522 } y { $n114 }.
crisis-limits = A veces quien lee debe avisar a otros. { $n1522 }: también sin nombre.
crisis-is-it-now = La oficina aún no lo ha abierto. ¿Es para ayuda ahora?
crisis-sent = ✅ { $number }: está en la oficina, urgente.
crisis-sent-unread = Nadie lo ha leído aún.
crisis-soft = ¿Está en peligro? Aquí están los números que responden enseguida:

crisis-yes-button = 🙋 Sí, una persona
crisis-later-button = 🙋 Sí, cuando abra
crisis-now-button = 🆘 Sí, ayuda ahora
crisis-more-button = ➕ Más
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Atrás
crisis-exit-button = ✖️ Salir y borrar
crisis-menu-button = 🏠 Menú

crisis-more-danger =
    Llame ya al { $n112 }. Es gratis, de día y de noche.
    Hablan muchos idiomas. Funciona también sin saldo.
    Diga dónde está: ciudad, calle, una tienda cercana.
    ¿No puede hablar? Use la app { $n112 } Where ARE U: pide ayuda en silencio.
crisis-more-violence =
    ¿Está en peligro ahora? Llame al { $n112 }.
    ¿Alguien le hace daño? ¿Tiene miedo de alguien? ¿Quieren que se case y usted no quiere? No es culpa suya.
    Llame al { $n1522 }: ayuda contra la violencia. Gratis, confidencial, de día y de noche. También por chat: www.1522.eu
    Responden también en español.
    ¿Tiene menos de 18 años? También puede llamar al { $n114 }.
    Si puede, use un teléfono que nadie controle.
crisis-more-child =
    ¿Un niño o una niña está en peligro ahora? Llame al { $n112 }.
    El { $n114 } ayuda a niños y adultos: gratis, de día y de noche, en muchos idiomas.
    ¿Tienes menos de 18 años? También puedes llamar al { $n19696 }. No es culpa tuya.
    No escriba aquí el nombre del niño o de la niña. No mande fotos.
    ¿Trabaja en una escuela? Hable hoy con la dirección.
crisis-more-alone-minor =
    ¿Estás en peligro ahora? Llama al { $n112 }.
    ¿Tienes menos de 18 años y tu familia no está aquí? En Italia tienes derecho a protección, a un lugar donde vivir y a la escuela. Aunque no tengas documentos.
    El { $n114 } te ayuda: gratis, de día y de noche, en muchos idiomas.
    No tienes que contar tu viaje.
crisis-more-forced =
    ¿Está en peligro ahora? Llame al { $n112 }.
    ¿Alguien le obliga a trabajar, a tener sexo o a pedir limosna? ¿Le quitó los documentos? No es culpa suya.
    { $n800290290 }: gratis, anónimo, de día y de noche, también en español.
    Para problemas de trabajo: { $n800939000 }, de lunes a viernes, 9:30–18:00.
    Si el número no funciona, use otro teléfono o llame al { $n112 }.
crisis-more-despair =
    ¿Piensa en la muerte o en hacerse daño? Llame ahora al { $n112 }. Hay ayuda para usted.
    Responden de día y de noche, en muchos idiomas.
    ¿Alguien le hace daño? También puede llamar al { $n1522 }.
crisis-more-ill =
    ¿Se siente muy mal o respira mal? Llame ya al { $n112 }.
    Diga dónde está. Puede llegar una ambulancia.
    ¿No es grave, pero necesita un médico de noche o en día festivo? Llame al { $n116117 }.
    Aquí no podemos dar consejos médicos.
crisis-more-shelter =
    ¿Está en peligro? ¿Se siente mal por el frío? Llame al { $n112 }.
    ¿No tiene dónde dormir? ¿No tiene qué comer hoy? Dígaselo a la oficina (sportello).
    La oficina busca ayuda con usted. No puede prometer una cama.
    ¿Hay niños con usted? Dígalo enseguida.
crisis-more =
    Otros números gratis. Responden de día, de lunes a viernes.
    { $n800901010 } UNAR: alguien le trata mal por su origen.
    { $narci } ARCI: para quien pide asilo y para refugiados.
    Si está en peligro, llame siempre al { $n112 }.
crisis-exit-hint = «Salir y borrar» (o /x) borra los mensajes recientes. Para quitar todo el chat: mantenga el dedo sobre el chat en la lista y elija «Eliminar» («Elimina», "Delete").

crisis-neutral =
    Palabras italianas de hoy:
    il libro = el libro
    la finestra = la ventana
    la mela = la manzana
