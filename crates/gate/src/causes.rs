//! Errors with what is underneath them, for the operator's log.

use std::error::Error;

/// An error and its sources, one after the other.
pub(crate) fn causes<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error: &&'e (dyn Error + 'static)| {
        error.source()
    })
}

/// All of them on one line.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> String {
    let all: Vec<String> = causes(error).map(ToString::to_string).collect();
    all.join(": ")
}

/// The same for people: what a source only repeats is left out.
pub fn in_full(error: &(dyn Error + 'static)) -> String {
    causes(error).fold(String::new(), |text, error| {
        let cause = error.to_string();
        match text.as_str() {
            "" => cause,
            told if told.contains(&cause) => text,
            _ => format!("{text}: {cause}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fmt, io};

    #[derive(Debug)]
    struct Told(&'static str, io::Error);

    impl fmt::Display for Told {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Told {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.1)
        }
    }

    #[test]
    fn sources_follow_and_repetitions_are_left_out_for_people() {
        let error = Told("cannot connect", io::Error::other("refused"));
        assert_eq!(chain(&error), "cannot connect: refused");
        assert_eq!(in_full(&error), "cannot connect: refused");
        let error = Told("cannot connect: refused", io::Error::other("refused"));
        assert_eq!(chain(&error), "cannot connect: refused: refused");
        assert_eq!(in_full(&error), "cannot connect: refused");
    }
}
