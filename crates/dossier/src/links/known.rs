//! Articles read again to be compared, the last so many thousand kept.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use gainsay_link::answers::Turn;
use gainsay_link::copies::Sketch;
use gainsay_link::echoes::Utterance;
use gainsay_link::incremental::Row;
use gainsay_link::stories::Topic;
use gainsay_link::{Place, prints};
use gainsay_record::{Article, Id, Statement};
use rusqlite::Connection;

use crate::decode::bad;
use crate::rows;

/// So many articles make a generation. An article of which everything is asked takes 80 kB, and making it
/// again from its rows costs more than all else that is done for a pair.
const GENERATION: usize = 16_384;
/// So many generations are kept besides the one that grows, all but the last of them without turns, which
/// nobody asks of an article of long ago.
const OLDER: usize = 5;

/// An article as it is compared; each part is made when it is first asked for.
#[derive(Debug)]
pub(super) struct Known {
    pub number: Row,
    pub place: Place,
    sketch: OnceCell<Arc<Sketch>>,
    topic: OnceCell<Arc<Topic>>,
    utterances: OnceCell<Vec<Arc<Utterance>>>,
    turns: OnceCell<Vec<Arc<Turn>>>,
}

impl Known {
    pub(super) fn sketch(&self, conn: &Connection) -> rusqlite::Result<Arc<Sketch>> {
        let made = || Ok(Arc::new(prints::sketch(&self.article(conn)?)));
        once(&self.sketch, made).map(Arc::clone)
    }

    pub(super) fn topic(&self, conn: &Connection) -> rusqlite::Result<Arc<Topic>> {
        match self.topic.get() {
            Some(topic) => Ok(Arc::clone(topic)),
            None => Ok(self.about(&self.article(conn)?)),
        }
    }

    /// One of its statements, by its position.
    pub(super) fn utterance(
        &self,
        conn: &Connection,
        at: u32,
    ) -> rusqlite::Result<Option<Arc<Utterance>>> {
        let made = || Ok(self.utterances(&self.article(conn)?, &self.statements(conn)?));
        Ok(once(&self.utterances, made)?.get(at as usize).cloned())
    }

    /// The same as a turn.
    pub(super) fn turn(&self, conn: &Connection, at: u32) -> rusqlite::Result<Option<Arc<Turn>>> {
        let made = || Ok(self.turns(&self.article(conn)?, &self.statements(conn)?));
        Ok(once(&self.turns, made)?.get(at as usize).cloned())
    }

    /// Makes all parts, which are about to be asked for, from one reading.
    pub(super) fn make(&self, conn: &Connection) -> rusqlite::Result<()> {
        let (article, statements) = (self.article(conn)?, self.statements(conn)?);
        self.sketch.get_or_init(|| Arc::new(prints::sketch(&article)));
        self.utterances.get_or_init(|| self.utterances(&article, &statements));
        self.turns.get_or_init(|| self.turns(&article, &statements));
        Ok(())
    }

    /// Its topic, where the article is at hand.
    fn about(&self, article: &Article) -> Arc<Topic> {
        Arc::clone(self.topic.get_or_init(|| Arc::new(prints::topic(article))))
    }

    fn utterances(&self, article: &Article, statements: &[Statement]) -> Vec<Arc<Utterance>> {
        let utterances = prints::utterances(article, statements, &self.about(article));
        utterances.into_iter().map(Arc::new).collect()
    }

    fn turns(&self, article: &Article, statements: &[Statement]) -> Vec<Arc<Turn>> {
        let turns = prints::turns(article, statements, &self.about(article));
        turns.into_iter().map(Arc::new).collect()
    }

    /// The same without turns.
    fn lighter(self: Rc<Self>) -> Rc<Self> {
        match Rc::try_unwrap(self) {
            Ok(known) => Rc::new(Known { turns: OnceCell::new(), ..known }),
            // Somebody holds it.
            Err(known) => known,
        }
    }

