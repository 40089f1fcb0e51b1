//! A page stays small, so that it opens at once and can be looked through.

use super::Site;
use crate::problem::Problem;

/// How many bytes a page may have.
const MOST: usize = 200_000;

/// The page on which mdBook repeats all others, to be printed.
const WHOLE: &str = "print.html";

/// Looks for pages that have grown too large.
pub fn check(site: &Site) -> Vec<Problem> {
    let sizes = site.sizes.iter();
    let large = sizes.filter(|&(page, &size)| size > MOST && page != WHOLE);
    large
        .map(|(page, size)| {
            let words = format!("has {size} bytes, and a page may have {MOST}; split it");
            Problem::in_file(page, words)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_that_is_too_large_is_found() {
        let mut site = Site::default();
        site.sizes.insert("a.html".into(), MOST);
        site.sizes.insert("b.html".into(), MOST + 1);
        site.sizes.insert(WHOLE.into(), MOST + 1);
        let problems = check(&site);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].to_string().starts_with("b.html: has 200001"));
    }
}
