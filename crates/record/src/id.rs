//! Identifiers made from content, the same on every machine.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::de::{Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// An identifier made from content: the first 64 bits of a SHA-256, written as 16 hexadecimal digits.
/// Ids are in the order of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u64);

impl Id {
    /// The id that this number stands for.
    pub const fn from_number(number: u64) -> Self {
        Id(number)
    }

    /// Its number, in whose order ids are.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The number as 16 digits, `0` to `9` and `a` to `f`.
    ///
    /// ```
    /// assert_eq!(&*gainsay_record::Id::from_number(0xabc).digits(), "0000000000000abc");
    /// ```
    pub fn digits(self) -> Digits {
        let mut digits = [b'0'; Id::LENGTH];
        for (at, digit) in digits.iter_mut().rev().enumerate() {
            *digit = b"0123456789abcdef"[(self.0 >> (4 * at)) as usize & 15];
        }
        Digits(digits)
    }

    const LENGTH: usize = 16;
}

/// An [`Id`] as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits([u8; Id::LENGTH]);

impl Deref for Digits {
    type Target = str;

    fn deref(&self) -> &str {
        // They are digits, so that this never fails.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Something else than 16 of the digits `0` to `9` and `a` to `f`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoId;

impl fmt::Display for NoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id has sixteen digits 0-9 and a-f")
    }
}

impl std::error::Error for NoId {}

impl FromStr for Id {
    type Err = NoId;

    /// Reads what [`digits`](Id::digits) writes, and nothing else: one id is written in one way.
    fn from_str(text: &str) -> Result<Self, NoId> {
        if text.len() != Id::LENGTH {
            return Err(NoId);
        }
        let mut number = 0;
        for byte in text.bytes() {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                _ => return Err(NoId),
            };
            number = number << 4 | u64::from(digit);
        }
        Ok(Id(number))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.digits())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.digits())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id of sixteen digits 0-9 and a-f")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Id, E> {
                text.parse().map_err(|NoId| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        from.deserialize_str(Read)
    }
}

/// Collects the parts an [`Id`] is made from. Parts are told apart: `("ab", "c")` and `("a", "bc")`
/// give different ids.
#[derive(Debug, Clone, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Starts with the kind of thing identified, so that an article and a party never share an id.
    pub fn new(kind: &str) -> Self {
        Digest::default().part(kind)
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: usize) -> Self {
        self.part((number as u64).to_le_bytes())
    }

    /// The id of all parts so far.
    pub fn id(self) -> Id {
        let mut first = [0; 8];
        first.copy_from_slice(&self.0.finalize()[..8]);
        Id(u64::from_be_bytes(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_in_one_way() {
        let id = Digest::new("article").part("a text").id();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<Id>(&format!("\"{id}\"")).unwrap(), id);
        for wrong in [
            "",
            "abc",
            "0000000000000ABC",
            "0000000000000abg",
            "00000000000000abc",
            "+000000000000abc",
        ] {
            assert_eq!(wrong.parse::<Id>(), Err(NoId), "{wrong}");
        }
        assert!(serde_json::from_str::<Id>("\"abc\"").is_err());
    }

    #[test]
    fn ids_are_in_the_order_of_what_is_written() {
        let ids: Vec<Id> = (0..64).map(|at| Digest::new("a").number(at).id()).collect();
        for (a, b) in ids.iter().zip(&ids[1..]) {
            assert_eq!(a.cmp(b), a.digits().cmp(&*b.digits()));
        }
    }
}