    fn article(&self, conn: &Connection) -> rusqlite::Result<Article> {
        let id = self.place.article();
        rows::article(conn, id)?.ok_or_else(|| missing(id))
    }

    fn statements(&self, conn: &Connection) -> rusqlite::Result<Vec<Statement>> {
        let entries = rows::statements(conn, Some(self.place.article()))?;
        Ok(entries.into_iter().map(|entry| entry.statement).collect())
    }
}

/// Articles by the last time that they were asked for.
#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Id, Rc<Known>>,
    /// The youngest first.
    older: VecDeque<HashMap<Id, Rc<Known>>>,
}

/// Articles from one batch to the next.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    kept: RefCell<Generations>,
    /// What SQLite says of changes by others: what is kept may be another article then.
    version: Option<i64>,
}

impl Shelf {
    /// Forgets everything if somebody else wrote into the file since the last time.
    pub(super) fn refresh(&mut self, conn: &Connection) -> rusqlite::Result<()> {
        let version = conn.pragma_query_value(None, "data_version", |row| row.get(0))?;
        if self.version.replace(version) != Some(version) {
            self.kept = RefCell::default();
        }
        Ok(())
    }
}

/// Reads articles, each once in a while.
pub(super) struct Library<'t> {
    pub conn: &'t Connection,
    shelf: &'t Shelf,
}

impl<'t> Library<'t> {
    pub(super) fn new(conn: &'t Connection, shelf: &'t Shelf) -> Self {
        Library { conn, shelf }
    }

    /// The article with this id, which must be there.
    pub(super) fn article(&self, id: &Id) -> rusqlite::Result<Rc<Known>> {
        let mut kept = self.shelf.kept.borrow_mut();
        let Generations { young, older } = &mut *kept;
        if let Some(known) = young.get(id) {
            return Ok(Rc::clone(known));
        }
        let known = match older.iter_mut().find_map(|old| old.remove(id)) {
            Some(known) => known,
            None => Rc::new(read(self.conn, id)?),
        };
        if young.len() >= GENERATION {
            // Of the last generation a batch may still ask turns.
            if let Some(last) = older.front_mut() {
                let full = std::mem::take(last).into_iter();
                *last = full.map(|(id, known)| (id, known.lighter())).collect();
            }
            older.truncate(OLDER - 1);
            older.push_front(std::mem::take(young));
        }
        young.insert(*id, Rc::clone(&known));
        Ok(known)
    }

    /// The numbers of an article's statements, in their order.
    pub(super) fn statements(&self, id: &Id) -> rusqlite::Result<Vec<Row>> {
        self.conn
            .prepare_cached("SELECT number FROM statement WHERE article = ?1 ORDER BY position")?
            .query_map([&*id.digits()], |row| row.get(0))?
            .collect()
    }
}

fn read(conn: &Connection, id: &Id) -> rusqlite::Result<Known> {
    let number = conn
        .prepare_cached("SELECT number FROM article WHERE id = ?1")?
        .query_row([&*id.digits()], |row| row.get(0))?;
    let day = crate::decode::published(conn, *id)?.as_ref().and_then(gainsay_link::day);
    Ok(Known {
        number,
        place: Place::new(day, *id, 0),
        sketch: OnceCell::new(),
        topic: OnceCell::new(),
        utterances: OnceCell::new(),
        turns: OnceCell::new(),
    })
}

fn missing(id: &Id) -> rusqlite::Error {
    bad(format!("article {id} is linked and not there"))
}

/// What a cell holds, made now if it is empty.
fn once<T>(cell: &OnceCell<T>, made: impl FnOnce() -> rusqlite::Result<T>) -> rusqlite::Result<&T> {
    if let Some(held) = cell.get() {
        return Ok(held);
    }
    let made = made()?;
    Ok(cell.get_or_init(|| made))
}
