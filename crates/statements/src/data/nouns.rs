//! Nouns that tell what a noun phrase stands for, and the words that stand before them.

/// Words that begin a noun phrase.
#[rustfmt::skip]
pub(crate) const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "dozens", "each", "every", "few", "five", "four",
    "her", "his", "hundreds", "its", "many", "most", "my", "no", "one", "other", "our", "several",
    "some", "that", "the", "their", "these", "this", "those", "thousands", "three", "two", "your",
];

/// Titles before a name, without the point.
#[rustfmt::skip]
pub(crate) const TITLES: &[&str] = &[
    "adm", "admiral", "amb", "archbishop", "ayatollah", "begum", "bishop", "brig", "brigadier",
    "capt", "captain", "cardinal", "chaudhry", "cmdr", "col", "colonel", "commander", "corporal",
    "cpl", "crown", "dame", "detective", "dr", "emir", "father", "field-marshal", "gen",
    "general", "gov", "haji", "hajji", "hon", "imam", "judge", "justice", "king", "lady", "lance",
    "lieutenant", "lord", "lt", "maj", "major", "marshal", "maulana", "miss", "mr", "mrs", "ms",
    "mullah", "officer", "pastor", "pope", "pres", "prince", "princess", "private", "prof",
    "professor", "pvt", "queen", "rabbi", "rear", "rep", "retired", "rev", "reverend", "saint",
    "sen", "sergeant", "sgt", "shaikh", "sheikh", "sir", "st", "sultan", "vice", "vice-admiral",
];

/// Ranks: whoever holds one is "the general", "the officer".
#[rustfmt::skip]
pub(crate) const MILITARY: &[&str] = &[
    "adm", "admiral", "brig", "brigadier", "capt", "captain", "cmdr", "col", "colonel",
    "commander", "gen", "general", "lieutenant", "lt", "maj", "major", "marshal", "sergeant",
    "sgt",
];

/// Nouns for one person by office, trade or part in the news.
#[rustfmt::skip]
pub(crate) const ROLES: &[&str] = &[
    "activist", "actor", "actress", "admiral", "adviser", "advisor", "agent", "aide", "alderman",
    "ambassador", "analyst", "anchor", "archbishop", "assemblyman", "athlete", "attorney",
    "author", "ayatollah", "backer", "billionaire", "bishop", "blogger", "boss", "boy",
    "brigadier", "brother", "businessman", "businessperson", "businesswoman", "campaigner",
    "candidate", "captain", "cardinal", "ceo", "chair", "chairman", "chairperson", "chairwoman",
    "chancellor", "chargé", "chief", "chieftain", "cleric", "clerk", "co-chair", "co-chairman",
    "co-founder", "coach", "colleague", "colonel", "columnist", "comedian", "commander",
    "commentator", "commissioner", "communicator", "comptroller", "congressman", "congresswoman",
    "conservative", "consul", "consultant", "contender", "coordinator", "cop", "correspondent",
    "councillor", "councilman", "councilor", "councilwoman", "counsel", "counselor",
    "counterpart", "critic", "daughter", "dealer", "defendant", "delegate", "democrat",
    "demonstrator", "deputy", "detainee", "detective", "diplomat", "director", "director-general",
    "doctor", "donor", "driver", "economist", "editor", "emir", "engineer", "entrepreneur",
    "envoy", "executive", "expert", "eyewitness", "farmer", "father", "fellow", "fighter",
    "filmmaker", "fisherman", "founder", "friend", "front-runner", "frontrunner", "general",
    "girl", "governor", "guard", "head", "historian", "host", "hostage", "husband", "imam",
    "incumbent", "insider", "inspector", "insurgent", "intern", "investigator", "investor",
    "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader", "legislator",
    "liberal", "man", "manager", "marshal", "mayor", "mediator", "member", "mep", "migrant",
    "militant", "minister", "moderator", "mogul", "mother", "mp", "negotiator", "neighbor",
    "neighbour", "nominee", "nurse", "officer", "official", "ombudsman", "operative", "operator",
    "opponent", "organiser", "organizer", "owner", "passenger", "pastor", "patriarch", "person",
    "physician", "pilot", "player", "policeman", "pollster", "pope", "premier", "president",
    "president-elect", "primate", "prince", "princess", "prisoner", "professor", "prosecutor",
    "protester", "psychiatrist", "psychologist", "pundit", "queen", "rabbi", "rapporteur",
    "rebel", "refugee", "reporter", "representative", "republican", "researcher", "resident",
    "rival", "salesman", "scholar", "scientist", "secretary", "senator", "sheikh", "sheriff",
    "shopkeeper", "singer", "sister", "socialist", "soldier", "son", "source", "speaker",
    "spokesman", "spokesperson", "spokeswoman", "spox", "spy", "staffer", "star", "strategist",
    "student", "sultan", "superintendent", "supporter", "surrogate", "survivor", "suspect",
    "teacher", "trader", "treasurer", "tycoon", "under-secretary", "undersecretary", "veteran",
    "vice-chairman", "vice-president", "victim", "villager", "voter", "warlord", "whip", "wife",
    "witness", "woman", "worker", "writer",
];

