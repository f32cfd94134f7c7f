// SPDX-License-Identifier: EUPL-1.2
//! Voice and video notes on the help-now screen, and shortly after it (H6, D1).

use super::heard;

heard!(
    a_voice_ten_minutes_after_the_button_is_a_cry,
    [
        "Anna: /start",
        "Amina: /sos",
        "+10 minutes",
        "Amina: voice 12",
        "Amina: voice 4",
        "Anna: /queue",
    ]
);

heard!(
    a_video_note_is_a_cry_too,
    [
        "Anna: /start",
        "Oksana: /sos",
        "Oksana: video note",
        "Anna: /next"
    ]
);

heard!(
    a_voice_three_hours_after_the_button_is_asked_about,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🆘",
        "+3 hours",
        "Marta: voice 7",
        "Marta: [🆘 Sì",
        "Anna: /next",
    ]
);

heard!(
    a_voice_that_nobody_answers_for_reaches_its_place,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🆘",
        "+3 hours",
        "Marta: voice 7",
        "Marta: [✅",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /queue",
    ]
);

heard!(
    after_the_menu_a_voice_is_an_ordinary_message,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🆘",
        "Marta: [🏠",
        "Marta: voice 7",
    ]
);

heard!(
    two_days_later_a_voice_is_an_ordinary_message,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🆘",
        "+2 days",
        "Marta: voice 7",
    ]
);

// D1: what one process showed, another knows.
heard!(
    a_voice_is_a_cry_after_the_process_started_again,
    [
        "Anna: /start",
        "Amina: /sos",
        "the process starts again",
        "Amina: voice 12",
        "Amina: [🏠",
        "the process starts again",
        "Amina: voice 3",
    ]
);

heard!(
    a_sent_form_closes_the_screen,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: [🆘",
        "Marta: quando apre lo sportello?",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: voice 5",
    ]
);

heard!(
    words_said_on_the_open_screen_are_asked_about,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [🆘",
        "Marta: lui torna alle sei",
        "Marta: [🆘 Sì",
    ]
);
