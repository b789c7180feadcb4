//! What pages print around articles: the lists behind the rules of `clutter`. All in the form of
//! [`crate::unit::Unit::key`].

/// Whole lines of pages' furniture.
#[rustfmt::skip]
pub(super) const WHOLE: &[&str] = &[
    "abstract", "account", "ad", "ad feedback", "add a comment", "add to favorites", "advert",
    "advertisement", "advertisement - continue reading below", "advertising", "all comments",
    "archive", "archives", "article", "article bottom", "article continues below", "article top",
    "back to top", "bookmark", "breaking news", "careers", "click to share", "close", "comment",
    "comments", "comments are closed", "contact", "contact us", "continue reading",
    "continue reading the main story", "copy link", "copy this link", "download", "e-paper",
    "email", "email this", "enlarge this image", "epaper", "expand", "facebook", "favourite",
    "flipboard", "follow", "font size", "full text", "getty images", "google+", "hide caption",
    "home", "home page", "homepage", "image copyright", "image source", "instagram",
    "keep reading", "latest", "latest news", "leave a reply", "like this", "linkedin", "listen",
    "live tv", "load more", "loading", "log in", "log out", "login", "main menu",
    "media playback is unsupported on your device", "menu", "messenger", "most popular",
    "most read", "navigation", "news", "newsletter", "newsletters", "next", "next article",
    "next story", "no comments", "open menu", "page top", "photo", "photos", "pinterest", "play",
    "play video", "please wait", "popular", "post a comment", "previous", "previous article",
    "previous story", "print", "print article", "print this article", "privacy policy",
    "read comments", "read full article", "read more", "recommended", "recommended for you",
    "recommended stories", "reddit", "register", "related", "related articles",
    "related content", "related news", "related posts", "related stories", "related topics",
    "reply", "report this ad", "save", "save article", "search", "see all", "see more", "send",
    "share", "share on facebook", "share on twitter", "share this", "share this article",
    "share this page", "share this story", "share this with", "show caption", "show comments",
    "show more", "sign in", "sign out", "sign up", "site map", "sitemap", "skip ad",
    "skip advertisement", "skip to content", "skip to main content", "sponsored",
    "sponsored content", "story continues below", "story continues below advertisement",
    "story highlights", "subscribe", "subscribe now", "tags", "telegram", "terms of service",
    "terms of use", "text size", "toggle caption", "toggle navigation", "top", "top stories",
    "topics", "trending", "trending now", "tweet", "twitter", "video", "videos", "view all",
    "view comments", "weather", "whatsapp", "what's this", "x", "you may also like",
    "you might also like", "youtube",
];

/// Beginnings that introduce a link to another article.
#[rustfmt::skip]
pub(super) const LINK: &[&str] = &[
    "also read:", "also read -", "also read |", "also see:", "don't miss:",
    "for more on this story:", "further reading:", "more:", "more on this:",
    "more on this story:", "more on the story:", "more here:", "must read:", "now read:",
    "read:", "read |", "read also:", "read also -", "read here:", "read more:", "read more -",
    "read more here:", "read next:", "read this:", "read too:", "recommended:", "related:",
    "related |", "related article:", "related articles:", "related content:",
    "related coverage:", "related news:", "related stories:", "related story:",
    "related topics:", "see also:", "see more:", "suggested reading:", "up next:",
    "you may also like:", "you might also like:", "next post:", "previous post:", "next story:",
    "previous story:", "next article:", "previous article:", "next up:", "next in gallery:",
    "sponsored:", "promoted:", "advertorial:", "advertisement:", "take our poll",
    "related video:", "watch next:",
];

/// Beginnings of forms, notices and counters.
#[rustfmt::skip]
pub(super) const NOTICE: &[&str] = &[
    "all rights reserved", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "©",
    "(c) 19", "(c) 20", "today's paper", "your email address will not be published",
    "you must be logged in to", "you must log in to", "required fields are marked",
    "leave a reply", "leave a comment", "save my name, email", "this site uses akismet",
    "page generated", "filed under:", "posted in:", "tags:", "tagged:", "topics:", "keywords:",
    "story continues below", "article continues below", "image copyright", "image source",
    "skip to", "scroll to", "scroll down", "loading related", "loading more", "refreshes every",
    "refresh this page", "you are here", "this article is more than", "a version of this article appear",
    "a version of this story appear",
];

/// Beginnings that ask the reader for something, in words that an article could use too.
#[rustfmt::skip]
pub(super) const REQUEST: &[&str] = &[
    "ad feedback", "already a subscriber", "become a member", "become a subscriber",
    "by clicking", "by signing up", "by subscribing", "click here", "click to",
    "create a free account", "download our", "download the", "enter your email", "find us on",
    "follow us", "for more news", "for more stories", "get breaking news", "get our",
    "get the latest", "get this delivered", "have a news tip", "have a tip",
    "have something to add", "join our", "join the conversation", "keep up with", "like us on",
    "like what you see", "like what you read", "like the page", "listen to this article",
    "most read", "please enable", "please read our", "please subscribe",
    "please turn on javascript", "published in print", "read more", "read our",
    "read the full", "read full", "receive the latest", "send us your", "send your",
    "share this", "share via", "sign up", "start your free", "stay up to date", "subscribe",
    "support our journalism", "support quality journalism", "thank you for reading",
    "this article appeared in", "this article was originally published", "this is a premium",
    "this website uses", "this site uses", "to comment on this", "to continue reading",
    "to read more", "try it free", "unlimited access", "view original", "want more",
    "want to receive", "we use cookies", "we want to hear from you", "we value your privacy",
];

/// What a number at the beginning or end of a line counts.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "comment", "comments", "share", "shares", "view", "views", "like", "likes", "tweet",
    "tweets", "read", "reads", "reply", "replies", "min read", "mins read", "minute read",
    "minutes read", "followers", "facebook", "twitter", "whatsapp", "reactions", "votes",
];

/// Labels after which lists of links follow.
#[rustfmt::skip]
pub(super) const LISTS: &[&str] = &[
    "related", "related articles", "related content", "related coverage", "related news",
    "related posts", "related stories", "related topics", "read more", "read also", "also read",
    "see also", "more on this", "more on this story", "more from", "more news", "more stories",
    "most popular", "most read", "most viewed", "recommended", "recommended for you",
    "recommended stories", "top stories", "trending", "trending now", "around the web",
    "from the web", "you may also like", "you might also like", "editor's picks",
    "editors' picks", "latest news", "latest stories", "popular stories", "don't miss",
];

/// Parts of news sites, as their menus name them.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "africa", "americas", "arts", "asia", "business", "cars", "classified", "climate", "columns",
    "comment", "contact", "culture", "economy", "education", "elections", "entertainment",
    "europe", "family", "fashion", "features", "film", "finance", "food", "football", "front page",
    "games", "health", "home", "international", "jobs", "latest", "law", "letters", "lifestyle",
    "local", "magazine", "markets", "media", "metro", "money", "motoring", "music", "national",
    "news", "obituaries", "opinion", "photos", "podcasts", "politics", "property", "puzzles",
    "radio", "regional", "religion", "reviews", "science", "shop", "showbiz", "society", "sport",
    "sports", "style", "subscribe", "tech", "technology", "travel", "tv", "uk", "us", "video",
    "videos", "views", "weather", "world",
];
