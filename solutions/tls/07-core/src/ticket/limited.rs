//! A map that forgets what it has held for longest.

use core::borrow::Borrow;
use core::hash::Hash;
use std::collections::{BTreeMap, HashMap};

/// Holds at most so many entries; a new one drives out the one that came first.
pub(crate) struct LimitedCache<K, V> {
    entries: HashMap<K, Entry<V>>,
    /// The keys by when they came.
    by_age: BTreeMap<u64, K>,
    next: u64,
    limit: usize,
}

struct Entry<V> {
    came: u64,
    value: V,
}

impl<K: Eq + Hash + Clone, V> LimitedCache<K, V> {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            entries: HashMap::new(),
            by_age: BTreeMap::new(),
            next: 0,
            limit,
        }
    }

    /// Puts a value in, in place of an earlier one with the same key.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        self.remove(&key);
        if self.limit == 0 {
            return;
        }
        if self.entries.len() == self.limit
            && let Some((_, oldest)) = self.by_age.pop_first()
        {
            self.entries.remove(&oldest);
        }
        let came = self.next;
        self.next += 1;
        self.by_age.insert(came, key.clone());
        self.entries.insert(key, Entry { came, value });
    }

    pub(crate) fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.entries.get(key).map(|entry| &entry.value)
    }

    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.entries.get_mut(key).map(|entry| &mut entry.value)
    }

    /// The value under `key`, a new one if there is none yet. `None` only if nothing can
    /// be held.
    pub(crate) fn get_or_default(&mut self, key: &K) -> Option<&mut V>
    where
        V: Default,
    {
        if !self.entries.contains_key(key) {
            self.insert(key.clone(), V::default());
        }
        self.get_mut(key)
    }

    pub(crate) fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let entry = self.entries.remove(key)?;
        self.by_age.remove(&entry.came);
        Some(entry.value)
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_to_come_is_the_first_to_go() {
        let mut cache = LimitedCache::new(2);
        for key in 1..=3 {
            cache.insert(key, key * 10);
        }
        assert_eq!(cache.get(&1), None);
        assert_eq!(cache.get(&2), Some(&20));
        assert_eq!(cache.get(&3), Some(&30));
    }

    #[test]
    fn a_new_value_for_a_key_drives_out_nothing_else() {
        let mut cache = LimitedCache::new(2);
        cache.insert("a", 1);
        cache.insert("b", 2);
        cache.insert("a", 3);
        assert_eq!((cache.get(&"a"), cache.get(&"b")), (Some(&3), Some(&2)));
        // `a` is the younger one now.
        cache.insert("c", 4);
        assert_eq!((cache.get(&"a"), cache.get(&"b")), (Some(&3), None));
    }

    #[test]
    fn what_is_removed_makes_room_and_is_gone() {
        let mut cache = LimitedCache::new(2);
        cache.insert(1, ());
        cache.insert(2, ());
        assert_eq!(cache.remove(&1), Some(()));
        assert_eq!(cache.remove(&1), None);
        cache.insert(3, ());
        assert!(cache.get(&2).is_some() && cache.get(&3).is_some());
        assert_eq!((cache.len(), cache.by_age.len()), (2, 2));
    }

    #[test]
    fn it_never_holds_more_than_its_limit() {
        for limit in 0..4 {
            let mut cache = LimitedCache::new(limit);
            for step in 0..100_u32 {
                let key = step * 7 % 11;
                match step % 3 {
                    0 => drop(cache.remove(&key)),
                    1 => drop(cache.get_or_default(&key)),
                    _ => cache.insert(key, step),
                }
                assert!(cache.len() <= limit);
                assert_eq!(cache.by_age.len(), cache.len());
            }
        }
    }
}
