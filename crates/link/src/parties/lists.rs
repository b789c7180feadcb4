//! Words that names are made of: data, no rules. Every list is in lower case and sorted.

/// What stands before a person's name and is no part of it.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "adm", "admiral", "air", "amb", "ambassador", "archbishop", "attorney", "ayatollah", "baron",
    "baroness", "begum", "bishop", "brig", "brigadier", "candidate", "capt", "captain", "cardinal",
    "chairman", "chairwoman", "chancellor", "chief", "cllr", "col", "colonel", "commander",
    "commissioner", "congressman", "congresswoman", "count", "countess", "dame", "deputy", "dr",
    "emir", "field", "first", "foreign", "former", "gen", "general", "gov", "governor", "imam",
    "interior", "judge", "justice", "king", "lady", "lieutenant", "lord", "lt", "madame", "maj",
    "major", "marshal", "maulana", "mayor", "minister", "miss", "mr", "mrs", "ms", "mullah",
    "officer", "pope", "premier", "pres", "president", "prime", "prince", "princess", "prof",
    "professor", "queen", "rabbi", "rear", "rep", "representative", "rev", "reverend", "secretary",
    "sen", "senator", "sergeant", "sgt", "shaikh", "sheikh", "sheriff", "sir", "speaker",
    "spokesman", "spokesperson", "spokeswoman", "sultan", "vice",
];

/// Words that belong to the family name after them.
pub(super) const PARTICLES: &[&str] = &[
    "abu", "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "st", "ten", "ter", "ul", "van", "vander", "von",
];

/// What may follow a person's name.
pub(super) const GENERATIONS: &[&str] = &["ii", "iii", "iv", "jr", "junior", "senior", "sr"];

/// What follows the name of a company and tells nothing of which.
pub(super) const DESIGNATORS: &[&str] = &[
    "ag",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "plc",
    "sa",
    "spa",
];

/// The nouns that an office of state may be called by, before or after its business.
pub(super) const OFFICES: &[&str] = &["department", "ministry", "office"];

/// Nouns for a body that go without saying where its name has been given in full.
#[rustfmt::skip]
pub(super) const COMMON: &[&str] = &[
    "agency", "airlines", "airways", "army", "association", "bank", "brothers", "bureau",
    "channel", "college", "committee", "computer", "council", "daily", "department", "faction",
    "force", "forces", "foundation", "front", "group", "holdings", "industries", "institute",
    "institution", "journal", "magazine", "mobil", "motor", "motors", "movement", "network",
    "news", "newspaper", "online", "partners", "politics", "post", "press", "report",
    "reserve", "times", "tribune", "university", "usa",
];

/// What every state has one of: without a country the name says little.
#[rustfmt::skip]
pub(super) const STATE: &[&str] = &[
    "army", "assembly", "cabinet", "congress", "court", "department", "embassy", "force", "forces",
    "government", "guard", "intelligence", "military", "ministry", "navy", "office", "parliament",
    "police", "senate", "treasury",
];

/// Nouns that by themselves are whichever the article means.
pub(super) const GENERIC: &[&str] = &[
    "board",
    "center",
    "centre",
    "chamber",
    "club",
    "commission",
    "company",
    "party",
    "school",
    "state",
    "team",
    "union",
];

/// In lower case at the end of a name: it says what the body is, not what it is called.
pub(super) const SERVICES: &[&str] = &["agency", "directorate", "service"];

/// Nouns for an armed or political following that has its leader's or founder's name.
pub(super) const FOLLOWINGS: &[&str] =
    &["brigade", "clan", "faction", "front", "group", "militia", "movement", "network"];

