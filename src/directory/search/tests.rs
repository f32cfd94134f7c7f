// SPDX-License-Identifier: EUPL-1.2
//! What people really type, and what they mean by it.

use proptest::prelude::*;

use super::super::tests::district;
use super::*;

/// What is typed, in which town if one is chosen, and the school that must come first.
const FIRST: &[(&str, &str, &str)] = &[
    // Names, with and without what is around them.
    ("sarti", "", "MIEE89701Q"),
    ("Teresa Sarti", "", "MIEE89701Q"),
    ("primaria sarti", "", "MIEE89701Q"),
    (
        "scuola elementare Teresa Sarti di Melegnano",
        "",
        "MIEE89701Q",
    ),
    ("mio figlio va alla scuola sarti", "", "MIEE89701Q"),
    ("liceo levi", "", "MIPS11000C"),
    ("levi san giuliano", "", "MIPS11002E"),
    ("linguistico levi", "", "MIPS11002E"),
    ("san donado liceo levi", "", "MIPS11000C"),
    ("liceo benini", "", "MIPS021013"),
    ("tecnico benini", "", "MITD02102X"),
    ("melegnano liceo", "", "MIPS021013"),
    ("itis mattei", "", "MITF390005"),
    ("piero della francesca serale", "", "MIRC03750D"),
    ("piero della francesca melegnano", "", "MIRC037015"),
    ("piero della francesca san donato", "", "MITD03701C"),
    ("della fra", "015192", "MITD03701C"),
    ("calvino", "", "MIMM89801E"),
    ("italo calvino", "", "MIMM89801E"),
    ("media frisi", "", "MIMM89701P"),
    ("dezza primaria", "", "MIEE89801G"),
    ("primaria cavalcanti", "", "MIEE8EM01T"),
    ("primaria montessori", "", "MIEE895014"),
    ("materna pio xii", "015071", "MI1A328008"),
    ("pio 12 vizzolo", "", "MI1A549003"),
    ("giovanni xxiii dresano", "", "MIEE8A303N"),
    ("giovanni 23 san giuliano", "", "MIEE89301C"),
    ("giovanni paolo ii", "", "MIPSRS500B"),
    ("don milani dresano", "", "MIMM8A301E"),
    ("don milani", "015195", "MIMM895013"),
    ("salvo d'acquisto", "", "MIEE8FB01R"),
    ("dacquisto", "", "MIEE8FB01R"),
    ("cpia san donato", "", "MICT72400R"),
    ("cpia", "015195", "MICT70200X"),
    ("infanzia rodari", "015192", "MIAA8FA01Q"),
    ("rodari", "015202", "MIEE8A305Q"),
    ("rodari colturano", "", "MIAA8A302B"),
    ("san domenico", "", "MI1E09300P"),
    ("San Francesco", "", "MI1A49800B"),
    ("maria ausiliatrice media", "", "MI1M09500G"),
    ("cefalonia 2", "", "MIAA8FB02L"),
    ("media via bezzecca", "", "MIMM8EM01R"),
    ("via agadir", "", "MIMM8FA01X"),
    ("via trieste 48", "", "MIPS11002E"),
    ("via cavour", "015195", "MIAA895031"),
    ("ospedale predabissi", "", "MIEE8A304P"),
    ("carpiano primaria", "", "MIEE89702R"),
    ("poasco infanzia", "", "MIAA8FB05Q"),
    ("levi 20098", "", "MIPS11002E"),
    ("asilo arcobaleno san zenone", "", "MIAA8A306G"),
    ("primaria hack via europa", "", "MIEE8FB01R"),
    ("primo levi san donato", "", "MIPS11000C"),
    // Slips of the thumb.
    ("srti", "", "MIEE89701Q"),
    ("sartti", "", "MIEE89701Q"),
    ("benimi", "015140", "MITD02102X"),
    ("de gaspari", "", "MIMM8FA01X"),
    ("degasperi", "", "MIMM8FA01X"),
    ("primaria montesori", "015195", "MIEE895014"),
    ("primaria cavalcantti", "", "MIEE8EM01T"),
    ("mateotti", "", "MIEE8FA011"),
    ("martin luter king", "", "MIEE8FA033"),
    ("galilei", "", "MIMM8FB01Q"),
    ("galileo galiley", "", "MIMM8FB01Q"),
    ("chezaris", "", "MIAA89801A"),
    ("piage", "", "MIAA8EM01L"),
    ("tobaggi", "", "MIEE89303E"),
    ("LICEO  LEVI!!", "", "MIPS11000C"),
    // Codes.
    ("mips11002e", "", "MIPS11002E"),
    ("MIEE89701Q", "", "MIEE89701Q"),
    ("codice: mimm89801e", "", "MIMM89801E"),
    ("MITF390005", "", "MITF390005"),
    // Cyrillic.
    ("сарти", "", "MIEE89701Q"),
    ("школа Сарти", "", "MIEE89701Q"),
    ("лицей Леви", "", "MIPS11000C"),
    ("ліцей Леві Сан-Джуліано", "", "MIPS11002E"),
    ("Кальвино", "", "MIMM89801E"),
    ("де Гаспери", "", "MIMM8FA01X"),
    ("Монтессори начальная", "", "MIEE895014"),
    ("Бенини лицей", "", "MIPS021013"),
    // Arabic, Urdu.
    ("ليفي", "015192", "MIPS11000C"),
    ("ثانوية ليفي", "", "MIPS11000C"),
    ("مدرسة سارتي", "", "MIEE89701Q"),
    ("بينيني", "015140", "MITD02102X"),
    ("كالفينو", "", "MIMM89801E"),
    ("دي غاسبيري", "", "MIMM8FA01X"),
    ("مونتيسوري ابتدائية", "", "MIEE895014"),
    ("روداري سان زينوني", "", "MIEE8A305Q"),
    ("مونٹیسوری", "015195", "MIEE895014"),
    ("مدرسة كافالكانتي سان جوليانو", "", "MIEE8EM01T"),
    // Bengali, Devanagari, Gurmukhi, Sinhala, Tigrinya.
    ("সার্তি", "", "MIEE89701Q"),
    ("লেভি স্কুল", "015192", "MIPS11000C"),
    ("রোদারি", "015202", "MIEE8A305Q"),
    ("रोडारी", "015202", "MIEE8A305Q"),
    ("ਸਾਰਤੀ", "", "MIEE89701Q"),
    ("ලෙවි", "015192", "MIPS11000C"),
    ("ሌቪ", "015192", "MIPS11000C"),
    // Chinese.
    ("萨尔蒂", "", "MIEE89701Q"),
    ("萨尔蒂小学", "", "MIEE89701Q"),
    ("莱维高中", "", "MIPS11000C"),
    ("圣多纳托莱维高中", "", "MIPS11000C"),
    ("罗达里", "015202", "MIEE8A305Q"),
    ("卡瓦尔坎蒂小学", "", "MIEE8EM01T"),
];

