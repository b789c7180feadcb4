//! From what an expression says to its value: the rules of reference time.
//!
//! Three things are remembered while walking through a text: the publication day, the dates last
//! spoken of (the last one exact to the day, to the month, and any), and the quarter spoken of.

use jiff::civil::Date;

use crate::arithmetic::{days, first, months, years};
use crate::expression::{Base, Found, Meaning, Pick, Year};
use crate::lexicon::{Tense, Unit};
use crate::time::Kind;
use crate::value::{self, Grain, Point};

/// How many tokens back a quarter is still the one that "a year ago" compares with.
const COMPARED: usize = 200;
/// How many tokens back a day is still the one that a bare "10 a.m." belongs to.
const HERE: usize = 25;

/// Resolves the expressions of one text, in order.
pub(crate) struct Resolver {
    today: Date,
    /// The last point exact to the day, with its token.
    day: Option<(Point, usize)>,
    /// The last point exact to the month.
    month: Option<Point>,
    /// The last point.
    any: Option<Point>,
    /// The last quarter or half, with its token.
    share: Option<(Point, usize)>,
}

impl Resolver {
    pub(crate) fn new(today: Date) -> Self {
        Resolver { today, day: None, month: None, any: None, share: None }
    }

    /// The kind and value of an expression. Remembers what later ones may refer to.
    pub(crate) fn resolve(&mut self, found: &Found) -> (Kind, String) {
        let fixed = |kind, value: &str| (kind, value.to_owned());
        let past = fixed(Kind::Date, "PAST_REF");
        let future = fixed(Kind::Date, "FUTURE_REF");
        let point = match found.meaning {
            Meaning::Present => return fixed(Kind::Date, "PRESENT_REF"),
            Meaning::Past => return past,
            Meaning::Future => return future,
            Meaning::Duration { amount, unit } => {
                return (Kind::Duration, value::duration(amount, unit));
            }
            Meaning::Each { amount, unit } => return (Kind::Set, value::duration(amount, unit)),
            Meaning::EachWeekday(n) => {
                let day = format!("XXXX-WXX-{n}");
                return (
                    Kind::Set,
                    found.clock.map_or(day.clone(), |clock| value::time(&day, clock)),
                );
            }
            Meaning::EachMonth(n) => return (Kind::Set, format!("XXXX-{n:02}")),
            Meaning::EachSeason(season) => return (Kind::Set, format!("XXXX-{}", season.suffix())),
            _ => self.point(found),
        };
        let Some(point) = point else {
            return match found.meaning {
                Meaning::Shift { by: 1.., .. } => future,
                _ => past,
            };
        };
        self.remember(found, point);
        match found.clock {
            Some(clock) => (Kind::Time, value::time(&point.value(), clock)),
            None => (Kind::Date, point.value()),
        }
    }

    fn remember(&mut self, found: &Found, point: Point) {
        // What is only compared with ("from 3.2 million a year earlier") is not what the text is about.
        let aside = match found.meaning {
            Meaning::Here | Meaning::SameShare { year: Year::Shift(..0) } => true,
            Meaning::Shift { unit: Unit::Year, by: -1, base, .. } => base != Base::Published,
            _ => false,
        };
        if aside {
            return;
        }
        self.any = Some(point);
        match point.grain {
            Grain::Day => {
                self.day = Some((point, found.from));
                self.month = Some(point);
            }
            Grain::Month => self.month = Some(point),
            // A quarter that another one is compared with is not the one spoken of.
            // Nor is one that is still to come.
            Grain::Quarter | Grain::Half
                if matches!(found.meaning, Meaning::Share { year, .. } if year != Year::Near(Some(Tense::Future)))
                    && point.day <= self.today =>
            {
                self.share = Some((point, found.from));
            }
            _ => {}
        }
    }

