//! Names as the model finds them: people, institutions, states, places.

use std::fmt;

use gainsay_record::TextRange;

use crate::window::Window;

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person, without title.
    Person,
    /// An institution, company, party, court, paper, army, union.
    Organization,
    /// A state.
    Country,
    /// A city, region, river, building.
    Place,
    /// A people, a religious or political grouping, an armed group.
    Group,
    /// An adjective or demonym of a place ("Verran").
    Nationality,
    /// A title or office ("Interior Minister"), without the name.
    Role,
    /// Any other proper name: a law, a ship, a prize.
    Other,
}

impl NameKind {
    /// Every kind, in the order of the network's labels.
    pub const ALL: [NameKind; 8] = [
        NameKind::Person,
        NameKind::Organization,
        NameKind::Country,
        NameKind::Place,
        NameKind::Group,
        NameKind::Nationality,
        NameKind::Role,
        NameKind::Other,
    ];

    /// The word in our annotated articles.
    pub fn as_str(self) -> &'static str {
        match self {
            NameKind::Person => "person",
            NameKind::Organization => "organization",
            NameKind::Country => "country",
            NameKind::Place => "place",
            NameKind::Group => "group",
            NameKind::Nationality => "nationality",
            NameKind::Role => "role",
            NameKind::Other => "other",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub range: TextRange,
    /// What it names.
    pub kind: NameKind,
}

/// The names that a window's scores spell, `[tokens][labels]`: 0 none, then two labels a kind, for
/// the first and for a further token. A name begins where its first label is the likeliest, also
/// where a further one is without a beginning; it goes on over further tokens of its kind, and over
/// the pieces of a word in any case.
pub(crate) fn names<const N: usize>(text: &str, window: &Window, scores: &[[f32; N]]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut open: Option<NameKind> = None;
    for (scores, range) in scores.iter().zip(&window.ranges) {
        let Some(range) = *range else {
            open = None;
            continue;
        };
        let label = (0..N).reduce(|best, l| if scores[l] > scores[best] { l } else { best });
        let label = label.unwrap_or(0);
        let kind = label.checked_sub(1).and_then(|l| NameKind::ALL.get(l / 2).copied());
        match (found.last_mut(), open) {
            // A piece of the word that the name ended with, or began with; a comma is none.
            (Some(last), Some(_)) if last.range.end == range.start && is_word(text, range) => {
                last.range.end = range.end;
            }
            (Some(last), Some(kind_open)) if kind == Some(kind_open) && label % 2 == 0 => {
                last.range.end = range.end;
            }
            _ => {
                if let Some(kind) = kind {
                    found.push(Name { range, kind });
                }
                open = kind;
            }
        }
    }
    found
}

fn is_word(text: &str, range: TextRange) -> bool {
    text.get(range.start..range.end).is_some_and(|piece| piece.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores that give each digit's label.
    fn scores(labels: &[usize]) -> Vec<[f32; 17]> {
        labels.iter().map(|&l| std::array::from_fn(|i| f32::from(u8::from(i == l)))).collect()
    }

    fn window(words: &[(usize, usize)]) -> Window {
        let ranges: Vec<_> = words.iter().map(|&(a, b)| Some(TextRange::new(a, b))).collect();
        let zeros = vec![0; ranges.len()];
        Window {
            ids: zeros.clone(),
            case: zeros.clone(),
            quoted: zeros,
            line: vec![0; ranges.len()],
            ranges,
        }
    }

    #[test]
    fn names_are_runs_of_a_kind_and_hold_whole_words() {
        // "Ada Qu|ist of Quell": a word's second piece has lost its label.
        let window = window(&[(0, 3), (4, 6), (6, 9), (10, 12), (13, 18)]);
        let found = names("Ada Quist of Quell", &window, &scores(&[1, 2, 0, 0, 5]));
        assert_eq!(
            found,
            [
                Name { range: TextRange::new(0, 9), kind: NameKind::Person },
                Name { range: TextRange::new(13, 18), kind: NameKind::Country },
            ]
        );
    }

    #[test]
    fn a_mark_after_a_name_is_no_piece_of_it() {
        let window = window(&[(0, 3), (3, 4)]);
        let found = names("Ada, too", &window, &scores(&[1, 0]));
        assert_eq!(found[0].range, TextRange::new(0, 3));
    }

    #[test]
    fn two_names_of_a_kind_side_by_side_are_two() {
        let window = window(&[(0, 3), (4, 8), (9, 12)]);
        assert_eq!(names("Ada Quor Ist", &window, &scores(&[1, 1, 2])).len(), 2);
    }
}
