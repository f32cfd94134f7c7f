// SPDX-License-Identifier: EUPL-1.2
//! "Shall a person read it?": only a yes brings it to the desk, and what is said meanwhile is true.

use super::heard;

// People A4: not a segnalazione, 114, no name, no interview of the child.
heard!(
    a_teacher_on_friday_at_ten_past_four_tells_of_bruises,
    [
        "+78 hours",
        "+10 minutes",
        "Anna: /start",
        "Nadia: un bambino della mia classe ha dei lividi, il padre lo picchia",
        "Nadia: [➕",
        "Nadia: [🙋",
        "Anna: /next",
    ]
);

// DOMAIN §17.11: a girl of sixteen at 23:40, in Urdu with Latin letters.
heard!(
    a_girl_of_sixteen_by_night_whose_father_wants_to_marry_her,
    [
        "+13 hours",
        "+40 minutes",
        "Anna: /start",
        "Nadia: abbu meri shadi zabardasti kar rahe hain, main 16 saal ki hoon",
        "Nadia: [🙋",
        "Nadia: /x",
    ]
);

heard!(
    two_dangers_bring_the_numbers_of_both,
    ["Marta: voglio morire, mio marito mi picchia", "Marta: [➕"]
);

heard!(
    a_stranger_says_yes_before_any_choice_and_is_not_asked_again,
    [
        "Anna: /start",
        "Amina: زوجي يضربني",
        "Amina: [🙋",
        "Amina: [🏠",
        "Amina: [العربية]",
        "Amina: [👍",
    ]
);

heard!(
    a_yes_pressed_twice_is_one_request,
    [
        "Anna: /start",
        "Oksana: чоловік мене б’є",
        "Oksana: /sos yes violence uk 1",
        "Oksana: /sos yes violence uk 1",
        "Anna: /queue",
    ]
);

heard!(
    a_topic_without_a_word_can_be_enough,
    [
        "Anna: /start",
        "Arben: /sos",
        "Arben: [🛑",
        "Arben: [🙋",
        "Anna: /next"
    ]
);

heard!(
    a_second_cry_goes_to_the_same_request,
    [
        "Anna: /start",
        "Amina: bghit nmout",
        "Amina: [🙋",
        "Anna: /next",
        "Amina: زوجي يضربني",
    ]
);

heard!(
    who_says_nothing_to_the_card_writes_on_as_before,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: mio marito mi picchia",
        "Marta: quando apre lo sportello?",
        "Marta: [✅",
    ]
);

heard!(
    after_the_exit_ordinary_words_are_ordinary,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: mio marito mi picchia",
        "Marta: /x",
        "Marta: buongiorno, a che ora apre la biblioteca?",
    ]
);

// What a husband may read who takes the phone: nothing of it.
heard!(
    somebody_reads_over_the_shoulder_and_finds_italian_words,
    [
        "Marta: aiuto",
        "Marta: [🛑",
        "Marta: [➕",
        "Marta: [✖️",
        "Marta: /menu",
    ]
);

// The words are in the ordinary request too; the yes opens one of its own, before everything else.
heard!(
    a_yes_is_not_lost_in_an_ordinary_request,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: cerco un corso di italiano",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: mio marito mi picchia",
        "Marta: [🙋",
        "Marta: ha un coltello",
        "Anna: /queue",
    ]
);

heard!(
    danger_written_into_an_older_message_is_heard,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: buongiorno",
        "Marta: edit buongiorno, mio marito mi picchia",
        "Marta: [🙋",
    ]
);

// Minimum trace: nobody said yes, so it does not wait for ever.
heard!(
    what_waits_for_a_yes_is_gone_after_two_days,
    [
        "Anna: /start",
        "Nadia: ho 16 anni e sono sola in stazione",
        "+3 days",
        "the night passes",
        "Nadia: [🙋",
        "Anna: /next",
    ]
);
