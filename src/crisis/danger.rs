// SPDX-License-Identifier: EUPL-1.2
//! Hears danger in what a person writes, in every language at once.
//!
//! A frightened person switches language, leaves out accents, writes Urdu or Arabic with Latin letters
//! and never looks for the right button. So every incoming text is compared with the phrases of
//! `locales/*/danger.txt`, whatever language the chat is in. The answer only adds one card to the
//! conversation and never blocks it: a phrase too many costs a card, a phrase too few may cost much more.
//!
//! A line of `danger.txt` is `category<TAB>phrase`. The words of a phrase must all appear, in their order,
//! with at most two other words between one and the next; a word ending in `*` stands for every word that
//! begins so. Phrases with Chinese characters are found inside the text as they are, because Chinese does
//! not put spaces between words. An emoji is a word of its own.
//!
//! To add a phrase: one line in the file of its language. To add a language: one more `danger.txt`.
//! To add a danger: a variant in [`Danger`], its place in [`Danger::ALL`], its id, and its card.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A message of Telegram has at most this many characters; what comes after them is not read.
const MAX_CHARS: usize = 4096;
/// A phrase has at most this many words; `matches_at` needs the distance to fit in 32 bits.
const MAX_WORDS: usize = 8;

/// What a person may be in danger of: one card each.
///
/// The order says which card wins when a text speaks of several. Every card begins with 112, so the one
/// that also names its own line goes before the one that only says 112.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Danger {
    /// Words of suicide or self-harm.
    Despair,
    /// A child is being hurt or is in danger.
    Child,
    /// Violence, stalking, forced marriage, mutilation.
    Violence,
    /// Trafficking, forced work or sex, papers taken away.
    Forced,
    /// Under 18 and without family here.
    AloneMinor,
    /// Something dangerous is happening now: fire, weapons, an accident.
    Now,
    /// A serious illness, now.
    Ill,
    /// Nowhere to sleep or nothing to eat.
    Shelter,
}

impl Danger {
    /// All of them, in the order of their cards' weight.
    pub const ALL: [Self; 8] = [
        Self::Despair,
        Self::Child,
        Self::Violence,
        Self::Forced,
        Self::AloneMinor,
        Self::Now,
        Self::Ill,
        Self::Shelter,
    ];

    /// The word used in `danger.txt`, in `crisis-topic-…` and in `crisis-card-…`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Despair => "despair",
            Self::Child => "child",
            Self::Violence => "violence",
            Self::Forced => "forced",
            Self::AloneMinor => "alone-minor",
            Self::Now => "danger",
            Self::Ill => "ill",
            Self::Shelter => "shelter",
        }
    }

    /// The danger called so.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|danger| danger.id() == id)
    }
}

/// A mistake in a file of phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it is called inside `locales/`.
    pub file: String,
    /// The line, counted from 1; 0 when the mistake is the whole file's.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// One word of a phrase, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    text: String,
    /// The word ended in `*`: longer words that begin so fit too.
    open: bool,
}

impl Part {
    fn fits(&self, word: &str) -> bool {
        if self.open {
            word.starts_with(&self.text)
        } else {
            word == self.text
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    parts: Vec<Part>,
    danger: Danger,
}

/// The phrases of all languages, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    phrases: Vec<Phrase>,
    /// First word → phrases beginning with exactly that word.
    by_word: HashMap<String, Vec<usize>>,
    /// First letters → phrases whose first word ends in `*`.
    by_beginning: HashMap<String, Vec<usize>>,
    /// The length in bytes of the longest of those beginnings.
    longest_beginning: usize,
    /// First character → Chinese phrases.
    han: HashMap<char, Vec<(String, Danger)>>,
}

impl Lexicon {
    /// Reads `(language, text of its danger.txt)` pairs; all mistakes come back at once.
    pub fn parse<'a>(
        files: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Problem>> {
        let mut lexicon = Self::default();
        let mut problems = Vec::new();
        for (lang, text) in files {
            let file = format!("{lang}/danger.txt");
            let mut seen: HashMap<String, Danger> = HashMap::new();
            for (index, line) in text.lines().enumerate() {
                let line = line.trim_start_matches('\u{FEFF}').trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                match read_line(line) {
                    Ok(phrase) => match seen.insert(phrase.key(), phrase.danger) {
                        None => lexicon.add(phrase),
                        Some(before) if before == phrase.danger => {}
                        Some(before) => problems.push(Problem {
                            file: file.clone(),
                            line: index + 1,
                            message: format!(
                                "this phrase is already under \"{}\": keep one of the two",
                                before.id()
                            ),
                        }),
                    },
                    Err(message) => problems.push(Problem {
                        file: file.clone(),
                        line: index + 1,
                        message,
                    }),
                }
            }
            if seen.is_empty() && problems.last().is_none_or(|last| last.file != file) {
                problems.push(Problem {
                    file,
                    line: 0,
                    message: "no phrase in this file: write one a line, category<TAB>phrase".into(),
                });
            }
        }
        if problems.is_empty() {
            Ok(lexicon)
        } else {
            Err(problems)
        }
    }

