# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ayuda ahora
crisis-title =
    ¿Está en peligro ahora? Llame al { $n112 }.
    Es gratis. Hablan muchos idiomas. Funciona también sin saldo.
crisis-ask = ¿Qué pasa? Toque un botón.

crisis-topic-danger = ⚠️ Peligro ahora
crisis-topic-violence = 🛑 Alguien me hace daño
crisis-topic-child = 🧒 Un niño en peligro
crisis-topic-alone-minor = 🎒 Menor sin familia
crisis-topic-forced = 🔒 Me obligan
crisis-topic-despair = 🌧️ No puedo más
crisis-topic-ill = 🚑 Estoy muy mal
crisis-topic-shelter = 🛏️ No tengo dónde dormir

crisis-card-danger =
    Llame ya al { $n112 }. Es gratis, de día y de noche.
    Hablan muchos idiomas. Funciona también sin saldo.
    Diga dónde está: ciudad, calle, una tienda cercana.
    ¿No puede hablar? Use la app { $n112 } Where ARE U: pide ayuda en silencio.
crisis-card-violence =
    ¿Está en peligro ahora? Llame al { $n112 }.
    ¿Alguien le hace daño? ¿Tiene miedo de alguien? ¿Quieren que se case y usted no quiere? No es culpa suya.
    Llame al { $n1522 }: gratis, secreto, de día y de noche. También por chat: www.1522.eu
    Responden también en español.
    ¿Tiene menos de 18 años? También puede llamar al { $n114 }.
    Si puede, use un teléfono que nadie controle.
crisis-card-child =
    ¿Un niño o una niña está en peligro ahora? Llame al { $n112 }.
    El { $n114 } ayuda a niños y adultos: gratis, de día y de noche, en muchos idiomas.
    ¿Tienes menos de 18 años? También puedes llamar al { $n19696 }. No es culpa tuya.
    No escriba aquí el nombre del niño o de la niña. No mande fotos.
crisis-card-alone-minor =
    ¿Estás en peligro ahora? Llama al { $n112 }.
    ¿Tienes menos de 18 años y tu familia no está aquí? En Italia tienes derecho a protección, a una casa y a la escuela. Aunque no tengas documentos.
    El { $n114 } te ayuda: gratis, de día y de noche, en muchos idiomas.
    No tienes que contar tu viaje.
crisis-card-forced =
    ¿Está en peligro ahora? Llame al { $n112 }.
    ¿Alguien le obliga a trabajar, a tener sexo o a pedir limosna? ¿Le quitó los documentos? No es culpa suya.
    { $n800290290 }: gratis, anónimo, de día y de noche, en muchos idiomas.
    Para problemas de trabajo: { $n800939000 }, de lunes a viernes, 9:30–18:00.
    Si el número no funciona, use otro teléfono o llame al { $n112 }.
crisis-card-despair =
    Llame ahora al { $n112 }. Hay ayuda para usted.
    Responden de día y de noche, en muchos idiomas.
    Con ayuda, el dolor puede ser menos fuerte.
    Si puede, quédese cerca de una persona de confianza.
    Ponga las cosas peligrosas lejos de usted.
crisis-card-ill =
    ¿Se siente muy mal o respira mal? Llame ya al { $n112 }.
    Diga dónde está. Puede llegar una ambulancia.
    ¿No es grave, pero necesita un médico de noche o en día festivo? Llame al { $n116117 }.
    Aquí no podemos dar consejos médicos.
crisis-card-shelter =
    ¿Está en peligro? ¿Se siente mal por el frío? Llame al { $n112 }.
    ¿No tiene dónde dormir? ¿No tiene qué comer hoy? Pida ayuda hoy en la oficina (sportello).
    La oficina busca ayuda con usted. No puede prometer una cama.
    ¿Hay niños con usted? Dígalo enseguida.
crisis-more =
    Otros números gratis. Responden de día, de lunes a viernes.
    { $n800901010 } UNAR: alguien le trata mal por su origen.
    { $narci } ARCI: para quien pide asilo y para refugiados.
    Si está en peligro, llame siempre al { $n112 }.

crisis-nobody-reads = Ahora nadie lee este chat. El { $n112 }, el { $n1522 } y el { $n114 } responden de día y de noche.
crisis-someone-reads = También puede escribir aquí. Lo lee una persona.
crisis-exit-button = ✖️ Limpiar la pantalla
crisis-exit-hint = /x borra los mensajes recientes. Para quitar todo el chat: mantenga el dedo sobre el chat en la lista y elija «Eliminar».
crisis-neutral =
    Palabras italianas de hoy:
    il libro = el libro
    la finestra = la ventana
    la mela = la manzana
crisis-noticed = Si está en peligro, estos números ayudan ahora. Yo sigo con su solicitud.
crisis-other-language-button = 🌐 Otro idioma
crisis-back-button = ◀ Atrás
crisis-menu-button = 🏠 Menú
