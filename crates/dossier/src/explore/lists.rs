//! Many short lists of numbers, kept as two long ones.

/// Lists of numbers, one after another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists {
    ends: Vec<u32>,
    all: Vec<u32>,
}

impl Lists {
    /// So many lists of what is paired with their numbers; each sorted, everything in it once.
    pub fn of_pairs(count: usize, mut pairs: Vec<(u32, u32)>) -> Lists {
        pairs.sort_unstable();
        pairs.dedup();
        let end = |at: u32| pairs.partition_point(|&(of, _)| of <= at) as u32;
        Lists {
            ends: (0..count as u32).map(end).collect(),
            all: pairs.iter().map(|&(_, item)| item).collect(),
        }
    }

    /// The list with this number.
    pub fn of(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.all[start..self.ends[at] as usize]
    }
}
