// SPDX-License-Identifier: EUPL-1.2
//! The card speaks the language of the words, then of the person; 🌐 changes it.

use super::heard;

// Use 5: Urdu words on an Italian phone were answered in Italian.
heard!(
    a_woman_with_an_italian_phone_writes_urdu_and_reads_urdu,
    [
        "Marta: shohar mujhe marta hai",
        "Marta: [🌐",
        "Marta: [English]",
        "Marta: [➕",
        "Marta: [✖️",
    ]
);

heard!(
    albanian_words_on_an_italian_phone_bring_an_albanian_card,
    ["Nadia: ndihmë burri më rreh", "Nadia: [🙋"]
);

heard!(
    who_chose_arabic_and_writes_italian_reads_italian_and_finds_the_way_back,
    [
        "Amina: /start",
        "Amina: [العربية]",
        "Amina: [👍",
        "Amina: mio marito mi picchia",
        "Amina: [🌐",
        "Amina: [العربية]",
    ]
);

// Texts 3.7: a phone set to a language that only the cards speak.
heard!(
    an_urdu_phone_opens_the_screen_in_urdu,
    [
        "Sana: /start",
        "Sana: [🆘",
        "Sana: [🛑",
        "Sana: [◀",
        "Sana: [🧒"
    ]
);

heard!(
    a_ukrainian_mother_whose_child_does_not_breathe,
    ["Oksana: дитина не дихає", "Oksana: [➕"]
);
