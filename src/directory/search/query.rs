// SPDX-License-Identifier: EUPL-1.2
//! What somebody typed, word by word: the words that say nothing, those that say a level, and the rest.
//!
//! To add a word that says nothing, or a word for a level, in any script: [`NOISE`], [`LEVELS`] or [`HAN`].

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::directory::school::Level;
use crate::directory::spelling::{Script, Word, words};

/// Words that help nobody find a school.
const NOISE: &str = "scuola scuole school schools scoala escuela colegio ecole shkolla szkola skola eskuwelahan \
    paaralan istituto istituti instituto institute institut institut ist ic is ics iis comprensivo statale \
    statali paritaria parificata plesso sede succursale via viale piazza piazzale corso p zza street calle rue \
    strada rruga di del della dello dell dei degli delle de da d des du le la lo il gli les el los las the of \
    in al alla alle a e ed y et and per por para con un una uno mio mia mi mon ma my mein figlio figlia hijo \
    hija son va nella nel presso c o vicino milano \
    школа школи школу школы школе институт інститут вулиця улица ул вул مدرسة المدرسة معهد شارع اسكول اسکول \
    سکول স্কুল বিদ্যালয় विद्यालय स्कूल ਸਕੂਲ පාසල";

/// Words for a level.
const LEVELS: [(Level, &str); 5] = [
    (
        Level::Nursery,
        "infanzia materna asilo nido nursery kindergarten preescolar infantil maternelle gradinita kopsht \
         садок садочок детсад сад روضة الروضة حضانة নার্সারি",
    ),
    (
        Level::Primary,
        "primaria elementare elementari elementary primary primaire primare fillore початкова начальная \
         ابتدائية الابتدائية ابتدائي প্রাথমিক प्राथमिक",
    ),
    (
        Level::Lower,
        "media medie secondaria middle secundaria college gimnaziu середня средняя اعدادية الإعدادية متوسطة মাধ্যমিক",
    ),
    (
        Level::Upper,
        "liceo licei lycee liceu lyceum superiore superiori tecnico professionale itis high preparatoria \
         bachillerato лицей ліцей ثانوية الثانوية ليسيه লিসেও",
    ),
    (Level::Adult, "cpia ctp eda adulti adults adultos adultes"),
];

/// The same in Chinese, where words are not divided. `None`: says nothing.
const HAN: [(&str, Option<Level>); 13] = [
    ("幼儿园", Some(Level::Nursery)),
    ("小学", Some(Level::Primary)),
    ("初中", Some(Level::Lower)),
    ("中学", Some(Level::Lower)),
    ("高中", Some(Level::Upper)),
    ("成人", Some(Level::Adult)),
    ("学校", None),
    ("学院", None),
    ("大街", None),
    ("街", None),
    ("路", None),
    ("房子", None),
    ("工作", None),
];

/// Words for *saint*: in too many names to say which.
const SAINTS: &str = "san santa santo sant saint st сан санта سان سانتا সান সান্তা";

/// What a written word is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Helps nobody.
    Nothing,
    /// Stands in many names.
    Saint,
    /// Says which level is meant.
    Level(Level),
}

/// Known words by their letters.
static USES: LazyLock<HashMap<String, Use>> = LazyLock::new(|| {
    let levels = LEVELS
        .iter()
        .map(|(level, list)| (*list, Use::Level(*level)));
    let mut uses = HashMap::new();
    for (list, meaning) in [(NOISE, Use::Nothing), (SAINTS, Use::Saint)]
        .into_iter()
        .chain(levels)
    {
        for word in list.split_whitespace().flat_map(words) {
            uses.insert(word.text, meaning);
        }
    }
    uses
});

/// What the word is good for, if it is not part of a name.
pub(super) fn use_of(word: &Word) -> Option<Use> {
    USES.get(&word.text).copied()
}

/// A text, word by word.
pub(super) struct Query {
    /// The words that say something.
    pub words: Vec<Word>,
    /// Words for a level: which, and by its sound.
    pub levels: Vec<(Level, String)>,
    /// Numbers: of a street, of a Pope, a postal code.
    pub numbers: Vec<String>,
    /// Says *san* or the like.
    pub saint: bool,
}

impl Query {
    /// Divides a text into words and sorts them by their use.
    pub fn read(text: &str) -> Self {
        let mut query = Self {
            words: Vec::new(),
            levels: Vec::new(),
            numbers: Vec::new(),
            saint: false,
        };
        let mut text = text.to_owned();
        for (word, level) in HAN {
            if text.contains(word) {
                text = text.replace(word, " ");
                query
                    .levels
                    .extend(level.map(|level| (level, String::new())));
            }
        }
        for word in words(&text) {
            match use_of(&word) {
                Some(Use::Saint) => query.saint = true,
                Some(Use::Level(level)) => query.levels.push((level, word.sound)),
                None if word.is_number() => query.numbers.push(word.text),
                None if word.text.len() >= 3 || word.script == Script::Han => {
                    query.words.push(word);
                }
                Some(Use::Nothing) | None => {}
            }
        }
        query
    }
}
