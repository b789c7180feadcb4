//! The names of institutions.

use std::ops::Range;

use crate::doc::Shape;
use crate::speaker::country::{Word, home_of, short, wants_country};
use crate::speaker::phrase::Reader;
use crate::speaker::piece::Class;

impl Reader<'_, '_> {
    /// The institution a role belongs to: "State Department Spokesman", "director of the Office".
    pub(super) fn organization_in(&self, within: Range<usize>) -> Option<String> {
        let p = self.p;
        let last = within.clone().rev().find(|&i| {
            p[i].class == Class::Organization
                || p[i].class == Class::Name
                    && self.doc.tokens[p[i].tokens.start].shape == Shape::Upper
        })?;
        // "the State Department's Press Office": the owner is the better known of the two.
        let owner = (within.start + 1..last)
            .rev()
            .find(|&i| p[i].class == Class::Possessive && p[i - 1].class == Class::Organization);
        let last = owner.map_or(last, |i| i - 1);
        // Back to where its name begins.
        let mut first = last;
        while first > within.start {
            let b = &p[first - 1];
            let of = b.class == Class::Of
                && first >= within.start + 2
                && p[first - 2].class == Class::Organization;
            let part = matches!(b.class, Class::Name | Class::Organization | Class::And)
                || b.class == Class::Adjective
                || b.class == Class::Group && b.capital && p[last].capital
                || of;
            let joins = first >= within.start + 2 && p[first - 2].capital;
            if !part || b.class == Class::And && !joins {
                break;
            }
            first -= 1;
        }
        while first < last
            && (!p[first].capital && p[first].class == Class::Adjective && p[last].capital
                || p[first].class == Class::And)
        {
            first += 1;
        }
        Some(self.organization(first..last + 1, self.country(within).as_deref()))
    }

    /// Whether only states have such an institution: then "the army of Varnia" is Varnia's army,
    /// where "the teachers’ union of Varnia" is called so.
    fn of_a_state(&self, within: Range<usize>) -> bool {
        const STATE: &[&str] = &[
            "army",
            "cabinet",
            "embassy",
            "forces",
            "government",
            "military",
            "ministry",
            "navy",
            "office",
            "parliament",
            "police",
        ];
        within.clone().any(|i| STATE.contains(&self.doc.word(self.p[i].tokens.start)))
    }

    /// The name of an institution, with its country's where the text gives only the nationality.
    pub(super) fn organization(&self, within: Range<usize>, country: Option<&str>) -> String {
        let p = self.p;
        // "Harbour Inspection Board (HIB)": what stands in brackets is another name.
        let open = within.clone().find(|&i| i > within.start && p[i].class == Class::Open);
        let within = within.start..open.unwrap_or(within.end);
        let from = self.after_country(within.start, within.end);
        let country_last =
            within.clone().any(|i| matches!(p[i].class, Class::Country(_))) && from == within.start;
        let mut end = within.end;
        if country_last && self.of_a_state(from..end) {
            // "the Foreign Ministry of Varnia"
            let beside = |i: usize| {
                matches!(
                    self.doc.word(p[i].tokens.start),
                    "nearby" | "neighboring" | "neighbouring"
                ) || matches!(p[i].class, Class::Country(_) | Class::Of)
            };
            while end > from + 1 && beside(end - 1) {
                end -= 1;
            }
        }
        // "Kenya’s powerful Harbour Board": what a paper calls it is no part of its name.
        let praised = |&i: &usize| p[i].class == Class::Adjective && !p[i].capital;
        let from = (from..end).find(|i| !praised(i)).filter(|&i| p[i].capital).unwrap_or(from);
        let words = self.words(from..end);
        // "the ISI intelligence agency"
        if let Some((first, rest)) = words.split_once(' ')
            && first.len() > 2
            && first.chars().all(char::is_uppercase)
            && rest.chars().all(|c| !c.is_uppercase())
        {
            return first.to_owned();
        }
        let lower = words.to_ascii_lowercase();
        // "Kenya's Harbour Inspection (HI) agency": what has an acronym is called so.
        let titled = p[from..end].iter().all(|p| p.capital);
        let explained = open.is_some_and(|open| {
            let inside = p.get(open + 1).map(|p| self.doc.tokens[p.tokens.start].shape);
            inside == Some(Shape::Upper)
        });
        if explained
            && titled
            && end > from + 1
            && !self.of_a_state(from..end)
            && !wants_country(&lower)
        {
            return words;
        }
        let nationality = country.map(str::to_owned).or_else(|| {
            wants_country(&lower).then(|| home_of(&lower).map(str::to_owned)).flatten()
        });
        let last = lower.rsplit(' ').next().unwrap_or("");
        let Some(country) = nationality else { return words };
        match last {
            "military" | "army" if lower == last || lower == "powerful army" => {
                return format!("{} Army", short(&country));
            }
            "government" | "administration" | "regime" | "cabinet" | "leadership"
                if lower == last =>
            {
                return country;
            }
            _ if lower == "government and army" || lower == "government and military" => {
                return country;
            }
            _ => {}
        }
        // "the Varnian Mining Inspectorate": the nationality is part of the name.
        let nationality = from.checked_sub(1).filter(|&b| {
            matches!(p[b].class, Class::Country(Word::Adjective))
                && !self.of_a_state(from..end)
                && (from + 1 < end || p[from].capital)
        });
        if let Some(nationality) = nationality {
            return self.words(nationality..end);
        }
        let acronym = words.split(' ').count() == 1 && words.chars().all(char::is_uppercase);
        let own = words.starts_with(short(&country)) || words.contains(&*country);
        let common = from < end
            && p[from..end].iter().any(|p| matches!(p.class, Class::Organization | Class::Role));
        if acronym || own || !common || home_of(&lower).is_some() && !wants_country(&lower) {
            words
        } else {
            format!("{} {words}", short(&country))
        }
    }
}
