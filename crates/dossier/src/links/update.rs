//! A batch of articles comes, one article goes.

use std::collections::BTreeSet;

use gainsay_link::incremental::{self, Comparable, Row};
use gainsay_record::Id;
use rusqlite::Connection;

use super::dates;
use super::known::{Library, Shelf};
use super::layer::{Answers, Copies, Echoes, Stories};
use super::tables::Tables;
use crate::decode::id_at;

/// Links articles that are in the dossier and not linked yet.
pub(super) fn add(tx: &Connection, articles: &[Row], shelf: &Shelf) -> rusqlite::Result<()> {
    let library = Library::new(tx, shelf);
    let mut copies = Tables::<Copies>::new(&library)?;
    let mut stories = Tables::<Stories>::new(&library)?;
    let mut echoes = Tables::<Echoes>::new(&library)?;
    let mut answers = Tables::<Answers>::new(&library)?;
    let mut id = tx.prepare_cached("SELECT id FROM article WHERE number = ?1")?;
    let mut batch = Vec::with_capacity(articles.len());
    let mut keys: [Vec<(u64, i32)>; 4] = Default::default();
    for &number in articles {
        let id = id.query_row([number], |row| id_at(row, 0))?;
        let article = library.article(&id)?;
        article.make(tx)?;
        let statements = library.statements(&id)?;
        let day = article.place.day().unwrap_or(i32::MAX);
        let dated = |keys: Vec<u64>| keys.into_iter().map(move |key| (key, day));
        keys[0].extend(dated(article.sketch(tx)?.keys()));
        keys[1].extend(dated(article.topic(tx)?.keys()));
        for at in 0..statements.len() as u32 {
            keys[2].extend(article.utterance(tx, at)?.iter().flat_map(|it| dated(it.keys())));
            keys[3].extend(article.turn(tx, at)?.iter().flat_map(|it| dated(it.keys())));
        }
        batch.push((number, statements));
    }
    let [of_copies, of_stories, of_echoes, of_answers] = keys;
    copies.expect(of_copies)?;
    stories.expect(of_stories)?;
    echoes.expect(of_echoes)?;
    answers.expect(of_answers)?;
    // Groups are drawn once a batch, however many of its items they take in.
    let mut touched: [BTreeSet<Row>; 4] = Default::default();
    for (number, statements) in batch {
        incremental::link(&mut copies, number, &mut touched[0])?;
        incremental::link(&mut stories, number, &mut touched[1])?;
        for statement in statements {
            incremental::link(&mut echoes, statement, &mut touched[2])?;
            incremental::link(&mut answers, statement, &mut touched[3])?;
        }
    }
    let [of_copies, of_stories, of_echoes, _] = touched;
    incremental::draw(&mut copies, of_copies)?;
    incremental::draw(&mut stories, of_stories)?;
    incremental::draw(&mut echoes, of_echoes)?;
    answers.finish()?;
    finish(tx, copies, stories, echoes)
}

/// Undoes the links of an article.
pub(super) fn remove(tx: &Connection, id: &Id) -> rusqlite::Result<()> {
    let shelf = Shelf::default();
    let library = Library::new(tx, &shelf);
    let mut copies = Tables::<Copies>::new(&library)?;
    let mut stories = Tables::<Stories>::new(&library)?;
    let mut echoes = Tables::<Echoes>::new(&library)?;
    let mut answers = Tables::<Answers>::new(&library)?;
    let article = library.article(id)?;
    copies.forget(article.number)?;
    stories.forget(article.number)?;
    for statement in library.statements(id)? {
        echoes.forget(statement)?;
        answers.forget(statement)?;
    }
    tx.prepare_cached("DELETE FROM inferred_date WHERE article = ?1")?.execute([article.number])?;
    answers.finish()?;
    finish(tx, copies, stories, echoes)
}

/// Writes what is left to write, and infers the dates of the articles whose groups were drawn anew.
fn finish(
    tx: &Connection,
    copies: Tables<'_, Copies>,
    stories: Tables<'_, Stories>,
    echoes: Tables<'_, Echoes>,
) -> rusqlite::Result<()> {
    let mut articles: BTreeSet<Row> = copies.finish()?;
    articles.extend(stories.finish()?);
    let mut article_of = tx.prepare_cached(
        "SELECT a.number FROM statement s JOIN article a ON a.id = s.article WHERE s.number = ?1",
    )?;
    for statement in echoes.finish()? {
        articles.insert(article_of.query_row([statement], |row| row.get(0))?);
    }
    dates::infer_anew(tx, &articles)
}
