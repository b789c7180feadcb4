//! Nouns that tell what a noun phrase stands for, and the words that stand before them.

/// Words that begin a noun phrase.
#[rustfmt::skip]
pub(crate) const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "countless", "dozen", "dozens", "each", "eight",
    "eleven", "every", "few", "five", "four", "her", "his", "hundreds", "its", "many", "most",
    "my", "nine", "no", "numerous", "one", "other", "our", "seven", "several", "six", "some",
    "such", "ten", "that", "the", "their", "these", "this", "those", "thousands", "three",
    "twelve", "two", "your",
];

/// Ranks: whoever holds one is "the general", "the officer".
#[rustfmt::skip]
pub(crate) const MILITARY: &[&str] = &[
    "adm", "admiral", "brig", "brigadier", "capt", "captain", "cmdr", "col", "colonel",
    "commander", "gen", "general", "lieutenant", "lt", "maj", "major", "marshal", "sergeant",
    "sgt",
];

/// Nouns for institutions.
#[rustfmt::skip]
pub(crate) const ORGANIZATIONS: &[&str] = &[
    "academy", "administration", "affairs", "ag", "agencies", "agency", "airline", "airport",
    "airways", "alliance", "archdiocese", "archive", "armada", "army", "artillery", "assembly",
    "association", "authority", "bakery", "band", "bank", "battalion", "battery", "bhd", "bloc",
    "board", "board-of-trade", "borough", "bourse", "branch", "breweries", "brewery", "brigade",
    "brigades", "broadcaster-general", "bros", "bureau", "bureaucracy", "cabinet", "campaign",
    "carrier", "cartel", "cathedral", "caucus", "cavalry", "center", "centre", "chamber",
    "chancellery", "chancery", "chiefs", "church", "circle", "clinic", "club", "co",
    "co-operative", "coalition", "coastguard", "collective", "college", "collegium", "colliery",
    "combine", "command", "commission", "committee", "committees", "commonwealth", "commune",
    "compact", "company", "company-owner", "comptroller", "confederation", "conference",
    "congregation", "congregations", "congress", "conservatoire", "conservatory", "consortium",
    "constabulary", "constituency", "consulate", "consulates", "contingent", "convent", "coop",
    "cooperative", "corp", "corporation", "corps", "council", "county", "court", "courthouse",
    "crew", "dairy", "delegation", "department", "depot", "diet", "diocese", "directorate",
    "distillery", "district", "division", "dockyard", "duchy", "duma", "embassies", "embassy",
    "enclave", "enterprise", "establishment", "exchange", "executive", "expedition", "faction",
    "factory", "family", "federation", "firm", "fleet", "foods", "force", "forces", "foundation",
    "foundry", "front", "fund", "garrison", "gendarmerie", "gmbh", "government", "group", "guard",
    "guards", "guild", "harbour", "headquarters", "holding", "holdings", "hospital", "hotel",
    "house", "household", "hq", "inc", "industries", "initiative", "inspectorate", "institute",
    "institution", "insurance", "insurer", "insurgency", "intelligence", "judiciary", "junta",
    "kingdom", "kremlin", "lab", "laboratory", "laundry", "leadership", "league", "legation",
    "legislature", "lender", "library", "limited", "llc", "lobby", "lodge", "logistics", "ltd",
    "madrasa", "magistracy", "manufacturer", "mediator-office", "militants", "military", "militia",
    "mill", "mills", "minerals", "mines", "mining", "ministry", "mint", "mission", "monastery",
    "mosque", "motors", "movement", "municipality", "museum", "nations", "navy", "network",
    "networks", "nv", "observatory", "office", "opposition", "orchestra", "organisation",
    "organization", "organizations", "outfit", "pac", "palace", "panel", "parish", "parliament",
    "partnership", "party", "patrol", "patrolship", "pentagon", "petroleum", "pharmaceuticals",
    "plant", "plantation", "plc", "police", "police-force", "politburo", "port-authority",
    "presbytery", "presidency", "prison", "project", "province", "pty", "quarry", "railroad",
    "railway", "railways", "refinery", "regime", "registry", "regulator", "relations", "republic",
    "reserve", "resources", "retailer", "sa", "savings", "school", "secretariat", "securities",
    "sejm", "seminary", "senate", "service", "services", "shelter", "shipping", "shipyard", "side",
    "smelter", "society", "squad", "staff", "steelworks", "stool-family", "store", "studio",
    "supermarket", "supplier", "syndicate", "synod", "task", "team", "telecom", "temple",
    "textiles", "theater", "theatre", "think-tank", "treasury", "tribunal", "troupe", "trust",
    "union", "unit", "university", "utility", "volksraad", "warehouse", "watchdog", "waterworks",
    "wing", "works-department", "workshop", "yard", "zoo",
];

