//! What `gainsay_link::incremental` asks to be kept, in tables.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use gainsay_link::incremental::{Judgement, KindOf, Link, Row, Standing, Store};
use gainsay_link::{Day, Place};
use gainsay_record::{Digest, Id};
use rusqlite::{CachedStatement, OptionalExtension, Statement, params};

use super::ahead::Ahead;
use super::known::Library;
use super::layer::{Layer, Of};
use crate::decode::{bad, id_at};

/// A place as numbers, in the same order: day, article, position.
pub(super) type Order = (i32, u64, u32);

/// The tables of one layer, and the keys of a batch before they are written.
pub(super) struct Tables<'t, L: Layer> {
    library: &'t Library<'t>,
    before: RefCell<CachedStatement<'t>>,
    after: RefCell<CachedStatement<'t>>,
    ahead: Ahead,
    fresh: BTreeMap<(u64, Order), Row>,
    places: RefCell<HashMap<Row, Place>>,
    /// Whose group was drawn, and the earliest of groups that were or are.
    drawn: BTreeSet<Row>,
    earliest: BTreeSet<Row>,
    layer: std::marker::PhantomData<L>,
}

impl<'t, L: Layer> Tables<'t, L> {
    pub(super) fn new(library: &'t Library<'t>) -> rusqlite::Result<Self> {
        let beside = |than: &str, order: &str, since: &str| {
            library.conn.prepare_cached(&format!(
                "SELECT day, article, position, item FROM {}_key
                 WHERE key = ?1 AND (day, article, position) {than} (?2, ?3, ?4) {since}
                 ORDER BY day {order}, article {order}, position {order} LIMIT ?5",
                L::NAME
            ))
        };
        Ok(Tables {
            library,
            before: RefCell::new(beside("<", "DESC", "AND day >= ?6")?),
            after: RefCell::new(beside(">", "ASC", "AND ?6 = ?6")?),
            ahead: Ahead::default(),
            fresh: BTreeMap::new(),
            places: RefCell::default(),
            drawn: BTreeSet::new(),
            earliest: BTreeSet::new(),
            layer: std::marker::PhantomData,
        })
    }

    /// Reads ahead who is stored under these keys, which are about to be looked up around these days.
    pub(super) fn expect(&mut self, keys: Vec<(u64, i32)>) -> rusqlite::Result<()> {
        let mut query = self.sql(
            "SELECT day, article, position, item FROM {}_key WHERE key = ?1 AND day >= ?2
             ORDER BY day, article, position LIMIT ?3",
        )?;
        self.ahead = Ahead::read::<L::Item>(keys, &mut query)?;
        Ok(())
    }

    /// Takes out an item that is linked.
    pub(super) fn forget(&mut self, row: Row) -> rusqlite::Result<()> {
        // The group that it leaves may be one of several no longer, though its earliest stays.
        self.earliest.extend(self.standing(row)?.map(|standing| standing.earliest));
        gainsay_link::incremental::remove(self, row)?;
        self.earliest.insert(row);
        self.drawn.remove(&row);
        self.sql("DELETE FROM {}_member WHERE item = ?1")?.execute([row]).map(drop)
    }

    /// Writes the keys and names the groups. Gives every item whose group was drawn anew.
    pub(super) fn finish(self) -> rusqlite::Result<BTreeSet<Row>> {
        let mut insert = self.sql(
            "INSERT INTO {}_key (key, day, article, position, item) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        // In the order of the table, whose keys are signed.
        let (low, high) = (1 << 63, u64::MAX);
        for range in [low..=high, 0..=low - 1] {
            let first = (*range.start(), (i32::MIN, 0, 0));
            let last = (*range.end(), (i32::MAX, u64::MAX, u32::MAX));
            for (&(key, (day, article, position)), row) in self.fresh.range(first..=last) {
                insert.execute(params![key as i64, day, signed(article), position, row])?;
            }
        }
        if L::NAMED {
            for &row in &self.earliest {
                self.name(row)?;
            }
        }
        Ok(self.drawn)
    }

    /// Gives the group whose earliest this is its id, if it is a group of several.
    fn name(&self, earliest: Row) -> rusqlite::Result<()> {
        let several = self
            .sql("SELECT 1 FROM {}_member WHERE earliest = ?1 AND item <> ?1")?
            .exists([earliest])?;
        if !several {
            return self.sql("DELETE FROM {} WHERE earliest = ?1")?.execute([earliest]).map(drop);
        }
        let id = Digest::new(L::NAME).part(self.id(earliest)?).id();
        self.sql("INSERT OR IGNORE INTO {} (id, earliest) VALUES (?1, ?2)")?
            .execute(params![&*id.digits(), earliest])
            .map(drop)
    }

    /// The id of an article or statement.
    pub(super) fn id(&self, row: Row) -> rusqlite::Result<String> {
        let sql = match L::OF {
            Of::Articles => "SELECT id FROM article WHERE number = ?1",
            Of::Statements => "SELECT id FROM statement WHERE number = ?1",
        };
        self.library.conn.prepare_cached(sql)?.query_row([row], |row| row.get(0))
    }

    pub(super) fn sql(&self, with_name: &str) -> rusqlite::Result<CachedStatement<'t>> {
        self.library.conn.prepare_cached(&with_name.replace("{}", L::NAME))
    }