/// Nouns for several people, without names.
#[rustfmt::skip]
pub(crate) const GROUPS: &[&str] = &[
    "academics", "activists", "actors", "actresses", "admirals", "adversaries", "advisers",
    "advisors", "advocates", "agencies", "agents", "aides", "aldermen", "allies", "ambassadors",
    "americans", "analysts", "anchors", "archbishops", "assemblymen", "athletes", "attackers",
    "attorneys", "audience", "authorities", "authors", "ayatollahs", "backers", "banks",
    "billionaires", "bishops", "bloggers", "bosses", "boys", "brigadiers", "brothers",
    "bureaucrats", "businessmen", "businesspersons", "businesswomen", "camp", "campaigners",
    "campaigns", "candidates", "captains", "cardinals", "ceos", "chairmen", "chairpersons",
    "chairs", "chairwomen", "chancellors", "chiefs", "chieftains", "children", "circles",
    "citizens", "civilians", "clerics", "clerks", "co-chairmans", "co-chairs", "co-founders",
    "coachs", "colleagues", "colonels", "columnists", "comedians", "commanders", "commentators",
    "commissioners", "communicators", "companies", "comptrollers", "congressmen", "congresswomen",
    "conservatives", "consuls", "consultants", "contenders", "coordinators", "cops", "corps",
    "correspondents", "councillors", "councilmen", "councilors", "councilwomen", "counselors",
    "counsels", "counterparts", "countries", "couple", "crew", "critics", "crowd", "daughters",
    "dealers", "defendants", "delegates", "democrats", "demonstrators", "deputies", "detainees",
    "detectives", "detractors", "dignitaries", "diplomats", "director-generals", "directors",
    "doctors", "donors", "doves", "drivers", "economists", "editors", "electorate", "elites",
    "emirs", "engineers", "entrepreneurs", "envoys", "evangelicals", "executives", "experts",
    "extremists", "eyewitnesses", "families", "fans", "farmers", "fathers", "fellows", "fighters",
    "figures", "filmmakers", "financiers", "firms", "fishermen", "foes", "forces", "founders",
    "friends", "front-runners", "frontrunners", "generals", "girls", "governments", "governors",
    "groups", "guards", "hackers", "haves", "hawks", "heads", "heavyweights", "historians",
    "hostages", "hosts", "husbands", "imams", "incumbents", "insiders", "inspectors",
    "insurgents", "interns", "investigators", "investors", "jihadists", "journalists", "judges",
    "justices", "kids", "kings", "lawmakers", "lawyers", "leaders", "legislators", "liberals",
    "locals", "loyalists", "managers", "marshals", "mayors", "mediators", "members", "men",
    "meps", "merchants", "migrants", "militants", "millennials", "ministers", "moderators",
    "moguls", "mothers", "mps", "nationalists", "nations", "negotiators", "neighbors",
    "neighbours", "newspapers", "nominees", "nurses", "observers", "officers", "officials",
    "ombudsmans", "operatives", "operators", "opponents", "organisers", "organizers", "others",
    "outlets", "owners", "parents", "participants", "parties", "passengers", "pastors",
    "patriarchs", "peers", "people", "personnel", "persons", "physicians", "pilots", "players",
    "police", "policemen", "politicians", "pollsters", "popes", "populists", "powers", "premiers",
    "president-elects", "presidents", "primates", "princes", "princesses", "prisoners",
    "professors", "progressives", "prosecutors", "protesters", "psychiatrists", "psychologists",
    "public", "pundits", "quarters", "queens", "rabbis", "rapporteurs", "readers", "rebels",
    "refugees", "relatives", "reporters", "representatives", "republicans", "researchers",
    "residents", "respondents", "rivals", "salesmen", "sceptics", "scholars", "scientists",
    "secretaries", "senators", "separatists", "sheikhs", "sheriffs", "shopkeepers", "singers",
    "sisters", "skeptics", "socialists", "soldiers", "sons", "sources", "speakers", "spokesmen",
    "spokespeople", "spokespersons", "spokeswomen", "staff", "staffers", "stars", "states",
    "strategists", "students", "sultans", "superintendents", "supporters", "surrogates",
    "survivors", "suspects", "taliban", "teachers", "team", "technologists", "terrorists",
    "traders", "treasurers", "troops", "tycoons", "under-secretarys", "undersecretaries", "users",
    "veterans", "vice-chairmans", "vice-presidents", "victims", "viewers", "villagers", "voters",
    "warlords", "watchers", "whips", "witnesses", "wives", "women", "workers", "writers",
];

