//! The parts of a life that a contact can be about (leefgebieden): our own short list, never filled in by
//! duty (AP, 15 February 2018).

use crate::words::words;

words! {
    /// A part of a life. Not spoken about is the normal state of each.
    LifeDomain {
        /// A place to live.
        Housing = "housing",
        /// Money and debt.
        Money = "money",
        /// School and work.
        SchoolWork = "school_work",
        /// Family and home.
        Family = "family",
        /// Friends, neighbours, helpers.
        Network = "network",
        /// Health of body and mind.
        Health = "health",
        /// Safety and justice.
        Safety = "safety",
        /// Spare time.
        Leisure = "leisure",
    }
}

/// A set of life domains as one stored value; words of a later version stay in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LifeDomains {
    known: Vec<LifeDomain>,
    unknown: Vec<String>,
}

impl LifeDomains {
    /// A set of these, each once, in the order of the list.
    pub fn of(domains: impl IntoIterator<Item = LifeDomain>) -> LifeDomains {
        let mut known: Vec<LifeDomain> = domains.into_iter().collect();
        known.sort_unstable();
        known.dedup();
        LifeDomains {
            known,
            unknown: Vec::new(),
        }
    }

    /// Those that this version knows.
    pub fn known(&self) -> &[LifeDomain] {
        &self.known
    }

    /// These domains, and of the former set the words that this version does not know: choosing must not lose
    /// what somebody with a newer version chose.
    pub(crate) fn replacing(self, former: &LifeDomains) -> LifeDomains {
        LifeDomains {
            unknown: former.unknown.clone(),
            ..self
        }
    }

    /// Reads words with spaces between.
    pub(crate) fn parse(words: &str) -> LifeDomains {
        let mut domains = LifeDomains::default();
        for word in words.split_whitespace() {
            match LifeDomain::parse(word) {
                Some(domain) => domains.known.push(domain),
                None => domains.unknown.push(word.to_owned()),
            }
        }
        domains.known.sort_unstable();
        domains.known.dedup();
        domains.unknown.sort_unstable();
        domains.unknown.dedup();
        domains
    }

    /// Words with spaces between, one spelling for one set.
    pub(crate) fn stored(&self) -> String {
        let known = self.known.iter().map(|domain| domain.as_str());
        let words: Vec<&str> = known
            .chain(self.unknown.iter().map(String::as_str))
            .collect();
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_one_spelling_and_keeps_what_a_later_version_added() {
        let read = LifeDomains::parse("money travel housing money");
        assert_eq!(read.known(), [LifeDomain::Housing, LifeDomain::Money]);
        let chosen = LifeDomains::of([LifeDomain::Safety]).replacing(&read);
        assert_eq!(chosen.stored(), "safety travel");
        assert_eq!(LifeDomains::default().stored(), "");
    }
}
