// SPDX-License-Identifier: EUPL-1.2
//! Words that are the button, and words that may speak of danger.

use super::heard;

// M15, use 5: these brought a plain greeting.
heard!(help_alone_is_the_button_for_a_stranger, ["Marta: aiuto"]);
heard!(
    the_number_alone_is_the_button_in_the_language_that_was_chosen,
    [
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍",
        "Amina: 112",
    ]
);
heard!(
    a_cry_in_ukrainian_letters_is_the_button,
    ["Oksana: ДОПОМОЖІТЬ!!!"]
);
heard!(
    english_is_understood_on_an_italian_phone,
    ["Nadia: help me please"]
);
// Texts 3.2: who cannot find the button types its words.
heard!(
    what_the_topic_says_is_the_topic,
    ["Arben: dikush me dhunon", "Arben: Një fëmijë në rrezik"]
);

heard!(
    help_typed_into_a_form_is_the_button_and_the_answer_too,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: aiuto",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
    ]
);

heard!(
    danger_told_inside_a_form_brings_a_card_and_no_priority,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: da mesi mio marito mi picchia",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /queue",
    ]
);

heard!(
    words_that_may_speak_of_danger_put_one_line_under_the_ordinary_answer,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: non ce la faccio più con lui, cerco un corso di italiano",
        "Marta: [🆘",
    ]
);

heard!(
    a_soft_word_before_any_choice_stands_under_the_greeting,
    ["Fatou: je suis fatiguée de vivre ici, je cherche une maison"]
);

heard!(
    a_neighbour_tells_of_a_child,
    [
        "Nadia: buongiorno, il vicino picchia il bambino tutte le sere",
        "Nadia: [➕"
    ]
);

heard!(
    a_man_whose_boss_keeps_the_passport,
    [
        "Luca: il capo mi tiene il passaporto e non mi paga",
        "Luca: [➕"
    ]
);

heard!(
    a_boy_of_sixteen_alone,
    ["Nadia: ho 16 anni e sono sola in stazione", "Nadia: [🙋"]
);

heard!(
    nowhere_to_sleep_in_the_evening,
    [
        "+10 hours",
        "Nadia: stasera non so dove dormire",
        "Nadia: [🙋"
    ]
);

heard!(
    other_numbers_are_one_tap_from_the_first_screen,
    ["Ramon: /sos", "Ramon: [➕", "Ramon: [◀"]
);

heard!(
    the_key_at_the_bottom_of_the_screen_is_no_answer_to_a_form,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: 🆘 Aiuto subito",
        "Marta: quando apre lo sportello?",
    ]
);