/// What is typed, and all the schools that must be found, in whatever order.
const ALL_OF: &[(&str, &str, &[&str])] = &[
    ("benini", "", &["MITD02102X", "MIPS021013"]),
    ("levi", "", &["MIPS11000C", "MIPS11002E"]),
    (
        "via cavour",
        "",
        &["MIPS021013", "MIRC037015", "MIAA895031", "MIMM895013"],
    ),
    (
        "melegnano liceo",
        "",
        &[
            "MIPS021013",
            "MIPSRS500B",
            "MIPS8E5005",
            "MIRC037015",
            "MITD02102X",
        ],
    ),
    (
        "media",
        "015195",
        &["MIMM89301B", "MIMM895013", "MIMM8EM01R"],
    ),
    (
        "liceo",
        "015192",
        &["MIPS11000C", "MITF390005", "MITD03701C"],
    ),
    ("linguistico", "", &["MIPS11002E"]),
    ("serale", "", &["MIRC03750D"]),
    ("carpiano", "", &["MIAA89702G", "MIEE89702R"]),
    ("cpia", "", &["MICT72400R", "MICT70200X"]),
    (
        "san giuliano media",
        "",
        &["MIMM89301B", "MIMM895013", "MIMM8EM01R"],
    ),
    (
        "piero della francesca",
        "",
        &["MIRC037015", "MITD03701C", "MIRC03750D"],
    ),
    (
        "MIIC89700N",
        "",
        &[
            "MIAA89702G",
            "MIEE89702R",
            "MIEE89703T",
            "MIMM89702Q",
            "MIAA89703L",
            "MIEE89701Q",
        ],
    ),
];

