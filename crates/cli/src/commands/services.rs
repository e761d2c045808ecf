//! `jalousie services`.
use crate::exit::{Error, Exit};
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}
pub(crate) fn run(_: &Arguments) -> Result<Exit, Error> { Ok(Exit::Done) }
