// SPDX-License-Identifier: EUPL-1.2
//! Coming in: language, privacy, menu, help now, links.

use super::told;

told!(
    a_mother_chooses_her_language_and_reads_what_happens_to_her_words,
    [
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [🤖",
        "Amina: [👍",
    ]
);

told!(
    somebody_in_danger_is_answered_before_anything_else,
    [
        "Marta: ho paura, mio marito mi picchia",
        "Marta: [🏠 Menu]",
        "Marta: [Italiano]",
        "Marta: [👍",
    ]
);

told!(
    help_now_is_there_from_the_first_screen_in_languages_the_bot_does_not_speak,
    [
        "Marta: /start",
        "Marta: [🆘 Aiuto subito]",
        "Marta: [🌐]",
        "Marta: [বাংলা]",
        "Marta: /x",
    ]
);

told!(
    a_poster_at_a_school_opens_the_form_on_that_school,
    [
        "Marta: /start s_MIPS11002E",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [👩‍🏫]",
    ]
);

told!(
    a_command_nobody_knows_gets_an_answer,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /banana",
        "Marta: /requsts",
        "Marta: /take 1001",
        "Marta: sticker",
    ]
);

told!(
    a_voice_on_the_help_now_screen_goes_to_the_desk_before_everything_else,
    [
        "Anna: /start",
        "Oksana: /start",
        "Oksana: [🆘",
        "Oksana: voice 12",
        "Anna: /next",
        "Oksana: /x",
        "Oksana: voice 3",
    ]
);
