// SPDX-License-Identifier: EUPL-1.2
//! The quick exit, as the person on the phone sees it.

use super::told;

told!(
    what_the_desk_says_after_a_quick_exit_waits_until_she_writes_again,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Vorrei un appuntamento",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Marta: /x",
        "Anna: /take 1001",
        "Anna: /reply 1001 Buongiorno, venga giovedì",
        "Marta: /menu",
    ]
);

told!(
    the_keys_go_with_a_quick_exit_and_come_back_with_the_next_answer,
    [
        "Oksana: /start",
        "Oksana: [Українська]",
        "Oksana: [👍]",
        "Oksana: /x",
        "Oksana: /x",
        "Oksana: привіт",
    ]
);
