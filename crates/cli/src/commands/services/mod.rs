//! `jalousie services`: the catalogue, as a list, in detail, as JSON, and put to the test.

mod detail;
mod json;
mod page;
mod tag;
mod test;

use crate::colour::Paint;
use crate::config::{self, Loaded};
use crate::exit::{Error, Exit};
use jalousie_core::catalogue::{Catalogue, Service};
use jalousie_core::document::{alternatives, suggestion};
use std::io::{self, Write};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  jalousie services                          all services
  jalousie services --category maps          those of one category
  jalousie services ID                       one of them, in detail
  jalousie services --json | jq '.[].id'     for programs
  jalousie services test https://player.example/1
  jalousie services test '<iframe src=\"https://player.example/1\"></iframe>'
  xclip -o | jalousie services test -        what was just copied from a third party's page";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The service to show in detail
    id: Option<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
    /// Write all as a page in Markdown
    #[arg(long, conflicts_with_all = ["id", "json", "category"])]
    page: bool,
    /// Only services of this category
    #[arg(long, value_name = "ID", conflicts_with = "id")]
    category: Option<String>,
    #[command(flatten)]
    from: From,
}

/// Whose services.
#[derive(Debug, clap::Args)]
struct From {
    #[command(flatten)]
    source: config::Source,
    /// A folder of services, or a whole catalogue, in place of `[services] folder`
    #[arg(long, value_name = "FOLDER")]
    catalogue: Option<PathBuf>,
}

impl From {
    fn load(&self) -> Result<Loaded, Error> {
        Ok(config::load(&self.source, self.catalogue.as_deref())?)
    }
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Say which service an address or markup belongs to, and why
    Test(test::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    if let Some(Command::Test(arguments)) = &arguments.command {
        return test::run(arguments);
    }
    let loaded = arguments.from.load()?;
    let catalogue = &*loaded.settings().catalogue;
    let mut output = io::stdout().lock();
    if arguments.page {
        let site = loaded.settings();
        page::write(catalogue, site.texts.language(&site.language), &mut output)?;
        return Ok(Exit::Done);
    }
    match &arguments.id {
        Some(id) => {
            let service = service(catalogue, id)?;
            if arguments.json {
                writeln!(output, "{:#}", json::service(service))?;
            } else {
                detail::write(service, Paint::on(&io::stdout()), &mut output)?;
            }
        }
        None => {
            let services = of_category(catalogue, arguments.category.as_deref())?;
            if arguments.json {
                let all: Vec<_> = services.into_iter().map(json::service).collect();
                writeln!(output, "{:#}", serde_json::Value::from(all))?;
            } else {
                table(&services, &mut output)?;
            }
        }
    }
    Ok(Exit::Done)
}

fn service<'c>(catalogue: &'c Catalogue, id: &str) -> Result<&'c Service, Error> {
    catalogue.service(id).ok_or_else(|| {
        let guess = suggestion(
            id,
            catalogue
                .services()
                .iter()
                .map(|service| service.id.as_str()),
        );
        let guess = guess.map_or(String::new(), |guess| format!("; did you mean {guess}?"));
        format!("no service {id:?}: expected an id, as `jalousie services` lists them{guess}")
            .into()
    })
}

fn of_category<'c>(
    catalogue: &'c Catalogue,
    category: Option<&str>,
) -> Result<Vec<&'c Service>, Error> {
    let Some(category) = category else {
        return Ok(catalogue.services().iter().collect());
    };
    if catalogue.category(category).is_none() {
        let ids: Vec<&str> = catalogue
            .categories()
            .iter()
            .map(|category| category.id.as_str())
            .collect();
        let guess = suggestion(category, ids.iter().copied());
        let guess = guess.map_or(String::new(), |guess| format!("; did you mean {guess}?"));
        return Err(format!(
            "no category {category:?}: expected {}{guess}",
            alternatives(ids)
        )
        .into());
    }
    Ok(catalogue
        .services()
        .iter()
        .filter(|service| service.category == category)
        .collect())
}

/// One line per service, with the columns below each other.
fn table(services: &[&Service], output: &mut impl Write) -> io::Result<()> {
    let paint = Paint::on(&io::stdout());
    let rows = services.iter().map(|service| {
        let country = service.country.as_deref().unwrap_or("–");
        [
            service.id.as_str(),
            &service.name,
            &service.category,
            country,
            &service.entity,
        ]
    });
    let rows: Vec<[&str; 5]> = std::iter::once(["ID", "NAME", "CATEGORY", "IN", "RECIPIENT"])
        .chain(rows)
        .collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2), width(3)];
    for (at, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let painted = match (at, column) {
                (0, _) => paint.strong(cell),
                (_, 0) => paint.name(cell),
                _ => (*cell).into(),
            };
            line.push_str(&painted);
            if let Some(width) = widths.get(column) {
                // Counted by hand: colours have no width.
                line.push_str(&" ".repeat(width + 2 - cell.chars().count()));
            }
        }
        writeln!(output, "{line}")?;
    }
    Ok(())
}
