// SPDX-License-Identifier: EUPL-1.2
//! Which language somebody wrote in, when that can be told.

use whatlang::{Detector, Lang};

/// The languages spoken here that can be told apart by their words; Albanian and Wolof cannot.
const KNOWN: [(Lang, &str); 17] = [
    (Lang::Ita, "it"),
    (Lang::Eng, "en"),
    (Lang::Ara, "ar"),
    (Lang::Spa, "es"),
    (Lang::Ron, "ro"),
    (Lang::Tgl, "fil"),
    (Lang::Ukr, "uk"),
    (Lang::Fra, "fr"),
    (Lang::Cmn, "zh-Hans"),
    (Lang::Ben, "bn"),
    (Lang::Urd, "ur"),
    (Lang::Pan, "pa"),
    (Lang::Sin, "si"),
    (Lang::Rus, "ru"),
    (Lang::Por, "pt-BR"),
    (Lang::Hin, "hi"),
    (Lang::Bul, "bg"),
];

/// Which of these languages a text is in; none when one of them cannot be told apart, or the text is too
/// short to be sure.
pub fn written_in(text: &str, among: &[&str]) -> Option<&'static str> {
    let tag_of = |lang: Lang| KNOWN.iter().find(|(l, _)| *l == lang).map(|(_, tag)| *tag);
    let asked = among.iter().map(|tag| {
        let known = KNOWN.iter().find(|(_, known)| known == tag);
        known.map(|(lang, _)| *lang)
    });
    let detector = Detector::with_allowlist(asked.collect::<Option<Vec<Lang>>>()?);
    let told = detector.detect(text).filter(whatlang::Info::is_reliable)?;
    tag_of(told.lang())
}

#[cfg(test)]
mod tests {
    use super::written_in;

    #[test]
    fn whole_sentences_are_told_apart_and_short_words_are_not() {
        let among = ["en", "ar", "it"];
        for (text, tag) in [
            ("Buongiorno, quando può venire?", Some("it")),
            ("Good morning, when can you come to the desk?", Some("en")),
            ("صباح الخير، متى يمكنكم المجيء؟", Some("ar")),
            ("15:30", None),
            ("", None),
        ] {
            assert_eq!(written_in(text, &among), tag, "{text}");
        }
        let text = "Mirëdita, kur mund të vini te sporteli me vajzën tuaj?";
        assert_eq!(written_in(text, &["sq", "it"]), None);
    }
}
