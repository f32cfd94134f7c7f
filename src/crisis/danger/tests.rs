// SPDX-License-Identifier: EUPL-1.2
//! The phrases of all languages, and what people really type.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::*;

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

fn lexicon() -> Lexicon {
    let files = files();
    let pairs = files
        .iter()
        .map(|(lang, text)| (lang.as_str(), text.as_str()));
    match Lexicon::parse(pairs) {
        Ok(lexicon) => lexicon,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn small(text: &str) -> Lexicon {
    match Lexicon::parse([("xx", text)].into_iter()) {
        Ok(lexicon) => lexicon,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn problems(text: &str) -> Vec<(usize, String)> {
    match Lexicon::parse([("xx", text)].into_iter()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .into_iter()
            .map(|problem| (problem.line, problem.message))
            .collect(),
    }
}

#[test]
fn the_files_of_all_twenty_languages_are_read_and_name_every_danger() {
    let files = files();
    assert_eq!(files.len(), 20);
    for (lang, text) in &files {
        for danger in Danger::ALL {
            let start = format!("{}\t", danger.id());
            let phrases = text.lines().filter(|line| line.starts_with(&start)).count();
            assert!(phrases >= 3, "{lang}: {phrases} phrases for {danger:?}");
        }
    }
    lexicon();
}

#[test]
fn every_phrase_of_every_file_is_found() {
    let lexicon = lexicon();
    for (lang, text) in files() {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((category, phrase)) = line.split_once('\t') else {
                continue;
            };
            let typed = phrase.replace('*', "");
            let found = lexicon.find(&typed).map(Danger::id);
            assert!(found.is_some(), "{lang}: {phrase}");
            let own = Danger::from_id(category);
            assert!(
                lexicon.find(&typed) <= own,
                "{lang}: {phrase} is {category} but answers {found:?}"
            );
            let shouted = format!("?? {} !!!", typed.to_uppercase());
            assert!(lexicon.find(&shouted).is_some(), "{lang}: {shouted}");
        }
    }
}

#[test]
fn the_girl_who_writes_at_23_40_is_heard() {
    let lexicon = lexicon();
    for text in [
        "abbu meri shadi zabardasti",
        "mere abbu meri shaadi karwana chahte hain mein 16 saal ki hun",
        "Salam. abu meri shadi kar rahe hain, mein nahi chahti",
        "ابو میری شادی زبردستی کر رہے ہیں",
        "my father wants to marry me",
        "mio padre mi vuole far sposare, padre vuole farmi sposare un uomo",
    ] {
        assert_eq!(lexicon.find(text), Some(Danger::Violence), "{text}");
    }
}

#[test]
fn what_people_really_type_is_heard() {
    let lexicon = lexicon();
    for (text, danger) in [
        ("🆘", Danger::Now),
        ("🆘🆘🆘", Danger::Now),
        ("AIUTOOO SUBITOOOO", Danger::Now),
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
        assert_eq!(lexicon.find(text), Some(danger), "{text}");
    }
}

#[test]
fn everyday_sentences_are_left_alone() {
    let lexicon = lexicon();
    for text in [
        "aiuto",
        "aiutooo",
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
        assert_eq!(lexicon.find(text), None, "{text}");
    }
}

#[test]
fn words_count_in_their_order_with_at_most_two_between() {
    let lexicon = small("violence\tuno due tre*\nill\tsolo*");
    assert_eq!(lexicon.find("uno due tre"), Some(Danger::Violence));
    assert_eq!(
        lexicon.find("uno x x due x x trenta"),
        Some(Danger::Violence)
    );
    assert_eq!(lexicon.find("uno x x x due tre"), None);
    assert_eq!(lexicon.find("due uno tre"), None);
    assert_eq!(lexicon.find("uno uno x x due tre"), Some(Danger::Violence));
    assert_eq!(
        lexicon.find("uno due x due x x tre"),
        Some(Danger::Violence)
    );
    assert_eq!(lexicon.find("unodue tre"), None);
    assert_eq!(lexicon.find("soltanto"), None);
    assert_eq!(lexicon.find("ah, solone!"), Some(Danger::Ill));
}

#[test]
fn the_graver_danger_wins_wherever_it_stands() {
    let lexicon = small("danger\talfa\nviolence\tbeta\ndespair\tgamma\nshelter\t河水");
    assert_eq!(lexicon.find("alfa beta"), Some(Danger::Violence));
    assert_eq!(lexicon.find("beta alfa gamma"), Some(Danger::Despair));
    assert_eq!(lexicon.find("alfa 河水"), Some(Danger::Now));
    assert_eq!(lexicon.find("大河水啊"), Some(Danger::Shelter));
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
        "# note\nviolence mi picchia\nfire\tcasa brucia\nill\tin*farto\nill\t...\nill\t\nill\tuno\nchild\tUNO\nchild\t孩*",
    );
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 8, 9]);
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
fn a_huge_text_takes_bounded_time() {
    let lexicon = lexicon();
    let texts = [
        "mi ".repeat(500_000),
        "a".repeat(3_000_000),
        "não tenho ".repeat(200_000),
        "我".repeat(1_000_000),
        "\u{0301}".repeat(1_000_000),
        "\u{FDFA}".repeat(1_000_000),
    ];
    let start = Instant::now();
    for text in &texts {
        assert_eq!(lexicon.find(text), None);
    }
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    let late = format!("{} voglio morire", "x ".repeat(3000));
    assert_eq!(
        lexicon.find(&late),
        None,
        "what comes after 4096 characters"
    );
}