/// Words that are no school of the district.
const NOTHING: &[&str] = &[
    "",
    " ",
    "?",
    "scuola",
    "la scuola di mio figlio",
    "primaria",
    "istituto comprensivo",
    "san donato",
    "via",
    "permesso di soggiorno",
    "врач",
    "老师",
    "居留",
    "我要找工作",
    "Cina",
    "asilo politico",
    "mi chiamo Fatima",
    "إقامة",
    "avvocato",
    "lavoro",
    "casa",
    "medico",
    "soldi",
    "grazie mille",
    "ciao",
    "buongiorno",
    "non lo so",
    "boh",
    "hello",
    "thank you",
    "help",
    "gracias",
    "necesito ayuda",
    "bonjour",
    "pomoc",
    "hunger",
    "привет",
    "спасибо",
    "дякую",
    "работа",
    "документи",
    "شكرا",
    "مساعدة",
    "أريد عملا",
    "بيت",
    "السلام عليكم",
    "ধন্যবাদ",
    "কাজ",
    "谢谢",
    "你好",
    "工作",
    "我不知道",
    "房子",
    "签证",
    "salamat",
    "faleminderit",
    "mulțumesc",
    "Harvard",
    "Oxford",
    "Politecnico di Milano",
    "12345",
    "20098",
    "3331234567",
    "xyzzy",
    "👍",
    "MIPS99999Z",
    "مدرسة",
    "школа",
    "学校",
    "স্কুল",
    "mi piace",
    "vedi",
    "leggere",
    "il mio bambino è malato",
];

/// What is typed, and the municipality it names.
const TOWNS: &[(&str, &str)] = &[
    ("Melegnano", "015140"),
    ("melignano", "015140"),
    ("MELEGNANO (MI)", "015140"),
    ("melegn", "015140"),
    ("20077", "015140"),
    ("Меленьяно", "015140"),
    ("мелегнано", "015140"),
    ("ميلينيانو", "015140"),
    ("মেলেনিয়ানো", "015140"),
    ("梅莱尼亚诺", "015140"),
    ("comune di Melegnano", "015140"),
    ("a Melegnano", "015140"),
    ("San Giuliano", "015195"),
    ("san giuliano mil.", "015195"),
    ("S. Giuliano M.se", "015195"),
    ("sangiuliano", "015195"),
    ("San Giuliano Milanese", "015195"),
    ("сан джулиано", "015195"),
    ("Сан-Джуліано-Міланезе", "015195"),
    ("سان جوليانو", "015195"),
    ("সান জুলিয়ানো", "015195"),
    ("圣朱利亚诺", "015195"),
    ("圣朱利亚诺米兰内塞", "015195"),
    ("20098", "015195"),
    ("٢٠٠٩٨", "015195"),
    ("giuliano", "015195"),
    ("san juliano", "015195"),
    ("San Donato", "015192"),
    ("san donado", "015192"),
    ("s.donato milanese", "015192"),
    ("сан донато", "015192"),
    ("سان دوناتو", "015192"),
    ("سان دوناتو ميلانيزي", "015192"),
    ("সান দোনাতো", "015192"),
    ("圣多纳托", "015192"),
    ("20097 San Donato Milanese", "015192"),
    ("sandonato", "015192"),
    ("San Zenone", "015202"),
    ("san zenone al lambro", "015202"),
    ("zennone", "015202"),
    ("Cerro al Lambro", "015071"),
    ("cero al lambro", "015071"),
    ("Vizzolo", "015244"),
    ("vizolo predabissi", "015244"),
    ("виццоло", "015244"),
    ("Dresano", "015101"),
    ("drezano", "015101"),
    ("Colturano", "015082"),
    ("colturano 20060", "015082"),
    ("20075", "015082"),
    ("Carpiano", "015050"),
    ("20080", "015050"),
    ("карпьяно", "015050"),
    ("20070 Dresano", "015101"),
];