/// English given names with their short forms and spellings: a name is the same within a line. A
/// short form of several names stands in several lines.
#[rustfmt::skip]
pub(super) const GIVEN: &[&[&str]] = &[
    &["abigail", "abby"], &["abraham", "abe"], &["alan", "allan", "allen", "al"],
    &["albert", "al", "bert"], &["alexander", "alex", "sandy"], &["alexandra", "alex", "sandra"],
    &["alfred", "al", "fred"], &["andrew", "andy", "drew"],
    &["anne", "ann", "anna", "annie"], &["anthony", "tony"], &["arthur", "art"],
    &["ashton", "ash"], &["barbara", "barb"], &["benjamin", "ben"], &["bernard", "bernie"],
    &["catherine", "cathy", "kate", "katherine", "kathryn", "kathy", "katie"],
    &["charles", "charlie", "chuck"], &["christina", "christine", "chris", "tina"],
    &["christopher", "chris"], &["cynthia", "cindy"], &["daniel", "dan", "danny"],
    &["david", "dave"], &["deborah", "debra", "deb", "debbie"], &["dennis", "denis"],
    &["donald", "don"], &["douglas", "doug"], &["edward", "ed", "eddie", "ted"],
    &["edwin", "ed"], &["elizabeth", "beth", "betty", "liz", "lisa"], &["emanuel", "manny"],
    &["eugene", "gene"], &["frances", "fran"], &["francis", "frank"], &["franklin", "frank"],
    &["frederick", "fred"], &["gabrielle", "gabby"], &["geoffrey", "geoff"],
    &["gerald", "gerry", "jerry"], &["gregory", "greg"], &["harold", "hal", "harry"],
    &["henry", "hank", "harry"], &["howard", "howie"], &["isaac", "ike"],
    &["jacob", "jack", "jake"], &["james", "jim", "jimmy", "jamie"], &["janet", "jan"],
    &["jason", "jay"], &["jeffrey", "jeff"], &["jennifer", "jen", "jenny"],
    &["john", "jack", "johnny", "jon"], &["jonathan", "jon"],
    &["joseph", "joe", "joey"], &["joshua", "josh"], &["judith", "judy"],
    &["kenneth", "ken", "kenny"], &["kimberly", "kim"], &["laurence", "lawrence", "larry"],
    &["leonard", "len", "leo"], &["lewis", "louis", "lou"], &["margaret", "maggie", "meg", "peggy"],
    &["mark", "marc"], &["martin", "marty"], &["matthew", "matt"],
    &["michael", "mick", "mickey", "mike"], &["mitchell", "mitch"],
    &["mohamed", "mohammad", "mohammed", "muhammad"], &["nancy", "nan"],
    &["nathan", "nate"], &["nathaniel", "nate"], &["nicholas", "nick", "nicolas"],
    &["pamela", "pam"], &["patricia", "pat", "patty"], &["patrick", "pat"], &["peter", "pete"],
    &["philip", "phil", "phillip"], &["rachel", "rachael"], &["randall", "randy"],
    &["randolph", "randy"], &["raymond", "ray"], &["rebecca", "becky"],
    &["richard", "dick", "rich", "rick", "ricky"],
    &["robert", "bob", "bobby", "rob", "robbie", "robby"], &["ronald", "ron"],
    &["russell", "russ"], &["samuel", "sam"], &["sarah", "sara"], &["stanley", "stan"],
    &["stephen", "steve", "steven"], &["susan", "sue", "suzanne"], &["terence", "terry"],
    &["theodore", "ted", "teddy"], &["theresa", "teresa", "terry"],
    &["thomas", "tom", "tommy"], &["timothy", "tim"], &["victoria", "vicky"],
    &["vincent", "vince"], &["walter", "walt"], &["william", "bill", "billy", "will"],
    &["zachary", "zach", "zack"],
];

/// Whether the word is in a sorted list.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_for_binary_search_are_sorted() {
        use super::*;
        for list in [
            TITLES,
            PARTICLES,
            GENERATIONS,
            DESIGNATORS,
            OFFICES,
            COMMON,
            STATE,
            SERVICES,
            FOLLOWINGS,
        ] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|w| w[0] > w[1]));
        }
    }
}
