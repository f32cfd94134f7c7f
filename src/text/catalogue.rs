// SPDX-License-Identifier: EUPL-1.2
//! What the files of a language contain, read from their syntax trees.

use std::collections::BTreeSet;

/// One text of a language: the value of a message or one of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `id` or `id.attribute`.
    pub id: String,
    /// The file's name, e.g. `desk.ftl`.
    pub file: String,
    /// The variables it needs, also through the messages it refers to.
    pub variables: BTreeSet<String>,
    /// Those of them that choose a plural form.
    pub counts: BTreeSet<String>,
}