    fn stored(
        &self,
        query: &RefCell<CachedStatement<'t>>,
        key: u64,
        place: Order,
        limit: usize,
        since: i32,
    ) -> rusqlite::Result<Vec<(Order, Row)>> {
        let (day, article, position) = place;
        let query: &mut Statement<'_> = &mut query.borrow_mut();
        let limit = limit as i64;
        query
            .query_map(params![key as i64, day, signed(article), position, limit, since], placed)?
            .collect()
    }

    /// The first so many, whose places are remembered: they are asked for next.
    fn nearest(&self, found: Vec<(Order, Row)>, limit: usize) -> Vec<Row> {
        let mut places = self.places.borrow_mut();
        let found = found.into_iter().take(limit);
        found
            .map(|(order, row)| {
                places.entry(row).or_insert_with(|| place_at(order));
                row
            })
            .collect()
    }
}

impl<L: Layer> Store for Tables<'_, L> {
    type Item = L::Item;
    type Error = rusqlite::Error;

    const GROUPED: bool = L::GROUPED;

    fn before(
        &self,
        key: u64,
        place: &Place,
        limit: usize,
        since: Day,
    ) -> rusqlite::Result<Vec<Row>> {
        let (at, since) = (order(place), since.unwrap_or(i32::MIN));
        let mut found = match self.ahead.before(key, at, limit, since) {
            Some(found) => found,
            None => self.stored(&self.before, key, at, limit, since)?,
        };
        let fresh = self.fresh.range((key, (since, 0, 0))..(key, at)).rev().take(limit);
        found.extend(fresh.map(|(&(_, order), &row)| (order, row)));
        found.sort_unstable_by(|a, b| b.cmp(a));
        Ok(self.nearest(found, limit))
    }

    fn after(&self, key: u64, place: &Place, limit: usize) -> rusqlite::Result<Vec<Row>> {
        let (day, article, position) = order(place);
        let at = (day, article, position);
        let mut found = match self.ahead.after(key, at, limit) {
            Some(found) => found,
            None => self.stored(&self.after, key, at, limit, i32::MIN)?,
        };
        // No article has so many statements.
        let next = (key, (day, article, position.saturating_add(1)));
        let end = (key, (i32::MAX, u64::MAX, u32::MAX));
        found.extend(self.fresh.range(next..=end).take(limit).map(|(&(_, at), &row)| (at, row)));
        found.sort_unstable();
        Ok(self.nearest(found, limit))
    }

    fn keys(&self, row: Row) -> rusqlite::Result<Vec<u64>> {
        use gainsay_link::incremental::Comparable as _;
        let mut keys = self.item(row)?.keys();
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }

    fn item(&self, row: Row) -> rusqlite::Result<Arc<L::Item>> {
        let place = self.place(row)?;
        let article = self.library.article(place.article())?;
        L::item(&article, place.position(), self.library.conn)?
            .ok_or_else(|| bad(format!("{} {row} is linked and not there", L::NAME)))
    }

    fn place(&self, row: Row) -> rusqlite::Result<Place> {
        if let Some(place) = self.places.borrow().get(&row) {
            return Ok(place.clone());
        }
        let sql = match L::OF {
            Of::Articles => "SELECT id, 0 FROM article WHERE number = ?1",
            Of::Statements => "SELECT article, position FROM statement WHERE number = ?1",
        };
        let mut query = self.library.conn.prepare_cached(sql)?;
        let (article, position) =
            query.query_row([row], |row| Ok((id_at(row, 0)?, row.get(1)?)))?;
        let article = self.library.article(&article)?;
        let of = &article.place;
        let place = Place::new(of.day(), *of.article(), position);
        self.places.borrow_mut().insert(row, place.clone());
        Ok(place)
    }

    fn links(&self, row: Row) -> rusqlite::Result<Vec<Link<KindOf<Self>>>> {
        self.sql(
            "SELECT later, kind, score, firm, reason FROM {}_link WHERE earlier = ?1 UNION ALL
             SELECT earlier, kind, score, firm, reason FROM {}_link WHERE later = ?1",
        )?
        .query_map([row], |row| {
            let word: String = row.get(1)?;
            let kind = L::kind(&word).ok_or_else(|| bad(format!("{word:?} is no kind of link")))?;
            let score = row.get::<_, f64>(2)? as f32;
            let judgement = Judgement { kind, score, firm: row.get(3)?, reason: row.get(4)? };
            Ok(Link { other: row.get(0)?, judgement })
        })?
        .collect()
    }

    fn linked(&self, earlier: Row, later: Row) -> rusqlite::Result<bool> {
        self.sql("SELECT 1 FROM {}_link WHERE earlier = ?1 AND later = ?2")?
            .exists([earlier, later])
    }

    fn standing(&self, row: Row) -> rusqlite::Result<Option<Standing>> {
        self.sql("SELECT nearest, earliest FROM {}_member WHERE item = ?1")?
            .query_row([row], |row| {
                Ok(Standing { predecessor: row.get(0)?, earliest: row.get(1)? })
            })
            .optional()
    }

    fn put_keys(&mut self, row: Row, keys: &[u64]) -> rusqlite::Result<()> {
        let at = order(&self.place(row)?);
        self.fresh.extend(keys.iter().map(|&key| ((key, at), row)));
        Ok(())
    }

    fn drop_keys(&mut self, row: Row) -> rusqlite::Result<()> {
        let at = order(&self.place(row)?);
        let (day, article, position) = at;
        let keys = self.keys(row)?;
        let mut query = self.sql(
            "DELETE FROM {}_key WHERE key = ?1 AND day = ?2 AND article = ?3 AND position = ?4",
        )?;
        for key in keys {
            self.fresh.remove(&(key, at));
            query.execute(params![key as i64, day, signed(article), position])?;
        }
        Ok(())
    }

    fn put_link(&mut self, a: Row, b: Row, is: Judgement<KindOf<Self>>) -> rusqlite::Result<()> {
        let (earlier, later) = if self.place(a)? < self.place(b)? { (a, b) } else { (b, a) };
        let word = L::word(&is.kind);
        self.sql(
            "INSERT OR REPLACE INTO {}_link (earlier, later, kind, score, firm, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![earlier, later, word, f64::from(is.score), is.firm, is.reason])
        .map(drop)
    }

    fn drop_link(&mut self, a: Row, b: Row) -> rusqlite::Result<()> {
        self.sql(
            "DELETE FROM {}_link
             WHERE (earlier = ?1 AND later = ?2) OR (earlier = ?2 AND later = ?1)",
        )?
        .execute([a, b])
        .map(drop)
    }

    fn put_standing(&mut self, row: Row, standing: Standing) -> rusqlite::Result<()> {
        let before = self.standing(row)?;
        self.drawn.insert(row);
        if before == Some(standing) {
            return Ok(());
        }
        self.earliest.extend(before.map(|before| before.earliest));
        self.earliest.insert(standing.earliest);
        self.sql(
            "INSERT INTO {}_member (item, nearest, earliest) VALUES (?1, ?2, ?3)
             ON CONFLICT (item) DO UPDATE SET nearest = excluded.nearest, earliest = excluded.earliest",
        )?
        .execute(params![row, standing.predecessor, standing.earliest])
        .map(drop)
    }
}

/// Day, article, position and item of a row.
pub(super) fn placed(row: &rusqlite::Row<'_>) -> rusqlite::Result<(Order, Row)> {
    Ok(((row.get(0)?, unsigned(row.get(1)?), row.get(2)?), row.get(3)?))
}

fn order(place: &Place) -> Order {
    (place.day().unwrap_or(i32::MAX), place.article().number(), place.position())
}

fn place_at((day, article, position): Order) -> Place {
    Place::new((day != i32::MAX).then_some(day), Id::from_number(article), position)
}

/// SQLite's numbers are signed; this keeps their order.
fn signed(number: u64) -> i64 {
    (number ^ (1 << 63)) as i64
}

fn unsigned(number: i64) -> u64 {
    number as u64 ^ (1 << 63)
}
