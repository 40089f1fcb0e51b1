//! A list of extensions that can be changed at will.

use codec::ExtensionType;

use crate::msgs::encode::{extension, vector_u16};

/// Extensions in their order, with their data.
#[derive(Debug, Clone, Default)]
pub struct Extensions(Vec<(ExtensionType, Vec<u8>)>);

impl Extensions {
    /// Adds one at the end, whether it is there already or not.
    pub fn add(&mut self, extension_type: ExtensionType, data: &[u8]) {
        self.0.push((extension_type, data.to_vec()));
    }

    /// Replaces the data of one that is there, or adds it.
    pub fn set(&mut self, extension_type: ExtensionType, data: &[u8]) {
        match self
            .0
            .iter_mut()
            .find(|(known, _)| *known == extension_type)
        {
            Some((_, old)) => *old = data.to_vec(),
            None => self.add(extension_type, data),
        }
    }

    /// Takes one out that is there.
    pub fn remove(&mut self, extension_type: ExtensionType) {
        let before = self.0.len();
        self.0.retain(|(known, _)| *known != extension_type);
        assert_ne!(before, self.0.len(), "{extension_type:?} is not there");
    }

    /// Adds one that is there a second time.
    pub fn double(&mut self, extension_type: ExtensionType) {
        let again = self.0.iter().find(|(known, _)| *known == extension_type);
        self.0.push(again.expect("it is there").clone());
    }

    pub fn types(&self) -> Vec<ExtensionType> {
        self.0
            .iter()
            .map(|(extension_type, _)| *extension_type)
            .collect()
    }

    /// Appends the list with its length.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        vector_u16(bytes, |bytes| {
            for (extension_type, data) in &self.0 {
                extension(bytes, *extension_type, |bytes| {
                    bytes.extend_from_slice(data)
                });
            }
        });
    }
}
