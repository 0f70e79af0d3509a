//! The questionnaire by its public door: `amanat questionnaire`.
#![cfg(feature = "intake")]
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]

mod broken;
mod locales;
mod made;

use std::{
    path::Path,
    process::{Command, Output},
};

const SHIPPED: &str = include_str!("../../config/questionnaire.toml");

fn amanat(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amanat"));
    command.arg("questionnaire").args(arguments).current_dir(folder).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
