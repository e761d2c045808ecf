//! Prometheus' text format, version 0.0.4.

use super::value::BOUNDS;
use super::{Counter, Family, Histogram, Label, Named};
use std::fmt::{Display, Write as _};

/// The text that Prometheus reads, as it grows.
#[derive(Debug, Default)]
pub(super) struct Text(String);

impl Text {
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn head(&mut self, name: &str, kind: &str, help: &str) {
        self.line(format_args!("# HELP {name} {help}"));
        self.line(format_args!("# TYPE {name} {kind}"));
    }

    fn line(&mut self, line: impl Display) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{line}");
    }

    pub(super) fn counter(&mut self, name: &str, help: &str, counter: &Counter) {
        self.head(name, "counter", help);
        self.line(format_args!("{name} {}", counter.get()));
    }

    pub(super) fn gauge(&mut self, name: &str, help: &str, value: impl Display) {
        self.head(name, "gauge", help);
        self.line(format_args!("{name} {value}"));
    }

    pub(super) fn family<L: Label>(
        &mut self,
        name: &str,
        help: &str,
        label: &str,
        family: &Family<L>,
    ) {
        self.head(name, "counter", help);
        for value in L::ALL {
            self.line(format_args!(
                "{name}{{{label}=\"{}\"}} {}",
                value.name(),
                family.of(*value).get()
            ));
        }
    }

    pub(super) fn grid<A: Label, B: Label>(
        &mut self,
        name: &str,
        help: &str,
        labels: [&str; 2],
        grid: &[Family<B>],
    ) {
        self.head(name, "counter", help);
        let [first, second] = labels;
        for (a, family) in A::ALL.iter().zip(grid) {
            for b in B::ALL {
                let number = family.of(*b).get();
                self.line(format_args!(
                    "{name}{{{first}=\"{}\",{second}=\"{}\"}} {number}",
                    a.name(),
                    b.name()
                ));
            }
        }
    }

    pub(super) fn named<const N: usize>(
        &mut self,
        name: &str,
        help: &str,
        labels: [&str; N],
        named: &Named<N>,
    ) {
        self.head(name, "counter", help);
        named.each(|values, number| {
            let pairs = labels
                .iter()
                .zip(values)
                .map(|(label, value)| format!("{label}=\"{}\"", escaped(value)));
            let pairs: Vec<String> = pairs.collect();
            self.line(format_args!("{name}{{{}}} {number}", pairs.join(",")));
        });
    }

    pub(super) fn info(&mut self, name: &str, help: &str, label: &str, value: &str) {
        self.head(name, "gauge", help);
        self.line(format_args!("{name}{{{label}=\"{}\"}} 1", escaped(value)));
    }

    pub(super) fn histogram(&mut self, name: &str, help: &str, histogram: &Histogram) {
        self.head(name, "histogram", help);
        let counts = histogram.cumulative();
        for (bound, count) in BOUNDS.iter().zip(counts) {
            self.line(format_args!(
                "{name}_bucket{{le=\"{}\"}} {count}",
                *bound as f64 / 1e3
            ));
        }
        let all = counts[BOUNDS.len()];
        self.line(format_args!("{name}_bucket{{le=\"+Inf\"}} {all}"));
        self.line(format_args!("{name}_sum {}", histogram.seconds()));
        self.line(format_args!("{name}_count {all}"));
    }
}

fn escaped(value: &str) -> String {
    value
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