    /// The gravest danger the text speaks of, in any language.
    ///
    /// Reads each word once and looks only at the phrases that begin with it.
    pub fn find(&self, text: &str) -> Option<Danger> {
        let words = words(text);
        let mut found: Option<Danger> = None;
        for (start, word) in words.iter().enumerate() {
            for &index in self.beginning_with(word) {
                let phrase = &self.phrases[index];
                if found.is_none_or(|before| phrase.danger < before)
                    && matches_at(&phrase.parts, &words, start)
                {
                    found = Some(phrase.danger);
                }
            }
        }
        // Chinese: what stands together is one piece, whatever commas or spaces somebody put in it.
        for run in words.chunk_by(|one, next| has_han(one) && has_han(next)) {
            if run.iter().any(|word| has_han(word))
                && let Some(danger) = self.inside(&run.concat())
            {
                found = Some(found.map_or(danger, |before| before.min(danger)));
            }
        }
        found
    }

    fn add(&mut self, phrase: Phrase) {
        let whole: String = phrase.parts.iter().map(|part| part.text.as_str()).collect();
        if let Some(first) = whole.chars().next()
            && has_han(&whole)
        {
            let same_start = self.han.entry(first).or_default();
            same_start.push((whole, phrase.danger));
            return;
        }
        let Some(first) = phrase.parts.first() else {
            return;
        };
        let index = if first.open {
            self.longest_beginning = self.longest_beginning.max(first.text.len());
            &mut self.by_beginning
        } else {
            &mut self.by_word
        };
        index
            .entry(first.text.clone())
            .or_default()
            .push(self.phrases.len());
        self.phrases.push(phrase);
    }

    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a usize> {
        let whole = self.by_word.get(word).into_iter().flatten();
        let open = word
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|&end| end <= self.longest_beginning)
            .filter_map(|end| self.by_beginning.get(&word[..end]))
            .flatten();
        whole.chain(open)
    }

    fn inside(&self, run: &str) -> Option<Danger> {
        run.char_indices()
            .filter_map(|(at, c)| self.han.get(&c).map(|phrases| (&run[at..], phrases)))
            .flat_map(|(rest, phrases)| {
                phrases
                    .iter()
                    .filter(move |(phrase, _)| rest.starts_with(phrase.as_str()))
            })
            .map(|&(_, danger)| danger)
            .min()
    }
}

