//! An invented dispute of any size: states that charge each other with things, papers that tell of
//! it in one another's words.
//!
//! Happenings last a day or two. In each, one state charges another, which denies it; several
//! papers print these utterances, whole or cut, beside statements that only they have. Words are
//! drawn as they occur in texts: a few of them again and again, most of them rarely.

use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Party, Precision, Resolution, Sourcing, Speaker,
    SpeakerKind, Statement, Text, TextRange, Zone, ZoneKind,
};

const STATES: usize = 12;
const PEOPLE: usize = 400;
const WITNESSES: usize = 1500;
const OUTLETS: usize = 60;
const MATTERS: usize = 150;
const VOCABULARY: usize = 8000;
const DAYS: usize = 3 * 365;

const COMMON: [&str; 20] = [
    "the", "of", "to", "and", "in", "a", "that", "its", "on", "for", "with", "by", "not", "was",
    "has", "at", "from", "it", "as", "be",
];
const ROLES: [&str; 6] =
    ["Foreign Minister", "President", "Interior Minister", "Army chief", "spokesman", "envoy"];
const BODIES: [&str; 4] = ["Foreign Ministry", "Army", "Parliament", "Navy"];
const DEEDS: [&str; 12] = [
    "cutting",
    "arming",
    "shelling",
    "funding",
    "jamming",
    "hacking",
    "seizing",
    "sheltering",
    "bribing",
    "raiding",
    "spying on",
    "blocking",
];
const THINGS: [&str; 6] = ["cable", "network", "bridge", "harbour", "militia", "accord"];

/// How often each act occurs, in hundredths, with words that a paper uses for it.
const ACTS: [(Act, usize, &str); 11] = [
    (Act::State, 40, "said"),
    (Act::Accuse, 14, "accused"),
    (Act::Deny, 9, "denied"),
    (Act::Demand, 9, "demanded"),
    (Act::Criticize, 8, "criticised"),
    (Act::Refuse, 4, "refused"),
    (Act::Threaten, 4, "warned"),
    (Act::Promise, 4, "pledged"),
    (Act::Praise, 4, "praised"),
    (Act::Admit, 2, "admitted"),
    (Act::Decline, 2, "declined to say"),
];

/// A small generator of numbers, the same on every machine (Marsaglia 2003, xorshift).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % most as u64) as usize
    }

    /// Small numbers more often, as words and speakers occur.
    pub fn skewed(&mut self, most: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((most as f64).powf(share) as usize).saturating_sub(1).min(most - 1)
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn name(&mut self) -> String {
        const SYLLABLES: [&str; 24] = [
            "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dor", "fen", "gal", "hem",
            "pir", "wex", "cla", "sto", "bri", "mal", "tor", "ven", "ash", "lun",
        ];
        let word: String = (0..2 + self.below(3)).map(|_| *self.pick(&SYLLABLES)).collect();
        word[..1].to_uppercase() + &word[1..]
    }
}

/// Who speaks: as the article names them and as who they are.
#[derive(Clone)]
struct Voice {
    written: String,
    speaker: Speaker,
    sourcing: Sourcing,
}

/// What somebody said, as the first paper has it.
#[derive(Clone)]
struct Utterance {
    voice: Voice,
    act: Act,
    cue: &'static str,
    content: String,
    targets: Vec<String>,
    form: Form,
}

/// One state charges another with a deed.
#[derive(Clone)]
struct Matter {
    accuser: usize,
    accused: usize,
    deed: String,
}

