//! Rust source as far as these tests read it: names and literals, without comments.

use std::{fs, path::Path};

/// One file below `src`.
pub(crate) struct Source {
    /// Such as `src/intake/spool.rs`.
    pub(crate) path: String,
    pub(crate) lines: usize,
    /// Names, and each other character that is no space, in their order.
    pub(crate) tokens: Vec<String>,
    /// What stands between quotation marks.
    pub(crate) literals: Vec<String>,
}

impl Source {
    /// Every file below `src`.
    pub(crate) fn all() -> Vec<Self> {
        let mut all = Vec::new();
        read_below(Path::new("src"), &mut all);
        assert!(all.len() > 50, "run these tests in the package's own folder");
        all
    }

    pub(crate) fn is_below(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }

    /// Whether a name stands anywhere outside comments and literals.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.tokens.iter().any(|token| token == name)
    }

    /// The path of names that begins at each use of `first`, such as `sqlx::PgPool`.
    pub(crate) fn paths_from(&self, first: &str) -> Vec<String> {
        let begins = self.tokens.iter().enumerate().filter(|(_, token)| *token == first);
        begins.map(|(place, _)| self.tokens[place..].iter().take(4).map(String::as_str).collect()).collect()
    }
}

fn read_below(folder: &Path, all: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let (tokens, literals) = read(&text);
            let path = path.to_str().unwrap().to_owned();
            all.push(Source { path, lines: text.lines().count(), tokens, literals });
        }
    }
}

/// Tokens and literals. Knows just enough of Rust for code that compiles.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut tokens, mut literals) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").unwrap() + 2
        } else if let Some(hashes) = raw(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = rest.find('"').unwrap() + 1;
            let length = rest[start..].find(&end).unwrap();
            literals.push(rest[start..start + length].to_owned());
            start + length + end.len()
        } else if first == '"' {
            let length = quoted(&rest[1..]);
            literals.push(rest[1..=length].to_owned());
            length + 2
        } else if first == '\'' {
            character(rest)
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    (tokens, literals)
}

/// How many `#` a raw string that begins here has.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r').or_else(|| rest.strip_prefix("br"))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Bytes up to the closing quotation mark.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// Bytes of a character literal, or of a lifetime's mark alone.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        // The escaped character may itself be a quotation mark.
        Some((_, '\\')) => rest[3..].find('\'').map_or(1, |end| end + 4),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

#[test]
fn names_are_told_from_comments_and_literals() {
    let text = "let a = \"b \\\" // c\"; /* d */ let e: &'f str = r#\"g \" h\"#; // i\nlet j = ['\\'', '\"', 'k']; l::m!(b\"n\")";
    let (tokens, literals) = read(text);
    let names: Vec<_> = tokens.iter().filter(|token| token.starts_with(char::is_alphabetic)).collect();
    assert_eq!(names, ["let", "a", "let", "e", "f", "str", "let", "j", "l", "m", "b"]);
    assert_eq!(literals, ["b \\\" // c", "g \" h", "n"]);
}
