// SPDX-License-Identifier: EUPL-1.2
//! The desk's side: the queue, a request's life, transfers and appointments.

use super::told;

told!(
    two_operators_press_take_and_the_other_reads_who_was_faster,
    [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
        "Anna: /invite operator san_donato",
        "Giulia: /start i_INVITATION",
        "Anna@group: /bind",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: [👤]",
        "Marta: Vorrei un appuntamento",
        "Marta: melegnano",
        "Marta: [✅ Manda]",
        "Luca: /queue",
        "Luca: /take 1001",
        "Giulia: /take M-1001",
        "Luca: ↩ Vorrei ↩ Buongiorno! Venga giovedì.",
        "Marta: Grazie, va bene",
        "Luca: /note 1001 richiamare",
        "Luca: /show 1001",
        "Luca: /done 1001",
        "Luca: [informazione data]",
        "Marta: [👎 No]",
        "Luca: /close 1001 no_contact",
    ]
);

told!(
    another_desk_is_asked_and_says_no_then_nothing_then_yes,
    [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
        "Anna: /invite operator san_donato",
        "Giulia: /start i_INVITATION",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Luca: /take 1001",
        "Luca: /transfer 1001",
        "Luca: [San Donato Milanese]",
        "Giulia: /refuse 1001 troppo lavoro",
        "Luca: /transfer 1001 san_donato",
        "+5 hours",
        "Luca: /queue",
        "Luca: /take 1001",
        "Luca: /transfer 1001 san_donato",
        "Giulia: /accept 1001",
    ]
);

told!(
    an_appointment_is_proposed_confirmed_and_remembered,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /next",
        "Anna: /schedule 1001",
        "Anna: /schedule 1001 27/11 15:30",
        "Marta: [✅ Sì]",
        "+53 hours",
        "+1 hours",
        "+22 hours",
    ]
);

told!(
    an_operator_who_leaves_gives_everything_back,
    [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Luca: /take 1001",
        "Anna: /staff",
        "Anna: /remove 2",
        "Anna: [🗑 Sì",
        "Luca: /queue",
        "Anna: /queue free",
    ]
);

told!(
    an_album_is_announced_once_and_passes_whole,
    [
        "Anna: /start",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: album 2",
        "Marta: [✅ Sì]",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna: /take 1001",
        "Marta: album 3",
        "Anna: /reply 1001",
        "Anna: album 2",
    ]
);

told!(
    the_staff_reads_new_requests_in_a_topic_of_its_group_and_in_the_group_when_the_topic_is_gone,
    [
        "Anna@topic: /bind",
        "Anna@topic: /queue",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna@group: [✋",
        "the topic is deleted",
        "Marta: /person",
        "Marta: Un’altra domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Anna@group: [✋",
    ]
);

told!(
    an_operator_reads_english_writes_italian_and_the_mother_reads_arabic,
    [
        "Anna: /invite operator melegnano",
        "Giulia: /start i_INVITATION",
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍]",
        "Amina: /person",
        "Amina: متى أستطيع أن أسجل ابنتي؟",
        "Amina: [⏭",
        "Amina: [✅",
        "Giulia: /next",
        "Giulia: ↩ متى ↩ Buongiorno, può venire giovedì alle dieci con un documento?",
        "Amina: /mediator",
        "Amina: نعم، أستطيع يوم الخميس",
        "Amina: [📎",
        "Amina: photo",
        "Amina: [🏫",
        "Amina: melegnano",
        "Amina: [⏭",
        "Amina: [العربية]",
        "Amina: [⏭",
        "Amina: [كل",
        "Amina: [✔️",
        "Amina: [📞",
        "Amina: [امرأة",
        "Amina: [كل",
        "Amina: [✅",
        "Giulia: /menu",
    ]
);

told!(
    an_operator_works_a_whole_request_by_tapping_and_the_card_stays,
    [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
        "Oksana: /start",
        "Oksana: [Українська]",
        "Oksana: [👍]",
        "Oksana: Як записати дитину до школи?",
        "Oksana: [✅",
        "Oksana: [⏭",
        "Oksana: [✅",
        "Luca: /menu",
        "Luca: [La coda]",
        "Luca: [M-1001]",
        "Luca: [✋",
        "Luca: [⏳",
        "Luca: [La persona]",
        "Oksana: Дякую!",
        "Luca: [❗",
        "Luca: [P1]",
        "Luca: [📅",
        "Luca: [▶",
        "Luca: [10/12]",
        "Luca: [15:30]",
        "Oksana: [✅",
        "Luca: [💬",
        "Luca: A giovedì!",
        "Luca: [🟢",
        "Luca: [incontro",
        "Oksana: [👍",
    ]
);

told!(
    an_appointment_outlives_a_change_of_hands,
    [
        "Anna: /invite operator melegnano",
        "Luca: /start i_INVITATION",
        "Marta: /start",
        "Marta: [Italiano]",
        "Marta: [👍]",
        "Marta: /person",
        "Marta: Una domanda",
        "Marta: [⏭",
        "Marta: [✅ Manda]",
        "Luca: /take 1001",
        "Luca: /schedule 1001 27/11 15:30",
        "Marta: [✅ Sì]",
        "Luca: /wait 1001 person",
        "Luca: /release 1001",
        "Luca: /assign 1001",
        "Luca: [Anna]",
        "Anna: /assign 1001",
        "Anna: [Luca]",
        "Anna: /remove 2",
        "Anna: [🗑 Sì",
        "Anna: /show 1001",
        "+54 hours",
    ]
);

told!(
    an_operator_who_changes_a_message_changes_its_words_and_nothing_else,
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
        "Anna: /reply 1001 Venga lunedì",
        "Anna: edit /reply 1001 Venga martedì",
        "Anna: edit /note 1001 non viene mai",
        "Anna: edit /reply 1002 Altro",
        "Anna: /note 1001 richiamare",
        "Anna: edit /note 1001 richiamare domani",
        "Anna: /show 1001",
        "Marta: Va bene",
        "Marta: edit il passaporto è AB1234567",
        "Anna: /close 1001 no_contact",
        "Marta: edit Non va bene",
    ]
);