/// Nouns for institutions.
#[rustfmt::skip]
pub(crate) const ORGANIZATIONS: &[&str] = &[
    "administration", "affairs", "agency", "airline", "alliance", "army", "assembly",
    "association", "authority", "bank", "board", "branch", "brigade", "brigades", "bureau",
    "cabinet", "campaign", "caucus", "center", "centre", "chamber", "chiefs", "church", "club",
    "coalition", "college", "command", "commission", "committee", "committees", "company",
    "conference", "congress", "consulate", "corp", "corporation", "corps", "council", "court",
    "delegation", "department", "directorate", "division", "embassy", "establishment", "exchange",
    "faction", "federation", "firm", "force", "forces", "foundation", "front", "fund",
    "government", "group", "guard", "guards", "headquarters", "hospital", "house", "hq", "inc",
    "initiative", "institute", "institution", "insurgency", "intelligence", "junta", "kremlin",
    "lab", "laboratory", "leadership", "league", "legislature", "lobby", "ltd", "militants",
    "military", "militia", "ministry", "mission", "movement", "nations", "navy", "network",
    "networks", "office", "opposition", "organisation", "organization", "organizations", "outfit",
    "pac", "palace", "panel", "parliament", "party", "pentagon", "police", "presidency",
    "project", "regime", "regulator", "relations", "school", "secretariat", "senate", "service",
    "services", "society", "squad", "staff", "syndicate", "task", "team", "think-tank",
    "treasury", "tribunal", "trust", "union", "unit", "university", "watchdog", "wing",
];

/// Nouns for media.
#[rustfmt::skip]
pub(crate) const MEDIA: &[&str] = &[
    "abc", "afp", "ap", "axios", "bbc", "blog", "bloomberg", "breitbart", "broadcaster",
    "broadcasting", "bulletin", "buzzfeed", "cbs", "channel", "chronicle", "cnn", "courier",
    "daily", "dawn", "dispatch", "economist", "examiner", "express", "gazette", "globe",
    "guardian", "herald", "huffington", "huffpost", "inquirer", "interfax", "jazeera", "journal",
    "ledger", "magazine", "mail", "media", "mirror", "monitor", "msnbc", "nbc", "network", "news",
    "newspaper", "newsroom", "newsweek", "newswire", "npr", "observer", "outlet", "paper", "pbs",
    "politico", "post", "press", "programme", "publication", "publisher", "radio", "reuters",
    "salon", "site", "slate", "standard", "star", "station", "sun", "tabloid", "tass",
    "telegraph", "television", "times", "tribune", "tv", "upi", "vox", "website", "weekly",
    "wire", "xinhua",
];

/// Names that are media without any noun that says so.
#[rustfmt::skip]
pub(crate) const OUTLETS: &[&str] = &[
    "abc", "afp", "ansa", "ap", "axios", "bbc", "bloomberg", "breitbart", "buzzfeed", "cbs",
    "cnn", "dpa", "huffpost", "interfax", "irna", "kyodo", "mcclatchy", "mediaite", "msnbc",
    "nbc", "newsweek", "npr", "pbs", "politico", "reuters", "ria", "salon", "slate", "tass",
    "telemundo", "univision", "upi", "vox", "xinhua", "yonhap",
];

