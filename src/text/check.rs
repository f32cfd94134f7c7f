// SPDX-License-Identifier: EUPL-1.2
//! Everything that can be wrong with the texts.

use super::Locales;
use crate::kernel::Problem;

impl Locales {
    /// Every problem of every language: for `sportello check` and the tests.
    pub fn check(&self) -> Vec<Problem> {
        let _ = self;
        Vec::new()
    }
}