pub struct World {
    chance: Chance,
    states: Vec<String>,
    people: Vec<(String, usize, &'static str)>,
    witnesses: Vec<String>,
    outlets: Vec<String>,
    matters: Vec<Matter>,
    pub vocabulary: Vec<String>,
    written: usize,
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut chance = Chance(seed);
        let states: Vec<String> = (0..STATES).map(|_| chance.name() + "ia").collect();
        let full = |chance: &mut Chance| format!("{} {}", chance.name(), chance.name());
        let people = (0..PEOPLE)
            .map(|at| (full(&mut chance), at % STATES, ROLES[at / STATES % ROLES.len()]))
            .collect();
        let witnesses = (0..WITNESSES).map(|_| full(&mut chance)).collect();
        let outlets = (0..OUTLETS).map(|_| format!("The {} Post", chance.name())).collect();
        let matters = (0..MATTERS)
            .map(|_| {
                let accuser = chance.skewed(STATES);
                Matter {
                    accuser,
                    accused: (accuser + 1 + chance.skewed(STATES - 1)) % STATES,
                    deed: format!(
                        "{} the {} {}",
                        chance.pick(&DEEDS).to_owned(),
                        chance.name(),
                        chance.pick(&THINGS).to_owned()
                    ),
                }
            })
            .collect();
        let rare = (0..VOCABULARY).map(|_| chance.name().to_lowercase());
        let vocabulary = COMMON.iter().map(|word| (*word).to_owned()).chain(rare).collect();
        World { chance, states, people, witnesses, outlets, matters, vocabulary, written: 0 }
    }

    /// The articles of one happening, with their statements.
    pub fn happening(&mut self) -> Vec<(Article, Vec<Statement>)> {
        let at = self.chance.skewed(self.matters.len());
        let matter = self.matters[at].clone();
        let day = self.chance.below(DAYS);
        let told: Vec<Utterance> = (0..4 + self.chance.below(6))
            .map(|at| match at {
                0 => self.charge(&matter),
                1 => self.denial(&matter),
                _ => self.utterance(),
            })
            .collect();
        let mut articles: Vec<(Article, Vec<Statement>)> = Vec::new();
        for _ in 0..1 + self.chance.skewed(12) {
            if let Some((first, statements)) = articles.first()
                && self.chance.one_in(12)
            {
                let copy = self.copy(first, statements);
                articles.push(copy);
            } else {
                let article = self.article(day, &matter, &told);
                articles.push(article);
            }
        }
        articles
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> =
            (0..count).map(|_| self.vocabulary[self.chance.skewed(VOCABULARY)].as_str()).collect();
        words.join(" ")
    }

    fn voice(&mut self, state: Option<usize>) -> Voice {
        let state = state.unwrap_or_else(|| self.chance.skewed(STATES));
        let country = self.states[state].clone();
        let speaker = |name: String, kind, speaks_for: Vec<String>, resolved_from| Speaker {
            name,
            kind,
            role: None,
            speaks_for,
            resolved_from,
            candidates: vec![],
        };
        let (written, speaker, sourcing) = match self.chance.below(100) {
            0..30 => (
                country.clone(),
                speaker(country, SpeakerKind::Government, vec![], Resolution::Name),
                Sourcing::Institution,
            ),
            30..42 => {
                let body = format!("{country} {}", self.chance.pick(&BODIES));
                let known = vec![country];
                let kind = SpeakerKind::Organization;
                (body.clone(), speaker(body, kind, known, Resolution::Name), Sourcing::Institution)
            }
            42..72 => {
                let at = self.chance.skewed(PEOPLE / STATES) * STATES + state;
                let (name, _, role) = &self.people[at.min(PEOPLE - 1)];
                let mut who =
                    speaker(name.clone(), SpeakerKind::Person, vec![country], Resolution::Name);
                who.role = Some((*role).to_owned());
                (format!("{role} {name}"), who, Sourcing::Named)
            }
            72..82 => {
                let name = "unnamed official".to_owned();
                let from = Resolution::Description;
                let who = speaker(name, SpeakerKind::Person, vec![country], from);
                ("an official".to_owned(), who, Sourcing::Unnamed)
            }
            82..86 => {
                let name = Speaker::UNKNOWN.to_owned();
                let who = speaker(name, SpeakerKind::Unknown, vec![], Resolution::Unresolved);
                ("he".to_owned(), who, Sourcing::Unnamed)
            }
            86..90 => {
                let paper = self.outlets[self.chance.skewed(OUTLETS)].clone();
                let kind = SpeakerKind::Organization;
                (paper.clone(), speaker(paper, kind, vec![], Resolution::Name), Sourcing::Media)
            }
            _ => {
                let name = self.witnesses[self.chance.skewed(WITNESSES)].clone();
                let kind = SpeakerKind::Person;
                (name.clone(), speaker(name, kind, vec![], Resolution::Name), Sourcing::Named)
            }
        };
        Voice { written, speaker, sourcing }
    }