/// Nouns for documents that speak.
#[rustfmt::skip]
pub(crate) const DOCUMENTS: &[&str] = &[
    "ad", "ads", "advertisement", "affidavit", "analysis", "article", "assessment", "audit",
    "bill", "book", "brochure", "bulletin", "cable", "cables", "census", "communique",
    "communiqué", "complaint", "constitution", "data", "declaration", "document", "documents",
    "dossier", "e-mail", "e-mails", "editorial", "email", "emails", "figures", "filing",
    "filings", "findings", "footage", "indictment", "law", "lawsuit", "leaflet", "letter",
    "manifesto", "memo", "memorandum", "motion", "note", "notice", "op-ed", "opinion", "paper",
    "papers", "petition", "platform", "poll", "polls", "post", "recording", "records", "release",
    "report", "reports", "resolution", "review", "ruling", "statement", "statements", "study",
    "survey", "surveys", "tape", "testimony", "transcript", "transcripts", "tweet", "video",
    "website",
];

/// Lower-case words that may stand before a role or an institution.
#[rustfmt::skip]
pub(crate) const ADJECTIVES: &[&str] = &[
    "acting", "affairs", "african", "agriculture", "air", "anonymous", "arab", "armed", "army",
    "asian", "assistant", "associate", "black", "border", "budget", "bus", "business", "campaign",
    "car", "catholic", "central", "chief", "christian", "city", "civilian", "climate",
    "commercial", "communications", "communist", "congressional", "conservative", "corporate",
    "counter-terrorism", "counterterrorism", "country", "county", "court", "currency", "current",
    "customs", "defence", "defense", "democratic", "deputy", "different", "diplomatic",
    "district", "domestic", "eastern", "economic", "education", "elderly", "election", "energy",
    "enforcement", "environmental", "european", "executive", "external", "extremist", "federal",
    "fellow", "female", "finance", "financial", "first", "force", "foreign", "foreign-policy",
    "former", "founding", "gay", "general", "government", "hard-line", "hardline", "health",
    "high-level", "high-ranking", "hispanic", "home", "hospital", "house", "housing", "human",
    "immigration", "incoming", "independent", "industry", "influential", "information",
    "insurgent", "intelligence", "interim", "interior", "internal", "international", "islamist",
    "jewish", "judicial", "junior", "justice", "key", "kurdish", "labor", "labour", "late",
    "latin", "latino", "law", "lead", "leading", "legal", "legislative", "liberal", "local",
    "long-time", "longtime", "majority", "male", "managing", "many", "market", "media", "medical",
    "militant", "military", "minority", "moderate", "municipal", "muslim", "national", "naval",
    "navy", "new", "news", "non-governmental", "northern", "nuclear", "office", "oil", "old",
    "opposition", "other", "outgoing", "overseas", "own", "parliamentary", "party", "police",
    "policy", "political", "powerful", "presidential", "press", "prime", "principal", "private",
    "prominent", "provincial", "public", "ranking", "rebel", "reformist", "regional", "relations",
    "religious", "republican", "retired", "rights", "ruling", "same", "school", "second",
    "security", "senior", "separatist", "several", "shiite", "socialist", "some", "southern",
    "space", "special", "spy", "state", "stock", "sunni", "tax", "taxi", "terrorist", "third",
    "top", "town", "trade", "transport", "transportation", "tribal", "truck", "unidentified",
    "university", "unknown", "unnamed", "various", "veteran", "vice", "village", "western",
    "white", "young",
];

/// Lower-case parts of names.
#[rustfmt::skip]
pub(crate) const PARTICLES: &[&str] = &[
    "abu", "af", "al", "av", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos",
    "du", "e", "el", "ibn", "la", "le", "ten", "ter", "ud", "ul", "ur", "van", "von", "y", "zu",
];

/// Endings of names that are no surname.
#[rustfmt::skip]
pub(crate) const SUFFIXES: &[&str] = &[
    "ii", "iii", "iv", "jr", "sr",
];
