// SPDX-License-Identifier: EUPL-1.2
//! The three forms, from the first question to the number.

use super::told;

told!(
    a_question_by_words_becomes_a_request_with_a_number_and_a_day,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [ℹ️]",
        "Marta: [▶️",
        "Marta: [🏠 Casa]",
        "Marta: Come faccio per la casa popolare?",
        "Marta: san giuliano",
        "Marta: [✅ Manda]",
        "Marta: /requests",
        "Marta: [G-1001]",
    ]
);

told!(
    a_mediator_is_asked_for_without_the_story,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🗣]",
        "Marta: [🏫 La scuola]",
        "Marta: [Carpiano]",
        "Marta: [⏭",
        "Marta: [العربية]",
        "Marta: [Marocco]",
        "Marta: [Lunedì]",
        "Marta: [✔️",
        "Marta: [📞",
        "Marta: [Una donna]",
        "Marta: [◀ Indietro]",
        "Marta: [Va bene tutto]",
        "Marta: [No, deve]",
        "Marta: [✏️ Cambia]",
        "Marta: [Giorni]",
        "Marta: [Tutti i giorni]",
        "Marta: [✔️",
        "Marta: [✅ Manda]",
    ]
);

told!(
    a_teacher_asks_for_the_desk_and_searches_the_school_by_name,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🏫 Sportello a scuola]",
        "Marta: [👩‍🏫]",
        "Marta: xyzzy qwerty",
        "Marta: primo levi",
        "Marta: [Levi",
        "Marta: [🤝",
        "Marta: [✔️",
        "Marta: [Filipino]",
        "Marta: [✔️",
        "Marta: [🌅",
        "Marta: [✔️",
        "Marta: [Docente]",
        "Marta: tanti",
        "Marta: 12",
        "Marta: [Sì]",
        "Marta: 15/12",
        "Marta: la bambina è RSSMRA80A01F205X",
        "Marta: voice 30",
        "Marta: [✅ Manda]",
    ]
);

told!(
    a_form_left_for_a_day_is_offered_again,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /mediator",
        "Marta: [🏥",
        "+2 days",
        "Marta: /info",
        "Marta: [▶️ Continua]",
        "Marta: /cancel",
    ]
);

told!(
    words_outside_any_form_are_carried_to_the_desk,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: Buongiorno, ho perso la tessera sanitaria",
        "Marta: [✅ Sì]",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: Ho trovato la tessera!",
        "Marta: photo",
    ]
);

told!(
    a_mother_asks_in_arabic_for_the_desk_at_school_and_asking_again_changes_the_first,
    [
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍]",
        "Amina: [🏫]",
        "Amina: [👪]",
        "Amina: san donato",
        "Amina: [الثانوية]",
        "Amina: ليفي",
        "Amina: [Levi",
        "Amina: [📝",
        "Amina: [🤝",
        "Amina: [✔️",
        "Amina: [العربية]",
        "Amina: [✔️",
        "Amina: [🌅",
        "Amina: [✔️",
        "Amina: [✅",
        "Amina: MIPS11000C",
        "Amina: [👪]",
        "Amina: [💬",
        "Amina: [✔️",
        "Amina: [العربية]",
        "Amina: [✔️",
        "Amina: [🌙",
        "Amina: [✔️",
        "Amina: [✅",
        "Amina: /requests",
    ]
);