    fn charge(&mut self, of: &Matter) -> Utterance {
        let accused = self.states[of.accused].clone();
        let length = 4 + self.chance.below(8);
        Utterance {
            voice: self.voice(Some(of.accuser)),
            act: Act::Accuse,
            cue: "accused",
            content: format!("{accused} of {} {}", of.deed, self.words(length)),
            targets: vec![accused],
            form: Form::Indirect,
        }
    }

    fn denial(&mut self, of: &Matter) -> Utterance {
        let length = 4 + self.chance.below(8);
        Utterance {
            voice: self.voice(Some(of.accused)),
            act: Act::Deny,
            cue: "denied",
            content: format!("{} {}", of.deed, self.words(length)),
            targets: vec![self.states[of.accuser].clone()],
            form: Form::Mixed,
        }
    }

    fn utterance(&mut self) -> Utterance {
        let mut left = self.chance.below(100);
        let mut kind = ACTS[0];
        for known in ACTS {
            if left < known.1 {
                kind = known;
                break;
            }
            left -= known.1;
        }
        let (act, _, cue) = kind;
        if matches!(act, Act::Accuse | Act::Deny) {
            let at = self.chance.skewed(self.matters.len());
            let matter = self.matters[at].clone();
            return if act == Act::Accuse { self.charge(&matter) } else { self.denial(&matter) };
        }
        let targets = match self.chance.below(10) {
            0..5 => vec![],
            5..9 => vec![self.states[self.chance.skewed(STATES)].clone()],
            _ => vec![self.states[0].clone(), self.states[1 + self.chance.below(11)].clone()],
        };
        let length = 6 + self.chance.below(22);
        Utterance {
            voice: self.voice(None),
            act,
            cue,
            content: self.words(length),
            targets,
            form: *self.chance.pick(&[Form::Direct, Form::Mixed, Form::Indirect]),
        }
    }

    fn article(
        &mut self,
        day: usize,
        matter: &Matter,
        told: &[Utterance],
    ) -> (Article, Vec<Statement>) {
        let more = self.words(4);
        let [accuser, accused] = [matter.accuser, matter.accused].map(|at| &self.states[at]);
        let title = format!("{accuser} accuses {accused} of {}: {more}", matter.deed);
        let mut said: Vec<Utterance> = Vec::new();
        for utterance in told {
            if !self.chance.one_in(3) {
                let mut report = utterance.clone();
                if self.chance.one_in(3) {
                    let words: Vec<&str> = report.content.split(' ').collect();
                    report.content = words[..words.len() - words.len() / 4].join(" ");
                }
                said.push(report);
            }
        }
        for _ in 0..6 + self.chance.below(10) {
            said.push(self.utterance());
        }
        let mut text = title.clone();
        let headline = TextRange::new(0, text.len());
        text.push_str("\n\n");
        let start = text.len();
        let mut places = Vec::new();
        for (at, utterance) in said.iter().enumerate() {
            if at > 0 {
                text.push_str(if at % 3 == 0 { "\n" } else { " " });
            }
            let mut piece = |words: &str| {
                let from = text.len();
                text.push_str(words);
                TextRange::new(from, text.len())
            };
            let source = piece(&utterance.voice.written);
            piece(" ");
            let cue = piece(utterance.cue);
            piece(" ");
            let content = piece(&utterance.content);
            piece(".");
            places.push([source, cue, content]);
        }
        let body = TextRange::new(start, text.len());
        let published = (!self.chance.one_in(25)).then(|| {
            let month = self.chance.one_in(25);
            date(day + self.chance.below(2), if month { Precision::Month } else { Precision::Day })
        });
        let outlet = self.chance.skewed(OUTLETS);
        self.written += 1;
        let article = Article {
            path: format!("{}.txt", self.written),
            text: Text::new(text),
            text_is_input: true,
            title: Some(title),
            outlet: (!self.chance.one_in(20)).then(|| self.outlets[outlet].clone()),
            authors: vec![],
            dateline: None,
            language: Some("en".to_owned()),
            published,
            collected: None,
            url: None,
            zones: vec![
                Zone { kind: ZoneKind::Headline, range: headline },
                Zone { kind: ZoneKind::Body, range: body },
            ],
        };
        let statements = said
            .into_iter()
            .zip(places)
            .map(|(utterance, places)| self.statement(&article, day, utterance, places))
            .collect();
        (article, statements)
    }