    /// The place on the calendar, or `None` where it lies beyond all calendars.
    fn point(&self, found: &Found) -> Option<Point> {
        let at = |day, grain| Some(Point { day, grain });
        match found.meaning {
            Meaning::Calendar { year, month, day: Some(day) } => {
                let year = self.year_of_day(year, month, day)?;
                match Date::new(year, month as i8, day as i8) {
                    Ok(day) => at(day, Grain::Day),
                    // The 31st of June: the month is all that is certain.
                    Err(_) => at(first(year, month)?, Grain::Month),
                }
            }
            Meaning::Calendar { year, month, day: None } => {
                at(first(self.year_of_month(year, month, 1)?, month)?, Grain::Month)
            }
            Meaning::Year(year) => at(first(self.plain_year(year)?, 1)?, Grain::Year),
            Meaning::Weekday { n, pick } => at(self.weekday(n, pick)?, Grain::Day),
            Meaning::Shift { unit, by, grain, base } => self.shift(found, unit, by, grain, base),
            Meaning::WeekOf { year, month, day } => {
                let year = self.year_of_day(year, month, day)?;
                at(Date::new(year, month as i8, day as i8).ok()?, Grain::Week)
            }
            Meaning::WeekIn { n, year, month } => {
                let first = first(self.year_of_month(year, month, 1)?, month)?;
                // ISO 8601 gives a week to the month that has its Thursday.
                let n = if n == 0 { -1 } else { n as i8 };
                let day = first.nth_weekday_of_month(n, jiff::civil::Weekday::Thursday).ok()?;
                at(day, Grain::Week)
            }
            Meaning::Season { season, year } => {
                use crate::lexicon::Season;
                let month = match season {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                };
                at(first(self.year_of_month(year, month, 3)?, month)?, Grain::Season(season))
            }
            Meaning::Share { n, of, year } => {
                let months = 12 / of;
                let month = (n - 1) * months + 1;
                let grain = if of == 4 { Grain::Quarter } else { Grain::Half };
                let year = match year {
                    Year::Near(tense) => self.year_of_share(month, months, tense)?,
                    year => self.plain_year(year)?,
                };
                at(first(year, month)?, grain)
            }
            Meaning::SameShare { year } => self.same_share(found, year),
            Meaning::Decade(n) => at(first(i16::try_from(n * 10).ok()?, 1)?, Grain::Decade),
            Meaning::Century(n) => at(first(i16::try_from(n * 100).ok()?, 1)?, Grain::Century),
            Meaning::Feast { feast, year } => {
                let year = match year {
                    Year::Near(_) | Year::Last | Year::Next => {
                        let day = feast.day(self.today.year())?;
                        self.year_of_day(year, day.month() as u8, day.day() as u8)?
                    }
                    year => self.plain_year(year)?,
                };
                at(feast.day(year)?, Grain::Day)
            }
            Meaning::Here => {
                let day = self
                    .day
                    .filter(|(_, at)| found.from - at < HERE)
                    .map_or(self.today, |(p, _)| p.day);
                at(day, Grain::Day)
            }
            _ => None,
        }
    }

    /// A year that does not depend on a month.
    fn plain_year(&self, year: Year) -> Option<i16> {
        let reference = self.any.map_or(self.today, |p| p.day).year();
        let year = match year {
            Year::Fixed(n) => i64::from(n),
            Year::Shift(by) => i64::from(self.today.year()) + by,
            Year::OfReference(by) => i64::from(reference) + by,
            Year::Last => i64::from(self.today.year()) - 1,
            Year::Next => i64::from(self.today.year()) + 1,
            Year::Near(_) => i64::from(self.today.year()),
        };
        i16::try_from(year).ok().filter(|y| (1..=9000).contains(y))
    }

    /// The year of a span of `months` that begins with `month`.
    fn year_of_month(&self, year: Year, month: u8, months: i32) -> Option<i16> {
        let now = i32::from(self.today.year()) * 12 + i32::from(self.today.month()) - 1;
        let this = i32::from(self.today.year()) * 12 + i32::from(month) - 1;
        let months = match year {
            Year::Last if this + months > now => this - 12,
            Year::Next if this <= now => this + 12,
            Year::Last | Year::Next => this,
            Year::Near(Some(Tense::Past)) if this > now => this - 12,
            Year::Near(Some(Tense::Future)) if this + months <= now => this + 12,
            Year::Near(Some(Tense::Past | Tense::Future)) => this,
            // No verb tells: papers speak of the months behind them and of the few ahead.
            Year::Near(_) if this - now > 3 => this - 12,
            Year::Near(_) => this,
            year => return self.plain_year(year),
        };
        i16::try_from(months.div_euclid(12)).ok()
    }

    /// The year of a day of the calendar. A day without a year is the nearest one, where the days
    /// that the verb's tense speaks against count as farther away.
    fn year_of_day(&self, year: Year, month: u8, day: u8) -> Option<i16> {
        let this = self.today.year();
        let distance = |year: i16| {
            let day = Date::new(year, month as i8, day.min(28) as i8).ok()?;
            self.today.until(day).ok().map(|s| s.get_days())
        };
        match year {
            Year::Last => Some(if distance(this)? < 0 { this } else { this - 1 }),
            Year::Next => Some(if distance(this)? > 0 { this } else { this + 1 }),
            Year::Near(tense) => {
                let (ahead, behind) = match tense {
                    Some(Tense::Past) => (4, 1),
                    Some(Tense::Future) => (1, 4),
                    Some(Tense::Present) | None => (2, 1),
                };
                let far = |year: &i16| match distance(*year) {
                    Some(days) if days > 0 => days * ahead,
                    Some(days) => -days * behind,
                    None => i32::MAX,
                };
                [this - 1, this, this + 1].into_iter().min_by_key(far)
            }
            year => self.plain_year(year),
        }
    }