impl Phrase {
    /// Equal for two phrases that find the same texts.
    fn key(&self) -> String {
        let words = self.parts.iter().map(|part| {
            let star = if part.open { "*" } else { "" };
            format!("{}{star}", part.text)
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Reads one line that is neither empty nor a comment.
fn read_line(line: &str) -> Result<Phrase, String> {
    let (category, written) = line
        .split_once('\t')
        .ok_or("no tab in this line: write category<TAB>phrase")?;
    let danger = Danger::from_id(category.trim()).ok_or_else(|| {
        let known = Danger::ALL.map(Danger::id).join(", ");
        format!(
            "unknown category \"{}\": use one of {known}",
            category.trim()
        )
    })?;
    let mut parts: Vec<Part> = Vec::new();
    for token in written.split_whitespace() {
        let (body, open) = match token.strip_suffix('*') {
            Some(body) => (body, true),
            None => (token, false),
        };
        if body.contains('*') {
            return Err(format!("\"{token}\": the star goes at the end of a word"));
        }
        let folded = words(body);
        if folded.is_empty() {
            return Err(format!("\"{token}\" has no letter to look for"));
        }
        let last = folded.len() - 1;
        parts.extend(folded.into_iter().enumerate().map(|(at, text)| Part {
            text,
            open: open && at == last,
        }));
    }
    if parts.is_empty() {
        return Err("no phrase after the tab".into());
    }
    if parts.len() > MAX_WORDS {
        return Err(format!(
            "a phrase has at most {MAX_WORDS} words: keep the telling ones"
        ));
    }
    let has_star = parts.iter().any(|part| part.open);
    if has_star && parts.iter().any(|part| has_han(&part.text)) {
        return Err("a Chinese phrase needs no star: it is found inside the text".into());
    }
    Ok(Phrase { parts, danger })
}

/// Whether the words from `start` on hold all parts in order, at most two other words between each.
///
/// The first part is known to fit. Bit *d* of `reach` says: the part just read can lie *d* words after
/// `start`. So every way of skipping words is followed at once, without going back.
fn matches_at(parts: &[Part], words: &[String], start: usize) -> bool {
    let mut reach: u32 = 1;
    for part in parts.iter().skip(1) {
        let may_lie = (reach << 1) | (reach << 2) | (reach << 3);
        reach = words
            .iter()
            .skip(start)
            .zip(0..u32::BITS)
            .filter(|(word, d)| may_lie & (1 << d) != 0 && part.fits(word))
            .fold(0, |bits, (_, d)| bits | (1 << d));
        if reach == 0 {
            return false;
        }
    }
    true
}

/// The words of a text, folded so that spellings of one word meet.
fn words(text: &str) -> Vec<String> {
    let folded = text
        .chars()
        .take(MAX_CHARS)
        .filter(|&c| !is_unseen(c) && !is_apostrophe(c))
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&c| !is_accent(c))
        .map(same_letter);

    let mut words = Vec::new();
    let mut word = String::new();
    let mut run: (char, usize) = (' ', 0);
    for c in folded {
        run = if run.0 == c { (c, run.1 + 1) } else { (c, 1) };
        if c.is_alphanumeric() || is_combining_mark(c) {
            // "aiutooo": from the third on, the letters before it were one letter.
            if run.1 == 3 && c.is_alphabetic() {
                word.pop();
            } else if run.1 < 3 || !c.is_alphabetic() {
                word.push(c);
            }
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_picture(c) {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Characters that nobody sees: direction marks, joiners, the Arabic line that stretches a word.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{0640}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Left out rather than read as a space: "don't" is also typed "dont", "б'ють" also "бють".
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '′' | '＇'
    )
}

/// Marks that people leave out: Latin and Cyrillic accents, Hebrew and Arabic points.
///
/// The vowel signs of Indic scripts are not here: without them it is another word. Their dots below are.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{093C}' | '\u{09BC}' | '\u{0A3C}')
}

/// Letters that keyboards of neighbouring languages write differently, or that sound the same.
fn same_letter(c: char) -> char {
    match c {
        // Arabic, Persian and Urdu keyboards (hamza and madda are already gone with the accents).
        'ٱ' => 'ا',
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ى' | 'ی' | 'ے' => 'ي',
        'ک' => 'ك',
        'ں' => 'ن',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        'ŋ' => 'n',
        'ґ' => 'г',
        // Ethiopic: Eritrea and Tigray spell the same sounds with different rows.
        'ሠ' => 'ሰ',
        'ሡ' => 'ሱ',
        'ሢ' => 'ሲ',
        'ሣ' => 'ሳ',
        'ሤ' => 'ሴ',
        'ሥ' => 'ስ',
        'ሦ' => 'ሶ',
        'ፀ' => 'ጸ',
        'ፁ' => 'ጹ',
        'ፂ' => 'ጺ',
        'ፃ' => 'ጻ',
        'ፄ' => 'ጼ',
        'ፅ' => 'ጽ',
        'ፆ' => 'ጾ',
        'አ' | 'ዐ' | 'ዓ' => 'ኣ',
        // Hindi and Bengali: two marks of one sound through the nose.
        'ँ' => 'ं',
        'ঁ' => 'ং',
        other => digit(other),
    }
}

/// An age may be written in the digits of its language.
fn digit(c: char) -> char {
    const ZEROS: [char; 5] = ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{0A66}'];
    let value = ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    });
    value.unwrap_or(c)
}

fn has_han(word: &str) -> bool {
    word.chars().any(is_han)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
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
}
