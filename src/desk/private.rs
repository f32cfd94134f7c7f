// SPDX-License-Identifier: EUPL-1.2
//! Spots document numbers, so that nobody leaves them in a chat by mistake (DOMAIN a5, §14.3).

/// Whether a text holds something shaped like an Italian tax code, an IBAN or a residence-permit or
/// passport number.
pub fn looks_like_document(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.is_ascii())
        .map(str::to_ascii_uppercase)
        .any(|word| is_tax_code(&word) || is_iban(&word) || is_document(&word))
        || is_iban(
            &text
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .take(34)
                .collect::<String>()
                .to_ascii_uppercase(),
        )
}

fn shaped(word: &str, shape: &str) -> bool {
    word.len() == shape.len()
        && word.bytes().zip(shape.bytes()).all(|(b, s)| match s {
            b'A' => b.is_ascii_uppercase(),
            b'0' => b.is_ascii_digit(),
            _ => b.is_ascii_alphanumeric(),
        })
}

/// Six letters, then year, month letter, day, place and check letter; some digits may be letters
/// (omocodia), so only the fixed letters are required.
fn is_tax_code(word: &str) -> bool {
    shaped(word, "AAAAAAxxAxxAxxxA")
}

fn is_iban(word: &str) -> bool {
    word.starts_with("IT") && shaped(word.get(..27).unwrap_or(""), "AA00A0000000000xxxxxxxxxxxx")
}

/// Permit cards (`I12345678`, `A12345678`), passports (`AA1234567`) and identity cards (`CA12345AA`).
fn is_document(word: &str) -> bool {
    ["A00000000", "AA0000000", "AA00000AA"]
        .iter()
        .any(|shape| shaped(word, shape))
}

#[cfg(test)]
mod tests {
    use super::looks_like_document;

    #[test]
    fn document_numbers_are_seen() {
        for text in [
            "il codice e RSSMRA80A01F205X grazie",
            "rssmra80a01f205x",
            "IT60X0542811101000000123456",
            "IT60 X054 2811 1010 0000 0123 456",
            "permesso I12345678",
            "passaporto YA1234567",
            "carta CA12345AA",
        ] {
            assert!(looks_like_document(text), "{text}");
        }
    }

    #[test]
    fn ordinary_words_and_numbers_are_not() {
        for text in [
            "Buongiorno, vorrei un appuntamento martedì alle 15:30",
            "il mio numero 333 1234567",
            "MIPS11002E",
            "مرحبا، عندي سؤال",
            "via Giovanni XXIII 18, 20098",
        ] {
            assert!(!looks_like_document(text), "{text}");
        }
    }
}
