//! Words by which an answer is told, as stems.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::words::words;

/// Stems of a list of words.
fn stems(list: &str) -> BTreeSet<u64> {
    words(list).iter().map(|word| word.stem).collect()
}

/// Words that tell of an answer being given.
pub(super) static REPLIES: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    stems(
        "responded response replied countered rebutted rebuts retorted fired shot hit pushed \
         dismissed rejected denied disputed defended refuted answered reaction brushed \
         contradicted objected challenged insisted maintained disagreed",
    )
});

/// Words for what is answered.
pub(super) static CHARGES: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    stems(
        "charges accusation allegations claims criticism attacks assertion complaint suggestion \
         remarks comments demand calls proposal request notion report question condemnation \
         threat warning offer",
    )
});

/// Words of asking.
pub(super) static ASKS: LazyLock<BTreeSet<u64>> =
    LazyLock::new(|| stems("asked questioned pressed challenged confronted wondered asking"));

/// Words that tell of saying, and of no more.
pub(super) static SAYS: LazyLock<BTreeSet<u64>> =
    LazyLock::new(|| stems("said says say tell told telling saying according"));

/// Words that go on from what the same speaker said.
pub(super) static ADDS: LazyLock<BTreeSet<u64>> =
    LazyLock::new(|| stems("added continued also went noted adding further"));

/// Words that tell of an attack.
pub(super) static ATTACKS: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    stems(
        "blasted slammed ripped mocked accused criticized attacked hammered condemned denounced \
         lashed chided derided ridiculed blamed",
    )
});

/// Words that tell of a defence.
pub(super) static DEFENDS: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    stems("defended insisted maintained justified explained clarified acknowledged conceded")
});

/// Words that call something untrue.
pub(super) static UNTRUE: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    stems(
        "false falsehood untrue lie lies lying liar wrong ridiculous nonsense absurd baseless \
         unfounded misleading inaccurate smear bogus outrageous myth distorted misconstrued \
         fabricated mischaracterized groundless",
    )
});