/// Nouns for media.
#[rustfmt::skip]
pub(crate) const MEDIA: &[&str] = &[
    "abc", "afp", "ap", "axios", "bbc", "blog", "bloomberg", "breitbart", "broadcaster",
    "broadcasting", "broadsheet", "bulletin", "buzzfeed", "cbs", "channel", "chronicle", "cnn",
    "courier", "daily", "dawn", "dispatch", "economist", "evening-paper", "examiner", "express",
    "fortnightly", "gazette", "globe", "guardian", "herald", "huffington", "huffpost", "inquirer",
    "interfax", "jazeera", "journal", "ledger", "magazine", "mail", "media", "mirror", "monitor",
    "monthly", "msnbc", "nachrichten", "nbc", "network", "news", "newscast", "newspaper",
    "newsroom", "newsweek", "newswire", "npr", "observer", "outlet", "paper", "pbs", "periodical",
    "politico", "post", "posten", "pravda", "press", "programme", "publication", "publisher",
    "quarterly", "radio", "reuters", "salon", "site", "slate", "standard", "star", "station",
    "sun", "tabloid", "tass", "telegraph", "television", "times", "tribune", "tv", "upi", "vox",
    "website", "weekly", "wire", "xinhua",
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
    "ad", "ads", "advertisement", "advisory", "affidavit", "album", "analysis", "appendix",
    "application", "archives", "article", "assessment", "audit", "autobiography", "banner",
    "banners", "bill", "blueprint", "book", "booklet", "brief", "briefing-note", "brochure",
    "bulletin", "bulletins", "cable", "cables", "catalogue", "census", "chapter", "chapters",
    "charter", "circular", "commentary", "commercials", "communication", "communique",
    "communiqué", "complaint", "constitution", "counts", "data", "declaration", "decree",
    "deposition", "diaries", "diary", "directive", "dispatch", "dispatches", "document",
    "documentary", "documents", "dossier", "e-mail", "e-mails", "edict", "editorial", "email",
    "emails", "encyclical", "entry", "estimate", "estimates", "fact-sheet", "figures", "file",
    "files", "filing", "filings", "findings", "flyer", "footage", "forecast", "graffiti",
    "headline", "headlines", "index", "indictment", "inquest", "inscription", "instruction",
    "instructions", "inventory", "invitation", "invoice", "judgement", "judgment", "law",
    "lawsuit", "leaflet", "leaflets", "ledger", "ledgers", "letter", "letters", "log", "logbook",
    "logs", "magazine-article", "manifest", "manifesto", "manual", "memo", "memoir", "memoirs",
    "memoranda", "memorandum", "message", "messages", "minutes", "motion", "newsletter", "note",
    "notice", "obituary", "op-ed", "opinion", "pamphlet", "paper", "papers", "passage", "petition",
    "placard", "placards", "platform", "podcast", "poll", "polls", "post", "poster", "posters",
    "prospectus", "protocol", "questionnaire", "receipt", "receipts", "recording", "records",
    "register", "registers", "release", "remonstrance", "reply", "report", "reports", "resolution", "results",
    "review", "roster", "ruling", "sermon", "sheet", "sheets", "slogan", "spot", "spots",
    "spreadsheet", "statement", "statements", "statistics", "study", "submission", "summary",
    "summons", "survey", "surveys", "tape", "telegram", "telegrams", "telex", "testimony", "text",
    "textbook", "textbooks", "texts", "timetable", "transcript", "transcripts", "treaty", "tweet",
    "verdict", "video", "warrant", "website", "writ", "write-up",
];

/// Lower-case parts of names.
#[rustfmt::skip]
pub(crate) const PARTICLES: &[&str] = &[
    "abu", "af", "al", "av", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos",
    "du", "e", "el", "ibn", "la", "le", "ten", "ter", "ud", "ul", "ur", "van", "von", "walet", "y", "zu",
];

/// Endings of names that are no surname.
#[rustfmt::skip]
pub(crate) const SUFFIXES: &[&str] = &[
    "ii", "iii", "iv", "jr", "sr",
];

/// Titles before a name, without the point.
#[rustfmt::skip]
pub(crate) const TITLES: &[&str] = &[
    "adm", "admiral", "adv", "air-commodore", "air-marshal", "alhaji", "amb", "archbishop",
    "archdeacon", "asst", "ayatollah", "bapak", "baroness", "begum", "bey", "bishop", "brig",
    "brigadier", "brigadier-general", "canon", "capt", "captain", "cardinal", "cdr", "chaudhry",
    "chief-justice", "cllr", "cmdr", "col", "colonel", "commander", "commodore", "comrade",
    "constable", "corporal", "countess", "cpl", "dame", "datin", "dato", "datuk", "dci", "det",
    "detective", "doctor", "dom", "doña", "dr", "duchess", "duke", "efendi", "emir", "encik",
    "eng", "engr", "ex-president", "father", "field-marshal", "first-lieutenant", "fr", "fra",
    "frau", "gen", "general", "gov", "group-captain", "hadja", "hadji", "hafiz", "hajah", "haji",
    "hajia", "hajiya", "hajj", "hajja", "hajji", "herr", "hon", "honorable", "honourable", "imam",
    "insp", "inspector", "judge", "justice", "khun", "king", "lady", "lcdr", "lieutenant",
    "lieutenant-colonel", "lieutenant-general", "lord", "lt", "lt-col", "lt-gen", "ltcol",
    "lyonpo", "madame", "mademoiselle", "maj", "maj-gen", "major", "major-general", "malam",
    "mallam", "mama", "marshal", "maulana", "mgr", "miss", "mlle", "mme", "mons", "monsieur",
    "monsignor", "mr", "mrs", "ms", "msgr", "mufti", "mullah", "mwalimu", "mzee", "nawab",
    "nawabzada", "oba", "officer", "pandit", "pastor", "pc", "pir", "pope", "pres", "prince",
    "princess", "private", "prof", "professor", "puan", "pvt", "queen", "rabbi", "rear",
    "rear-admiral", "rep", "rev", "reverend", "rt", "sayyid", "second-lieutenant", "sen",
    "sergeant", "sergeant-major", "señor", "señora", "sgt", "shaikh", "sheikh", "shri", "signor",
    "sir", "squadron", "sri", "st", "sub-lieutenant", "sultan", "supt", "swami", "syed", "tengku",
    "tuan", "tun", "tunku", "ustad", "ustaz", "ven", "venerable", "vice", "vice-admiral",
    "vice-marshal", "vice-marshall", "warrant",
];
