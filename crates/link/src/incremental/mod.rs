//! Links kept up to date: what adding or removing one item costs, and why order leaves no trace.
//!
//! Copies, stories and echoes are found in the same way. An item (an article, a statement) is put
//! into an inverted index under its [`keys`](Comparable::keys); two items that share a key are
//! judged by [`judge`](Comparable::judge), a pure function of those two; judged pairs make groups.
//! Four rules keep
//! the outcome a function of the *set* of items:
//!
//! * **Of the items under one key, each meets only the nearest by publication**, so many on either
//!   side as [`REACH`](Comparable::REACH) says. A key that becomes common needs no cap then: it finds
//!   the same number of items as ever, those of the same days (the sorted neighbourhood of Hernández
//!   & Stolfo 1995, "The merge/purge problem for large databases"). A new item may push two others
//!   out of each other's reach; a link of theirs that rests on no other key goes.
//! * **A key may be timed** ([`timed`]): two dated items that share it are judged only if they are at
//!   most [`DAYS`](Comparable::DAYS) apart. That is a matter of the two, and of no third.
//! * **Nothing in a judgement is counted over all items.** No inverse document frequency: the next
//!   article would change every earlier judgement.
//! * **An item's predecessor is the best link to an item that was *published* earlier**, and ties
//!   are broken by the place. This is nearest-neighbour clustering of news as Allan, Papka &
//!   Lavrenko (1998, "On-line new event detection and tracking") have it, but in the order of
//!   publication. Links that are [`firm`](Judgement::firm) join their items always; the others
//!   join an item to its predecessor only, so that one article about two matters does not make
//!   one of them. And of the items of one article (its statements) only the likest follows an earlier
//!   one so: a lead tells of one of the quotations after it, and does not join them all.
//!
//! Adding an item judges at most twice its reach for each of its keys, and draws the groups it
//! touches anew: at once, or ([`link`], [`draw`]) once for many items, since a group that grows by
//! each of a thousand items would be walked a thousand times. Removing one judges at most its reach for each of its keys: the pairs that it
//! stood between. The size of the collection is in none of these.
//!
//! What has to be kept is what [`Store`] names: for each item its keys, its links and its
//! [`Standing`]. [`Index`](crate::Index) keeps it in memory; a dossier keeps it in tables.

mod groups;
mod update;

use std::sync::Arc;

pub use groups::draw;
pub use update::{Work, add, link, remove};

use crate::place::{Day, Place};

/// What can be compared with others of its kind.
pub trait Comparable {
    /// How two of them can be alike.
    type Kind: Clone + PartialEq + std::fmt::Debug;

    /// How many of the items before it under a key, and of those after, one meets.
    const REACH: usize;

    /// How many days two dated items may be apart to be judged for a [`timed`] key.
    const DAYS: i32;

    /// The keys to put it under, each [`timed`] or [`anytime`]. Order and repetition mean nothing.
    fn keys(&self) -> Vec<u64>;

    /// Whether the two belong together, `earlier` being the one published first. A function of
    /// these two alone.
    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<Self::Kind>>;
}

/// A key whose holders are judged whenever they were published: an even number.
pub fn anytime(key: u64) -> u64 {
    key & !1
}

/// A key whose holders are judged only if they were published within days of one another, or one of
/// them has no date: an odd number.
pub fn timed(key: u64) -> u64 {
    key | 1
}

/// That two items belong together, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement<K> {
    /// In what way.
    pub kind: K,
    /// How sure, from 0 to 1: a rank, not a probability.
    pub score: f32,
    /// Whether it joins the two whatever else they are linked to.
    pub firm: bool,
    /// What decided, in words.
    pub reason: String,
}

/// An item as its store numbers it. The number means nothing else.
pub type Row = u32;

/// A judged pair, seen from one of the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Link<K> {
    /// The other.
    pub other: Row,
    /// The judgement.
    pub judgement: Judgement<K>,
}

/// Where an item stands among its like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The earlier item most like it, if any is.
    pub predecessor: Option<Row>,
    /// The earliest item of its group: itself where it is alone. It names the group.
    pub earliest: Row,
}

/// What has to be kept: all that [`add`] and [`remove`] read and write.
pub trait Store {
    /// What is compared.
    type Item: Comparable;
    /// Why reading or writing failed.
    type Error;

    /// Whether linked items make groups. Where they do not, every item stands alone and nothing is
    /// drawn: a chain of answers runs through whatever was said in those weeks, and walking along it
    /// would cost each article more than the one before.
    const GROUPED: bool = true;

    /// Looked up: who has this key and stands before this place, at most `limit` of them, the
    /// nearest first; of those published before the day `since`, where one is given, none.
    fn before(
        &self,
        key: u64,
        place: &Place,
        limit: usize,
        since: Day,
    ) -> Result<Vec<Row>, Self::Error>;
    /// The same after this place.
    fn after(&self, key: u64, place: &Place, limit: usize) -> Result<Vec<Row>, Self::Error>;
    /// Stored for each item: its keys, sorted, each once.
    fn keys(&self, row: Row) -> Result<Vec<u64>, Self::Error>;
    /// Stored for each item: the item, or what it can be made from again.
    fn item(&self, row: Row) -> Result<Arc<Self::Item>, Self::Error>;
    /// Stored for each item: its place.
    fn place(&self, row: Row) -> Result<Place, Self::Error>;
    /// Stored for each item: its links, in any order.
    fn links(&self, row: Row) -> Result<Vec<Link<KindOf<Self>>>, Self::Error>;
    /// Whether these two are linked.
    fn linked(&self, earlier: Row, later: Row) -> Result<bool, Self::Error>;
    /// Stored for each item: its standing; `None` before it was first drawn.
    fn standing(&self, row: Row) -> Result<Option<Standing>, Self::Error>;

    /// Puts the row under these keys.
    fn put_keys(&mut self, row: Row, keys: &[u64]) -> Result<(), Self::Error>;
    /// Takes the row from under its keys.
    fn drop_keys(&mut self, row: Row) -> Result<(), Self::Error>;
    /// Keeps a judged pair, so that either finds the other.
    fn put_link(&mut self, a: Row, b: Row, is: Judgement<KindOf<Self>>) -> Result<(), Self::Error>;
    /// Forgets a judged pair.
    fn drop_link(&mut self, a: Row, b: Row) -> Result<(), Self::Error>;
    /// Keeps where the row stands.
    fn put_standing(&mut self, row: Row, standing: Standing) -> Result<(), Self::Error>;
}

/// The kind of likeness that a store's items have.
pub type KindOf<S> = <<S as Store>::Item as Comparable>::Kind;
