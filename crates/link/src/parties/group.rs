//! Forms to parties, all at once.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::Id;

use super::block::{Candidate, links};
use super::form::NameForm;
use super::sets::Sets;

/// The party of each form: the whole of the judgement over all blocks. A dossier gets the same by
/// judging the blocks that an article touches.
///
/// A party's id is that of the first of its forms in order. It changes where a form that comes
/// before joins or the first one leaves; whoever keeps something of a party for long keeps a name
/// with it.
pub fn group(forms: &[Candidate]) -> Vec<Id> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in forms.iter().enumerate() {
        for key in candidate.keys() {
            blocks.entry(key).or_default().push(at);
        }
    }
    let mut sets = Sets::new(forms.len());
    for (key, members) in &blocks {
        let of: Vec<Candidate> = members.iter().map(|&at| forms[at].clone()).collect();
        for (a, b) in links(key, &of) {
            sets.join(members[a], members[b]);
        }
    }
    let mut linked: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..forms.len() {
        linked.entry(sets.root(at)).or_default().push(at);
    }
    let mut ids: Vec<Option<Id>> = vec![None; forms.len()];
    for members in linked.into_values() {
        let of: Vec<&Candidate> = members.iter().map(|&at| &forms[at]).collect();
        for (at, id) in members.into_iter().zip(parties_of(&of)) {
            ids[at] = Some(id);
        }
    }
    ids.into_iter().flatten().collect()
}

/// The party of each of some forms that hang together by links. They are one, unless the user's
/// file says that they are several: then each form that it knows goes with its own, and each other
/// stands alone.
pub fn parties_of(linked: &[&Candidate]) -> Vec<Id> {
    let known: BTreeSet<usize> = linked.iter().filter_map(|candidate| candidate.known).collect();
    let first = |of: &dyn Fn(&Candidate) -> bool| {
        linked.iter().filter(|c| of(c)).map(|c| &c.form).min().map(NameForm::id)
    };
    linked
        .iter()
        .map(|candidate| {
            let id = match candidate.known {
                _ if known.len() < 2 => first(&|_| true),
                Some(known) => first(&|other| other.known == Some(known)),
                None => None,
            };
            id.unwrap_or_else(|| candidate.form.id())
        })
        .collect()
}
