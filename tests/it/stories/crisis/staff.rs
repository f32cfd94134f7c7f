// SPDX-License-Identifier: EUPL-1.2
//! Whoever works here writes of danger all day, and may be in danger like anybody.

use super::heard;

heard!(
    what_an_operator_writes_at_work_brings_them_no_card,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: cerco un corso di italiano",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /next",
        "Anna: /note 1001 dice che il padre lo picchia",
        "Anna: ↩ Domanda ↩ chi la picchia? mi picchia, ha detto",
        "Anna: ↩ Domanda ↩ 112",
        "Anna: lo picchia",
        "Anna: /reply 1001",
        "Anna: 🆘 Aiuto subito",
    ]
);

heard!(
    a_member_of_staff_who_opens_the_screen_is_heard_as_anybody,
    [
        "Anna: /start",
        "Anna: aiuto",
        "Anna: mio marito mi picchia",
        "Anna: voice 6",
        "Anna: /menu",
        "Anna: mi picchia",
    ]
);
