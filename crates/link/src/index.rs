//! Everything in memory: for tests, for measurements, and for a handful of articles.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::sync::Arc;

use crate::incremental::{self, Comparable, Judgement, Link, Row, Standing, Store, Work};
use crate::place::{Day, Place};

/// Items with their links and groups, as [`incremental`](crate::incremental) keeps them.
#[derive(Debug)]
pub struct Index<T: Comparable> {
    rows: Vec<Option<Slot<T>>>,
    by_place: BTreeMap<Place, Row>,
    // By key, in the order of publication. Looked up only: the order of keys is nobody's.
    holders: HashMap<u64, Vec<Row>>,
}

#[derive(Debug)]
struct Slot<T: Comparable> {
    item: Arc<T>,
    place: Place,
    keys: Vec<u64>,
    links: BTreeMap<Row, Judgement<T::Kind>>,
    standing: Option<Standing>,
}

impl<T: Comparable> Default for Index<T> {
    fn default() -> Self {
        Index { rows: Vec::new(), by_place: BTreeMap::new(), holders: HashMap::new() }
    }
}

impl<T: Comparable> Index<T> {
    /// Takes in an item; another one at its place goes first.
    pub fn add(&mut self, place: Place, item: T) -> Work {
        self.remove(&place);
        let row = Row::try_from(self.rows.len()).expect("fewer than four thousand million items");
        self.by_place.insert(place.clone(), row);
        self.rows.push(Some(Slot {
            item: Arc::new(item),
            place,
            keys: Vec::new(),
            links: BTreeMap::new(),
            standing: None,
        }));
        let Ok(work) = incremental::add(self, row);
        work
    }

    /// Takes out the item at this place, if there is one.
    pub fn remove(&mut self, place: &Place) -> Work {
        let Some(row) = self.by_place.remove(place) else { return Work::default() };
        let Ok(work) = incremental::remove(self, row);
        self.rows[row as usize] = None;
        work
    }

    /// The item at this place.
    pub fn get(&self, place: &Place) -> Option<&T> {
        self.by_place.get(place).map(|&row| &*self.slot(row).item)
    }

    /// Whom it is linked with, in the order of publication, and why.
    pub fn links(&self, place: &Place) -> Vec<(&Place, &Judgement<T::Kind>)> {
        let Some(&row) = self.by_place.get(place) else { return Vec::new() };
        let links = self.slot(row).links.iter();
        let mut links: Vec<_> = links.map(|(&row, is)| (&self.slot(row).place, is)).collect();
        links.sort_by_key(|&(place, _)| place);
        links
    }

    /// The earliest of its group: itself where it is alone.
    pub fn earliest(&self, place: &Place) -> Option<&Place> {
        let standing = self.slot(*self.by_place.get(place)?).standing?;
        Some(&self.slot(standing.earliest).place)
    }

    /// Every group, also those of one, by its earliest member; members in order of publication.
    pub fn groups(&self) -> BTreeMap<&Place, Vec<&Place>> {
        let mut groups: BTreeMap<&Place, Vec<&Place>> = BTreeMap::new();
        for place in self.by_place.keys() {
            if let Some(earliest) = self.earliest(place) {
                groups.entry(earliest).or_default().push(place);
            }
        }
        groups
    }

    fn slot(&self, row: Row) -> &Slot<T> {
        self.rows[row as usize].as_ref().expect("a row in use")
    }

    fn slot_mut(&mut self, row: Row) -> &mut Slot<T> {
        self.rows[row as usize].as_mut().expect("a row in use")
    }
}

impl<T: Comparable> Store for Index<T> {
    type Item = T;
    type Error = Infallible;

    fn before(
        &self,
        key: u64,
        place: &Place,
        limit: usize,
        since: Day,
    ) -> Result<Vec<Row>, Infallible> {
        let Some(holders) = self.holders.get(&key) else { return Ok(Vec::new()) };
        let at = holders.partition_point(|&row| self.slot(row).place < *place);
        let early = |row: Row| since.is_some() && self.slot(row).place.day() < since;
        let found = holders[..at].iter().rev().take(limit).copied();
        Ok(found.take_while(|&row| !early(row)).collect())
    }

    fn after(&self, key: u64, place: &Place, limit: usize) -> Result<Vec<Row>, Infallible> {
        let Some(holders) = self.holders.get(&key) else { return Ok(Vec::new()) };
        let at = holders.partition_point(|&row| self.slot(row).place <= *place);
        Ok(holders[at..].iter().take(limit).copied().collect())
    }

    fn keys(&self, row: Row) -> Result<Vec<u64>, Infallible> {
        Ok(self.slot(row).keys.clone())
    }

    fn item(&self, row: Row) -> Result<Arc<T>, Infallible> {
        Ok(Arc::clone(&self.slot(row).item))
    }

    fn place(&self, row: Row) -> Result<Place, Infallible> {
        Ok(self.slot(row).place.clone())
    }

    fn links(&self, row: Row) -> Result<Vec<Link<T::Kind>>, Infallible> {
        let links = self.slot(row).links.iter();
        Ok(links.map(|(&other, is)| Link { other, judgement: is.clone() }).collect())
    }

    fn linked(&self, earlier: Row, later: Row) -> Result<bool, Infallible> {
        Ok(self.slot(earlier).links.contains_key(&later))
    }

    fn standing(&self, row: Row) -> Result<Option<Standing>, Infallible> {
        Ok(self.slot(row).standing)
    }

    fn put_keys(&mut self, row: Row, keys: &[u64]) -> Result<(), Infallible> {
        let place = |row: Row| self.rows[row as usize].as_ref().map(|slot| &slot.place);
        for &key in keys {
            let holders = self.holders.entry(key).or_default();
            let at = holders.partition_point(|&other| place(other) < place(row));
            holders.insert(at, row);
        }
        self.slot_mut(row).keys = keys.to_vec();
        Ok(())
    }

    fn drop_keys(&mut self, row: Row) -> Result<(), Infallible> {
        for key in std::mem::take(&mut self.slot_mut(row).keys) {
            if let Some(holders) = self.holders.get_mut(&key) {
                holders.retain(|&holder| holder != row);
                if holders.is_empty() {
                    self.holders.remove(&key);
                }
            }
        }
        Ok(())
    }

    fn put_link(&mut self, a: Row, b: Row, is: Judgement<T::Kind>) -> Result<(), Infallible> {
        self.slot_mut(a).links.insert(b, is.clone());
        self.slot_mut(b).links.insert(a, is);
        Ok(())
    }

    fn drop_link(&mut self, a: Row, b: Row) -> Result<(), Infallible> {
        self.slot_mut(a).links.remove(&b);
        self.slot_mut(b).links.remove(&a);
        Ok(())
    }

    fn put_standing(&mut self, row: Row, standing: Standing) -> Result<(), Infallible> {
        self.slot_mut(row).standing = Some(standing);
        Ok(())
    }
}
