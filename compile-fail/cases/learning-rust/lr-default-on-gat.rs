// On an associated type with parameters a default is no lint but an error: allowing the lint
// does not help.
#![allow(invalid_type_param_default)]

trait Family {
    type Member<T = String>;
}

fn main() {}