/// Not one municipality of the district, or not clear which.
const NO_TOWN: &[&str] = &[
    "",
    "san",
    "milanese",
    "Milano",
    "居留",
    "lambro",
    "al lambro",
    "20070",
    "20121",
    "San Martino",
    "Rozzano",
    "Lodi",
    "Sesto San Giovanni",
    "Paullo",
    "boh",
    "не знаю",
    "شكرا",
    "米兰",
    "谢谢",
    "levi",
    "liceo levi san donato",
    "San Donato o San Giuliano",
    "Peschiera Borromeo",
    "Opera",
    "Locate",
    "مدرسة",
    "ميلانو",
];

fn town(within: &str) -> Option<&str> {
    (!within.is_empty()).then_some(within)
}

#[test]
fn the_school_people_mean_comes_first() {
    let district = district();
    let wrong: Vec<String> = FIRST
        .iter()
        .filter_map(|(text, within, code)| {
            let found: Vec<&str> = district
                .search(text, town(within))
                .iter()
                .map(|s| s.code.as_str())
                .collect();
            (found.first() != Some(code)).then(|| {
                let names: Vec<String> = found
                    .iter()
                    .filter_map(|c| district.school(c))
                    .map(|s| format!("{} {}", s.code, s.name))
                    .collect();
                format!("{text:?} in {within:?}: wanted {code}, found {names:?}")
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        FIRST.len(),
        wrong.join("\n")
    );
}

#[test]
fn schools_that_share_a_name_are_all_found_and_no_others() {
    let district = district();
    for (text, within, codes) in ALL_OF {
        let mut found: Vec<&str> = district
            .search(text, town(within))
            .iter()
            .map(|s| s.code.as_str())
            .collect();
        let mut wanted = codes.to_vec();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{text:?} in {within:?}");
    }
}

#[test]
fn other_words_find_no_school() {
    let district = district();
    let wrong: Vec<String> = NOTHING
        .iter()
        .filter_map(|text| {
            let found: Vec<&str> = district
                .search(text, None)
                .iter()
                .map(|s| s.name.as_str())
                .collect();
            (!found.is_empty()).then(|| format!("{text:?} found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_school_is_found_first_by_its_own_name_in_its_town() {
    let district = district();
    for school in district.schools() {
        let found = district.search(&school.name, Some(school.municipality.as_str()));
        assert_eq!(
            found.first().map(|s| &s.code),
            Some(&school.code),
            "{}",
            school.name
        );
        let found = district.search(&school.code.to_string().to_lowercase(), None);
        assert_eq!(found, [school]);
    }
}

#[test]
fn a_town_is_found_however_it_is_written() {
    let district = district();
    let found = |text: &str| district.find_municipality(text).map(|m| m.istat.as_str());
    let wrong: Vec<String> = TOWNS
        .iter()
        .filter(|(text, istat)| found(text) != Some(istat))
        .map(|(text, istat)| format!("{text:?}: wanted {istat}, found {:?}", found(text)))
        .chain(
            NO_TOWN
                .iter()
                .filter_map(|text| Some(format!("{text:?} found {}", found(text)?))),
        )
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_chosen_town_hides_the_schools_of_others() {
    let district = district();
    for (text, _, _) in FIRST {
        for school in district.search(text, Some("015140")) {
            assert_eq!(school.municipality.as_str(), "015140", "{text}");
        }
    }
    assert!(district.search("levi", Some("015050")).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_typed_makes_it_stumble(text in "\\PC{0,60}") {
        let district = district();
        prop_assert!(district.search(&text, None).len() <= MOST);
        let _ = district.find_municipality(&text);
    }
}
