// SPDX-License-Identifier: EUPL-1.2
//! The lists of all languages, and what people really type.

use std::fs;
use std::path::Path;

use super::*;
use crate::crisis::folding::{bare_forms, skeleton, words};

fn files() -> Vec<(String, String)> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files: Vec<_> = fs::read_dir(locales)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|folder| folder.join("danger.txt").is_file())
        .map(|folder| {
            let lang = folder.file_name().unwrap().to_string_lossy().into_owned();
            (lang, fs::read_to_string(folder.join("danger.txt")).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn lexicon() -> Lexicon<'static> {
    Lexicon::of(compiled::LISTS).expect("lists of this build")
}

fn small(text: &str) -> Lexicon<'static> {
    match lexicon::Reading::compile([("xx", text)].into_iter()) {
        Ok(bytes) => Lexicon::of(bytes.leak()).expect("lists of this build"),
        Err(problems) => panic!("{problems:#?}"),
    }
}

/// What the lines of a small list say of a text: kind and weight, `?` where something denies them.
fn said(lexicon: &Lexicon<'_>, text: &str) -> Vec<String> {
    let say = |found: &search::Found| {
        let mark = if found.doubtful { "?" } else { "" };
        format!("{}{mark}", found.rule.danger.id())
    };
    lexicon.search(text).iter().map(say).collect()
}

/// The verdict and the kinds the whole of the lists and the model come to.
fn heard(text: &str) -> Option<(Verdict, Vec<Danger>)> {
    crate::crisis::hear(text).map(|heard| (heard.verdict, heard.dangers))
}

fn problems(text: &str) -> Vec<(usize, String)> {
    match lexicon::Reading::compile([("xx", text)].into_iter()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .into_iter()
            .map(|problem| (problem.line, problem.message))
            .collect(),
    }
}

#[test]
fn the_files_of_all_twenty_languages_are_read_and_name_every_danger() {
    let lexicon = lexicon();
    assert_eq!(lexicon.languages.len(), model::COLUMNS[2]);
    for (number, language) in lexicon.languages.iter().enumerate() {
        for danger in Danger::ALL {
            let lines = lexicon
                .rules()
                .filter(|rule| usize::from(rule.language) == number && rule.danger == danger);
            assert!(lines.count() >= 3, "{language}: {danger:?}");
        }
    }
}

#[test]
fn every_phrase_without_concepts_is_found_in_itself() {
    let lexicon = lexicon();
    let mut lost = Vec::new();
    for (language, text) in files() {
        for line in text.lines().filter(|line| !line.starts_with(['#', '@'])) {
            let Some((head, phrase)) = line.split_once('\t') else {
                continue;
            };
            if head == "calm" || phrase.contains('@') {
                continue;
            }
            let typed: Vec<&str> = phrase
                .split_whitespace()
                .filter(|token| *token != "+" && !token.starts_with('!'))
                .collect();
            let typed = typed.join(" ").replace('*', "");
            let kind = head.trim_end_matches(['?', '~']);
            let shouted = format!("?? {} !!!", typed.to_uppercase());
            for typed in [&typed, &shouted] {
                let found = lexicon.search(typed);
                let own = found.iter().any(|found| found.rule.danger.id() == kind);
                if !own {
                    lost.push(format!("{language}: {line}: {typed}"));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn the_girl_who_writes_at_23_40_is_heard() {
    for text in [
        "abbu meri shadi zabardasti",
        "mere abbu meri shaadi karwana chahte hain mein 16 saal ki hun",
        "Salam. abu meri shadi kar rahe hain, mein nahi chahti",
        "ابو میری شادی زبردستی کر رہے ہیں",
        "my father wants to marry me off",
        "mio padre mi vuole far sposare, padre vuole farmi sposare un uomo",
    ] {
        let (verdict, dangers) = heard(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(verdict, Verdict::Card, "{text}");
        assert!(dangers.contains(&Danger::Violence), "{text}: {dangers:?}");
    }
}

#[test]
fn what_people_really_type_is_heard() {
    for (text, danger) in [
        ("mio marito mi ha picchiata ieri sera", Danger::Violence),
        ("mio marito ogni giorno mi picchia", Danger::Violence),
        ("non voglio piu vivere", Danger::Despair),
        ("I dont want to live anymore", Danger::Despair),
        ("my husband is beating me and my kids", Danger::Violence),
        ("جوزي   بيـضـربـنـي", Danger::Violence),
        ("\u{202B}عايزة أموت\u{202C}", Danger::Despair),
        ("чоловік мене бʼє", Danger::Violence),
        ("ЧОЛОВІК МЕНЕ Б’Є", Danger::Violence),
        ("муж меня бьёт каждый день", Danger::Violence),
        ("Μy husband… he beats me", Danger::Violence),
        ("sotul meu ma bate", Danger::Violence),
        ("我老公打我怎么办", Danger::Violence),
        ("我不想活了", Danger::Despair),
        ("我 想 死", Danger::Despair),
        ("我17岁，一个人在米兰", Danger::AloneMinor),
        ("ሰብኣየይ ይሃርመኒ ኣሎ", Danger::Violence),
        ("ami morte chai", Danger::Despair),
        ("j'ai envie de mourir", Danger::Despair),
        ("il ma frappée", Danger::Violence),
        ("dama bëgg dee", Danger::Despair),
        ("no tengo donde dormir esta noche", Danger::Shelter),
        ("kinuha ng amo ko ang passport ko", Danger::Forced),
        ("17 anni e sono solo in Italia", Danger::AloneMinor),
        (
            "la maestra dice: picchiano? picchia i bambini",
            Danger::Child,
        ),
        ("𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞", Danger::Despair),
    ] {
        let (verdict, dangers) = heard(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(verdict, Verdict::Card, "{text}");
        assert!(dangers.contains(&danger), "{text}: {dangers:?}");
    }
}

#[test]
fn everyday_sentences_are_left_alone() {
    let mut wrong = Vec::new();
    for text in [
        "Ho bisogno di aiuto con il permesso",
        "Mio figlio è malato e domani non va a scuola",
        "Quanto costa la mensa?",
        "Vorrei un corso di italiano la sera",
        "Mi sposo a giugno, quali documenti servono?",
        "Mi fa male la testa",
        "Ho 17 anni e cerco un corso",
        "Marta e Pati vengono domani",
        "my son is ill and misses school tomorrow",
        "help with the permit please",
        "please help me with the form",
        "I want to kill time",
        "the desk is closed",
        "I want to marry my girlfriend, which papers?",
        "I lost my documents, where do I go?",
        "We sleep badly because of the noise",
        "I work at the station",
        "أريد موعدا للإقامة",
        "ابني مريض ولن يذهب إلى المدرسة غدا",
        "عايز اسأل عن تصريح الإقامة",
        "بغيت نسجل ولدي فالمدرسة",
        "ممكن مساعدة في الأوراق",
        "Necesito ayuda con la inscripción",
        "Mi hijo no va al colegio mañana",
        "Quiero casarme en Italia, ¿qué papeles?",
        "¿Vos sos de la oficina?",
        "Am nevoie de ajutor cu formularul",
        "Copilul meu este bolnav mâine",
        "Unde pot să învăț italiana?",
        "Kailangan ko po ng tulong sa papeles",
        "May sakit ang anak ko, hindi papasok bukas",
        "Saan po ang opisina?",
        "Допоможіть з документами, будь ласка",
        "Моя дитина хворіє і завтра не піде до школи",
        "Хочу записатися на курси",
        "Dua të mësoj italisht",
        "Më duhet ndihmë për lejen e qëndrimit",
        "Djali është i sëmurë nesër",
        "J'ai besoin d'aide pour le permis",
        "Ma fille est malade demain",
        "Je veux me marier en mairie, quels papiers ?",
        "我想学意大利语",
        "请打我电话",
        "孩子生病了，明天不上学",
        "需要帮助填表",
        "আমার ছেলে অসুস্থ, কাল স্কুলে যাবে না",
        "কাগজপত্রের জন্য সাহায্য চাই",
        "ami italian shikhte chai",
        "مجھے فارم میں مدد چاہیے",
        "mera beta beemar hai, kal school nahi aaye ga",
        "mujhe madad chahiye permit ke liye",
        "بیٹی کی شادی کے کاغذات",
        "ਮੈਨੂੰ ਫਾਰਮ ਲਈ ਮਦਦ ਚਾਹੀਦੀ ਹੈ",
        "mera puttar bimar hai",
        "මට පෝරමයට උදව් ඕනේ",
        "මගේ පුතා අසනීපයි, හෙට ඉස්කෝලේ එන්නේ නැහැ",
        "Помогите с документами, пожалуйста",
        "Сын болеет и завтра не придёт в школу",
        "Хочу выйти замуж в Италии, какие документы?",
        "Preciso de ajuda com o formulário",
        "Meu filho está doente amanhã",
        "Dama soxla ndimbal ngir kayit yi",
        "Sama doom dafa feebar, du dem jàng suba",
        "मुझे फॉर्म में मदद चाहिए",
        "मेरा बेटा बीमार है, कल स्कूल नहीं आएगा",
        "mujhe hindi mein jawab do",
        "ንሰነዳት ሓገዝ የድልየኒ",
        "ወደይ ሓሚሙ፡ ጽባሕ ቤት ትምህርቲ ኣይመጽእን",
        "Помощ за документите, моля",
        "Детето е болно и утре няма да дойде",
        "Искам да уча италиански",
        "ok",
        "grazie",
        "👍",
        "❤️",
        "M-1042",
        "/start",
        "",
        "   ",
        "???",
        "12/11/2026",
    ] {
        if let Some(heard) = heard(text) {
            wrong.push((text, heard));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_count_in_their_order_with_at_most_two_between() {
    let lexicon = small("violence\tuno due tre*\nill\tsolo*");
    let violence = |text: &str| said(&lexicon, text) == ["violence"];
    assert!(violence("uno due tre"));
    assert!(violence("uno x x due x x trenta"));
    assert!(!violence("uno x x x due tre"));
    assert!(!violence("due uno tre"));
    assert!(violence("uno uno x x due tre"));
    assert!(violence("uno due x due x x tre"));
    assert!(!violence("unodue tre"));
    assert_eq!(said(&lexicon, "soltanto"), [""; 0]);
    assert_eq!(said(&lexicon, "ah, solone!"), ["ill"]);
}

#[test]
fn concepts_stand_for_their_words_in_any_order_and_near() {
    let lexicon =
        small("@he\tlui marito\n@me\tmi me\nviolence\tmena* + @he + @me\nchild\t@he figli* !dorme");
    assert_eq!(said(&lexicon, "mi mena mio marito"), ["violence"]);
    assert_eq!(
        said(&lexicon, "marito che mena sempre e solo me"),
        ["violence"]
    );
    assert_eq!(said(&lexicon, "mena mi"), [""; 0]);
    let far = "mi x x x x x x x mena x x x x x x x marito";
    assert_eq!(said(&lexicon, far), [""; 0]);
    assert_eq!(said(&lexicon, "lui ha il figlio"), ["child"]);
    assert_eq!(said(&lexicon, "lui ha il figlio che dorme"), [""; 0]);
    assert_eq!(said(&lexicon, "lui ha il figlio e dorme"), [""; 0]);
    assert_eq!(
        said(&lexicon, "lui ha il figlio e poi tutto il resto dorme"),
        ["child"]
    );
}

#[test]
fn what_denies_makes_doubtful_unless_it_belongs_to_the_phrase() {
    let lexicon = small(
        "@not\tnon\n@not-after\tnahi\ncalm\tfilm\nviolence\tmi picchia\nill\tnon respira\nchild\tmarta",
    );
    assert_eq!(said(&lexicon, "mi picchia"), ["violence"]);
    assert_eq!(said(&lexicon, "non mi picchia"), ["violence?"]);
    assert_eq!(said(&lexicon, "non è vero, mi picchia"), ["violence"]);
    assert_eq!(said(&lexicon, "mi picchia e non dorme"), ["violence"]);
    assert_eq!(
        said(&lexicon, "non mi picchia lui ma mio padre sì, mi picchia"),
        ["violence"]
    );
    assert_eq!(said(&lexicon, "non respira"), ["ill"]);
    assert_eq!(said(&lexicon, "nel film non respira"), ["ill?"]);
    assert_eq!(said(&lexicon, "marta nahi"), ["child?"]);
    assert_eq!(said(&lexicon, "marta e poi nahi"), ["child"]);
}

#[test]
fn chinese_is_found_inside_with_few_signs_between() {
    let lexicon =
        small("@he\t老公 丈夫\nviolence\t@he 打我 !电话\nchild\t打 + 孩子\nshelter\t河水");
    assert_eq!(said(&lexicon, "我的老公天天打我怎么办"), ["violence"]);
    assert_eq!(said(&lexicon, "丈 夫，打 我"), ["violence"]);
    assert_eq!(said(&lexicon, "老公打我电话"), [""; 0]);
    assert_eq!(said(&lexicon, "孩子被打"), ["child"]);
    assert_eq!(said(&lexicon, "大河水啊"), ["shelter"]);
    assert_eq!(said(&lexicon, "alfa 河水 beta"), ["shelter"]);
}

#[test]
fn latin_letters_of_other_scripts_meet_by_their_consonants() {
    for (one, other) in [
        ("zawji", "zaouji"),
        ("yadribni", "ydrabni"),
        ("amout", "amoot"),
        ("n9tel", "nqtel"),
        ("khayfa", "7ayfa"),
        ("cholovik", "chelovyk"),
        ("mujhe", "muje"),
    ] {
        assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        assert!(skeleton(one).is_some(), "{one}");
    }
    assert_eq!(skeleton("112"), None);
    assert_eq!(skeleton("ah"), None);
    let forms: Vec<&str> = bare_forms("سيضربني").collect();
    assert!(forms.contains(&"يضربني"));
    assert_eq!(bare_forms("marito").count(), 0);
}

#[test]
fn spellings_of_one_word_meet() {
    for (one, other) in [
        ("Città", "citta"),
        ("ёлка", "елка"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("على", "علی"),
        ("کتاب", "كتاب"),
        ("ســـلام", "سَلَام"),
        ("b’ye", "bye"),
        ("aiutoooo", "aiuto"),
        ("amazza", "ammazza"),
        ("नही", "नहीं"),
        ("ਕੁੱਟਦਾ", "ਕੁਟਦਾ"),
        ("বাঁচতে", "বাচতে"),
        ("łódź", "lodz"),
        ("a\u{200B}b\u{2067}c", "abc"),
        ("ＡＢＣ", "abc"),
        ("ፀሓይ", "ጸሓይ"),
        ("শড়ক", "শ\u{09A1}\u{09BC}ক"),
    ] {
        assert_eq!(words(one), words(other), "{one} {other}");
    }
    assert_ne!(words("मर"), words("मार"));
    assert_eq!(words("1112"), ["1112"]);
    assert_eq!(words("मुझे बचाओ।"), ["मुझे", "बचाओ"]);
    assert_eq!(words("ናብ፡ገዛ።"), ["ናብ", "ገዛ"]);
    assert_eq!(words("aiuto🆘subito"), ["aiuto", "🆘", "subito"]);
}

#[test]
fn all_mistakes_of_a_file_are_named_with_their_line() {
    let found = problems(
        "# note\nviolence mi picchia\nfire\tcasa brucia\nill\tin*farto\nill\t...\nill\t\nill\tuno\nchild\tUNO\nchild\t孩*\nill\t@nobody x",
    );
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 8, 9, 10]);
    assert_eq!(problems("# only notes\n").len(), 1);
    assert_eq!(problems("ill\ta b c d e f g h i").len(), 1);
    assert!(problems("ill\tuno\nill\tUno\n").is_empty());
}

#[test]
fn ids_go_round() {
    for danger in Danger::ALL {
        assert_eq!(Danger::from_id(danger.id()), Some(danger));
    }
    assert_eq!(Danger::from_id("fire"), None);
    assert!(Danger::ALL.is_sorted());
}

#[test]
fn a_huge_text_is_read_no_further_than_a_message_reaches() {
    for text in [
        "mi ".repeat(500_000),
        "a".repeat(3_000_000),
        "não tenho ".repeat(200_000),
        "我".repeat(1_000_000),
        "\u{0301}".repeat(1_000_000),
        "\u{FDFA}".repeat(1_000_000),
    ] {
        assert!(words(&text).concat().chars().count() <= 20 * 4096);
        assert_ne!(
            heard(&text).map(|(verdict, _)| verdict),
            Some(Verdict::Card)
        );
    }
    let late = format!("{} voglio morire", "x ".repeat(3000));
    assert_eq!(said(&lexicon(), &late), [""; 0]);
}
