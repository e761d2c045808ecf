use super::*;

#[test]
fn the_embedded_catalogue_has_no_errors() {
    if let Err(found) = Catalogue::embedded() {
        panic!("{found}");
    }
}
