//! Countries by every name newspapers use for them: name, adjective, people, capital.
//!
//! ```
//! use gainsay_countries::{Word, find};
//! assert_eq!(find("kenyan"), Some(("Kenya", Word::Adjective)));
//! assert_eq!(find("varnia"), None);
//! ```

mod table;

pub use table::COUNTRIES;

/// What kind of word names the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// "Kenya", "the US".
    Name,
    /// "Kenyan".
    Adjective,
    /// "Kenyans".
    People,
    /// "Nairobi", for the government that sits there.
    Capital,
}

/// The common English name of the country that these lower-case words name, and how.
pub fn find(words: &str) -> Option<(&'static str, Word)> {
    let at = COUNTRIES.binary_search_by_key(&words, |entry| entry.0).ok()?;
    Some((COUNTRIES[at].1, COUNTRIES[at].2))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::COUNTRIES.is_sorted_by_key(|entry| entry.0));
    }
}