    /// The year of a quarter or half without one.
    fn year_of_share(&self, month: u8, months: u8, tense: Option<Tense>) -> Option<i16> {
        let this = self.today.year();
        let now = self.today.month() as u8;
        Some(match tense {
            // Results of the quarter just over are "expected", too.
            Some(Tense::Future) if month + 2 * months <= now => this + 1,
            _ if month > now + 6 => this - 1,
            _ => this,
        })
    }

    fn weekday(&self, n: u8, pick: Pick) -> Option<Date> {
        let base = match pick {
            Pick::Previous | Pick::Following => self.day.map_or(self.today, |(p, _)| p.day),
            _ => self.today,
        };
        let ahead = (i64::from(n) - i64::from(base.weekday().to_monday_one_offset())).rem_euclid(7);
        let by = match pick {
            Pick::Next | Pick::Following if ahead == 0 => 7,
            Pick::Next | Pick::Following | Pick::Near(Some(Tense::Future)) => ahead,
            Pick::Near(_) if ahead == 0 => 0,
            Pick::Near(_) | Pick::Last | Pick::Previous => ahead - 7,
            Pick::Week(weeks) => {
                let today = i64::from(base.weekday().to_monday_one_offset());
                i64::from(n) - today + weeks * 7
            }
        };
        days(base, by)
    }

    fn shift(&self, found: &Found, unit: Unit, by: i64, grain: Unit, base: Base) -> Option<Point> {
        let compared =
            base == Base::Compared || (base == Base::Reference && by < 0 && unit == Unit::Year);
        if compared
            && unit == Unit::Year
            && let Some((share, _)) = self.share.filter(|(_, at)| found.from - at < COMPARED)
        {
            return Some(Point { day: years(share.day, by)?, ..share });
        }
        let base = match (base, unit) {
            (Base::Published | Base::Compared, _) => self.today,
            (Base::Reference, Unit::Day | Unit::Week | Unit::Weekend) => {
                self.day.map_or(self.today, |(p, _)| p.day)
            }
            (Base::Reference, Unit::Month) => self.month.map_or(self.today, |p| p.day),
            (Base::Reference, _) => self.any.map_or(self.today, |p| p.day),
        };
        let day = match unit {
            Unit::Day => days(base, by)?,
            Unit::Week | Unit::Weekend | Unit::Fortnight => days(base, by.checked_mul(7)?)?,
            Unit::Month => months(base, by)?,
            Unit::Quarter => months(base, by.checked_mul(3)?)?,
            Unit::Year => years(base, by)?,
            Unit::Decade => years(base, by.checked_mul(10)?)?,
            Unit::Century => years(base, by.checked_mul(100)?)?,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
        };
        let grain = match grain {
            Unit::Week | Unit::Fortnight => Grain::Week,
            Unit::Weekend => Grain::Weekend,
            Unit::Month => Grain::Month,
            Unit::Quarter => Grain::Quarter,
            Unit::Year => Grain::Year,
            Unit::Decade => Grain::Decade,
            Unit::Century => Grain::Century,
            _ => Grain::Day,
        };
        Some(Point { day, grain })
    }

    /// The quarter spoken of, in another year; where none was, the last one that is over, or for
    /// another year the whole of it.
    fn same_share(&self, found: &Found, year: Year) -> Option<Point> {
        let near = self.share.filter(|(_, at)| found.from - at < COMPARED).map(|(share, _)| share);
        match (near, year) {
            (Some(share), Year::Shift(by)) => Some(Point { day: years(share.day, by)?, ..share }),
            (Some(share), year) => Some(Point {
                day: first(self.plain_year(year)?, share.day.month() as u8)?,
                ..share
            }),
            (None, Year::Shift(by @ ..0)) if self.month.is_some() => {
                Some(Point { day: years(self.month?.day, by)?, grain: Grain::Month })
            }
            (None, Year::Shift(0)) => {
                Some(Point { day: months(self.today, -3)?, grain: Grain::Quarter })
            }
            (None, year) => {
                Some(Point { day: first(self.plain_year(year)?, 1)?, grain: Grain::Year })
            }
        }
    }
}

/// What a weekday is worth where the day is not known.
pub(crate) fn any_weekday(found: &Found) -> Option<String> {
    let Meaning::Weekday { n, .. } = found.meaning else { return None };
    let day = format!("XXXX-WXX-{n}");
    Some(found.clock.map_or(day.clone(), |clock| value::time(&day, clock)))
}
