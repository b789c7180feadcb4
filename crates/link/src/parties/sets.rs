//! Disjoint sets of numbers.

/// Numbers from 0, joined into sets. The root of a set is its smallest number, so that the order
/// of joining leaves no trace.
#[derive(Debug, Clone)]
pub struct Sets {
    parent: Vec<usize>,
    joined: Vec<bool>,
}

impl Sets {
    /// So many sets of one.
    pub fn new(count: usize) -> Self {
        Sets { parent: (0..count).collect(), joined: vec![false; count] }
    }

    /// The smallest number of the set.
    pub fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Makes one set of two.
    pub fn join(&mut self, a: usize, b: usize) {
        if a == b {
            return;
        }
        (self.joined[a], self.joined[b]) = (true, true);
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// Whether it was never joined with another.
    pub fn is_alone(&self, at: usize) -> bool {
        !self.joined[at]
    }
}
