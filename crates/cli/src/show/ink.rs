//! Marks, colours and words of the acts.

use gainsay_record::Act;

/// How a stretch of text is printed. Colour belongs to acts, never to parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As it comes.
    Plain,
    /// Names and headings.
    Strong,
    /// What stands around the thing itself.
    Faint,
    /// An act's mark and verb.
    Act(Act),
}

impl Ink {
    /// The SGR parameters, or none where nothing needs to be said.
    pub fn code(self) -> Option<String> {
        match self {
            Ink::Plain => None,
            Ink::Strong => Some("1".to_owned()),
            Ink::Faint => Some("2".to_owned()),
            Ink::Act(act) => color(act).map(|color| format!("1;38;5;{color}")),
        }
    }
}

/// The shape that stands for an act. Shape and colour say the same, so that neither is needed.
pub fn mark(act: Act) -> char {
    match act {
        Act::Accuse => '▲',
        Act::Criticize => '△',
        Act::Deny => '▼',
        Act::Admit => '◐',
        Act::Demand => '◆',
        Act::Refuse => '■',
        Act::Threaten => '✕',
        Act::Promise => '●',
        Act::Praise => '+',
        Act::Decline => '–',
        Act::State => '○',
    }
}

/// Okabe and Ito's hues in the 256 colours every terminal has, darkened where they would not stand
/// out from white paper. `None`: no colour of its own.
fn color(act: Act) -> Option<u8> {
    match act {
        Act::Accuse | Act::Threaten => Some(166),  // vermillion
        Act::Criticize | Act::Demand => Some(136), // orange
        Act::Deny => Some(25),                     // blue
        Act::Admit => Some(32),                    // sky blue
        Act::Refuse => Some(132),                  // reddish purple
        Act::Promise | Act::Praise => Some(29),    // bluish green
        Act::Decline | Act::State => None,
    }
}

/// What the speaker does, as a verb: "denies".
pub fn verb(act: Act) -> &'static str {
    match act {
        Act::Accuse => "accuses",
        Act::Criticize => "criticizes",
        Act::Deny => "denies",
        Act::Admit => "admits",
        Act::Demand => "demands",
        Act::Refuse => "refuses",
        Act::Threaten => "threatens",
        Act::Promise => "promises",
        Act::Praise => "praises",
        Act::Decline => "declines to comment",
        Act::State => "states",
    }
}

/// What stands between the verb and whom it is aimed at: "denies *a charge by* Lorrimond".
pub fn toward(act: Act) -> &'static str {
    match act {
        Act::Deny => "a charge by ",
        Act::Admit | Act::Decline => "to ",
        Act::Demand => "of ",
        Act::State => "of ",
        Act::Accuse | Act::Criticize | Act::Refuse | Act::Threaten | Act::Promise | Act::Praise => {
            ""
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of one of the 216 colours of the cube, by WCAG.
    fn luminance(color: u8) -> f64 {
        let level = |step: u8| if step == 0 { 0.0 } else { f64::from(55 + 40 * step) / 255.0 };
        let linear = |c: f64| {
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let (cube, weights) = (color - 16, [0.2126, 0.7152, 0.0722]);
        let steps = [cube / 36, cube / 6 % 6, cube % 6];
        steps.iter().zip(weights).map(|(&step, weight)| weight * linear(level(step))).sum()
    }

    #[test]
    fn every_colour_stands_out_from_black_and_from_white() {
        for color in Act::ALL.into_iter().filter_map(color) {
            let own = luminance(color) + 0.05;
            assert!(1.05 / own >= 3.0, "{color} on white: {:.2}", 1.05 / own);
            assert!(own / 0.05 >= 3.0, "{color} on black: {:.2}", own / 0.05);
        }
    }

    #[test]
    fn no_two_acts_share_a_mark() {
        let mut marks = Act::ALL.map(mark);
        marks.sort_unstable();
        assert!(marks.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
