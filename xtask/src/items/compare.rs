//! What differs between two files beside the items that a learner writes.

use std::collections::BTreeMap;

use super::{Item, Kind, items, ownership};
use crate::manifest::Step;

/// The paths of the items that no step owns and that differ between the two
/// texts of `file`. Comments, docs, `use`, inner attributes and test modules
/// make no difference.
pub fn unowned_differences(
    steps: &[Step],
    file: &str,
    one: &str,
    other: &str,
) -> Result<Vec<String>, syn::Error> {
    let one = unowned(steps, file, &items(one)?);
    let other = unowned(steps, file, &items(other)?);
    let mut paths: Vec<&String> = one.keys().chain(other.keys()).collect();
    paths.sort();
    paths.dedup();
    Ok(paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect())
}

fn unowned(steps: &[Step], file: &str, items: &[Item]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in items {
        if matches!(item.kind, Kind::Use | Kind::TestOnly) {
            continue;
        }
        let owned = ownership::owner(steps, file, Some(&item.path)).is_some();
        let divided = item.kind == Kind::Inherent || ownership::is_divided(steps, &item.path);
        if !(item.is_container() && divided) {
            if !owned {
                let mut tokens = item.tokens.clone();
                for child in &item.children {
                    tokens += &child.tokens;
                }
                found.entry(item.path.clone()).or_default().push(tokens);
            }
            continue;
        }
        let inner = unowned(steps, file, &item.children);
        // The header of an impl that holds nothing but the learner's functions is
        // theirs to change: `impl Payload` becomes `impl<'a> Payload<'a>`.
        if !owned && !inner.is_empty() {
            let headers = found.entry(item.path.clone()).or_default();
            headers.push(item.tokens.clone());
        }
        for (path, tokens) in inner {
            found.entry(path).or_default().extend(tokens);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::ownership::tests::steps;

    fn differences(owns: &[&str], one: &str, other: &str) -> Vec<String> {
        unowned_differences(&steps(&[owns]), "lib.rs", one, other).unwrap()
    }

    #[test]
    fn what_a_step_owns_may_differ() {
        let one = "struct R; impl R { fn a() { 1 } fn b() {} }";
        let other = "struct R; impl R { fn a() { 2 } fn b() {} fn c() {} }";
        assert_eq!(differences(&["R::a", "R::c"], one, other), [""; 0]);
        assert_eq!(differences(&["R::a"], one, other), ["R::c"]);
        assert_eq!(differences(&["R::c"], one, other), ["R::a"]);
        assert_eq!(differences(&["R"], one, other), [""; 0]);
    }

    #[test]
    fn comments_docs_uses_and_tests_make_no_difference() {
        let one = "//! A.\nuse a::b;\n/// Docs.\nfn f() {} // more";
        let other = "//! B.\n#![allow(dead_code)]\nfn f() { } #[cfg(test)] mod tests {}";
        assert_eq!(differences(&[], one, other), [""; 0]);
        let third = "#[inline] fn f() {}";
        assert_eq!(differences(&[], one, third), ["f"]);
    }

    #[test]
    fn headers_count_while_something_unowned_is_inside() {
        let one = "impl P { fn a() {} fn b() {} }";
        let other = "impl<'a> P<'a> { fn a() {} fn b() {} }";
        assert_eq!(differences(&["P::a"], one, other), ["P"]);
        assert_eq!(differences(&["P::a", "P::b"], one, other), [""; 0]);
    }

    #[test]
    fn a_divided_trait_impl_is_compared_by_its_parts() {
        let one = "impl C for U { fn read() { 1 } fn encode() {} }";
        let other = "impl C for U { fn read() { 2 } fn encode() {} }";
        assert_eq!(differences(&["<U as C>::read"], one, other), [""; 0]);
        assert_eq!(
            differences(&["<U as C>::encode"], one, other),
            ["<U as C>::read"]
        );
        assert_eq!(differences(&[], one, other), ["<U as C>"]);
    }
}
