// `<T>::new` looks at inherent items first, then at traits; `<T as Trait>::new` at that trait
// alone. Each of them names what it means, so both are found.

fn main() {
    <String>::default();
    <String as Default>::default();
}