    fn statement(
        &mut self,
        article: &Article,
        day: usize,
        of: Utterance,
        places: [TextRange; 3],
    ) -> Statement {
        let [source, cue, content] = places.map(|place| vec![article.text.span(place)]);
        let party = |name: String| Party { name, spans: vec![] };
        let said = match self.chance.below(100) {
            0..35 => Some(date(day, Precision::Day)),
            35..38 => Some(date(day, Precision::Week)),
            38..40 => Some(date(day, Precision::Month)),
            _ => None,
        };
        let via = self
            .chance
            .one_in(12)
            .then(|| party(self.outlets[self.chance.skewed(OUTLETS)].clone()));
        Statement {
            id: Statement::id_of(&article.id(), &source, &cue, &content),
            zone: ZoneKind::Body,
            mode: if self.chance.one_in(12) { Mode::Attitude } else { Mode::Utterance },
            form: of.form,
            act: of.act,
            act_confidence: 0.4 + self.chance.below(600) as f32 / 1000.0,
            act_basis: "made up".to_owned(),
            act_runner_up: None,
            speaker: of.voice.speaker,
            sourcing: of.voice.sourcing,
            via: via.into_iter().collect(),
            targets: of.targets.into_iter().map(party).collect(),
            addressee: self.chance.one_in(12).then(|| party("reporters".to_owned())),
            said,
            confidence: 0.4 + self.chance.below(600) as f32 / 1000.0,
            made_by: "made up".to_owned(),
            source,
            cue,
            content,
        }
    }

    /// The same text in another paper.
    fn copy(&mut self, of: &Article, statements: &[Statement]) -> (Article, Vec<Statement>) {
        self.written += 1;
        let outlet = Some(self.outlets[self.chance.below(OUTLETS)].clone());
        let path = format!("{}.txt", self.written);
        let article = Article { path, outlet, ..of.clone() };
        let id = article.id();
        let renamed = |of: &Statement| Statement {
            id: Statement::id_of(&id, &of.source, &of.cue, &of.content),
            ..of.clone()
        };
        let statements = statements.iter().map(renamed).collect();
        (article, statements)
    }
}

/// A date in 2030 or after, counted in days.
fn date(day: usize, precision: Precision) -> DateValue {
    let (year, day) = (2030 + day / 365, day % 365);
    // Months of thirty days; the last five belong to December.
    let (month, of_month) = ((day / 30).min(11) + 1, day % 30 % 28 + 1);
    let value = match precision {
        Precision::Week => format!("{year}-W{:02}", day / 7 % 52 + 1),
        Precision::Month => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{of_month:02}"),
    };
    DateValue { value, precision, basis: Basis::Expression, span: None }
}
