// SPDX-License-Identifier: EUPL-1.2
//! What a person may see, change and take away; and people who cannot be reached.

use super::told;

told!(
    a_person_sees_and_erases_what_is_kept_about_them,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /mydata",
        "Marta: /forget",
        "Marta: [🗑 Sì",
        "Marta: /requests",
    ]
);

told!(
    a_blocked_bot_is_noticed_once_and_healed_by_the_next_message,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Marta blocks",
        "Anna: /reply 1001 Buongiorno",
        "Anna: /reply 1001 Ci sei?",
        "Marta: Sono tornata",
        "Anna: /show 1001",
    ]
);

told!(
    a_changed_message_reaches_the_other_side_and_the_first_words_stay,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Marta: Vengo alle 10",
        "Marta: edit Vengo alle 11",
        "Anna: /show 1001",
    ]
);

told!(
    with_two_requests_open_a_message_asks_once_where_it_belongs,
    [
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Prima domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /person",
        "Marta: Seconda domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: Ancora una cosa",
        "Marta: [M-1001]",
        "Marta: ↩ 1002 ↩ E questo per la seconda",
        "Marta: /withdraw 1002",
        "Marta: [🗑 Sì",
    ]
);

told!(
    what_is_over_is_let_go_in_time,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: voice 20",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Anna: /reply 1001 Buongiorno!",
        "Anna: /done 1001",
        "Anna: [informazione data]",
        "Marta: /mediator",
        "+8 days",
        "the night passes",
        "Marta: /info",
        "Marta: /cancel",
        "Anna: /show 1001",
        "+23 days",
        "the night passes",
        "Anna: /show 1001",
        "Marta: /mydata",
        "+366 days",
        "the night passes",
        "Marta: Buongiorno",
    ]
);

told!(
    a_screen_wiped_in_a_hurry_takes_nothing_from_the_desk,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: voice 40",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: photo il foglio",
        "Marta: /x",
        "Anna: /take 1001",
        "Anna: voice 8",
    ]
);
