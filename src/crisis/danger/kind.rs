// SPDX-License-Identifier: EUPL-1.2
//! The kinds of danger.

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
