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

/// A tax code as the Revenue Agency makes it (decree of 23 December 1976): six letters of the name, year, a
/// letter for the month, day (women + 40), the letter and three digits of a place, and a letter that checks
/// the rest. Where two people would have the same, digits from the right become letters. Nothing less is
/// asked for, because every language has words of sixteen letters.
fn is_tax_code(word: &str) -> bool {
    let Ok(code) = <&[u8; 16]>::try_from(word.as_bytes()) else {
        return false;
    };
    let letters = [0, 1, 2, 3, 4, 5, 11, 15];
    let digit = |at: usize| digit(code[at]);
    let digits = [6, 7, 9, 10, 12, 13, 14];
    letters.iter().all(|at| code[*at].is_ascii_uppercase())
        && b"ABCDEHLMPRST".contains(&code[8])
        && digits.iter().all(|at| digit(*at).is_some())
        && digit(9)
            .zip(digit(10))
            .is_some_and(|(tens, ones)| matches!(tens * 10 + ones, 1..=31 | 41..=71))
        && check_letter(code) == code[15]
}

/// A digit, or the letter that stands for it.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        _ => (0..10)
            .zip(*b"LMNPQRSTUV")
            .find(|(_, letter)| *letter == byte)
            .map(|(digit, _)| digit),
    }
}

/// The letter that checks the fifteen before it.
fn check_letter(code: &[u8; 16]) -> u8 {
    // What a character counts in the first, third … place; in the others it counts as its own number.
    const ODD: [u8; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let number = |byte: u8| match byte {
        b'0'..=b'9' => byte - b'0',
        _ => byte.saturating_sub(b'A').min(25),
    };
    let sum: u32 = code[..15]
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            let number = number(*byte);
            let odd = at % 2 == 0;
            u32::from(if odd {
                ODD[usize::from(number)]
            } else {
                number
            })
        })
        .sum();
    b'A' + u8::try_from(sum % 26).unwrap_or_default()
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
    fn a_tax_code_is_exact() {
        for code in [
            "RSSMRA80A01F205X",
            "rssmra80a01f205x",
            // A woman, and two with letters for digits.
            "BNCLRA85T70F205C",
            "RSSMRA80A01F20RS",
            "RSSMRAULALMFNLRD",
        ] {
            assert!(looks_like_document(code), "{code}");
        }
        for no_code in [
            "RSSMRA80A01F205Y",
            "RSSMRA80F01F205X",
            "RSSMRA80A32F205X",
            "RSSMRA80A00F205X",
            "RSSMRA80A72F205X",
            "RSSMRA8AA01F205X",
            "RSSMRA80A01F205",
        ] {
            assert!(!looks_like_document(no_code), "{no_code}");
        }
    }

    #[test]
    fn long_words_are_words() {
        for text in [
            "Vorrei informazioni sul ricongiungimento familiare con mia moglie",
            "un corso di alfabetizzazione",
            "la regolarizzazione del lavoro",
            "la scuola di specializzazione",
            "il reparto di neuropsichiatria",
            "responsabilmente",
            "responsibilities",
            "a misunderstanding",
            "las administraciones",
            "responsabilitate",
            "Meinungsfreiheit",
            "paglalapastangan",
            "internazionalizzazione",
        ] {
            assert!(!looks_like_document(text), "{text}");
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
