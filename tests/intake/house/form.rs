//! A filled-in form as a browser sends it (RFC 7578).

use crate::sound::wav;

pub const BOUNDARY: &str = "----geckoformboundary7a1c2e3d";

#[derive(Clone, Default)]
pub struct Form {
    parts: Vec<Vec<u8>>,
}

impl Form {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn text(text: &str) -> Self {
        Self::new().field("testimony", text)
    }

    pub fn field(self, name: &str, value: &str) -> Self {
        self.raw(&format!("Content-Disposition: form-data; name=\"{name}\""), value.as_bytes())
    }

    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.raw(&Self::file_head(name), bytes)
    }

    /// A file that is kept as it is: a WAV of these samples.
    pub fn sound(self, name: &str, samples: &[u8]) -> Self {
        self.file(name, &wav(samples))
    }

    pub fn raw(mut self, head: &str, bytes: &[u8]) -> Self {
        self.parts.push([format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes(), bytes, b"\r\n"].concat());
        self
    }

    fn file_head(name: &str) -> String {
        format!(
            "Content-Disposition: form-data; name=\"attachments\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream"
        )
    }

    pub fn body(&self) -> Vec<u8> {
        let mut body = self.parts.concat();
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        body
    }

    pub fn head(&self, path: &str) -> String {
        Self::head_of(path, self.body().len() as u64)
    }

    pub fn head_of(path: &str, length: u64) -> String {
        format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n\
             Content-Length: {length}\r\n\r\n"
        )
    }

    /// What comes before and after the bytes of one more file.
    pub fn around_file(&self, name: &str) -> (Vec<u8>, Vec<u8>) {
        let start = [self.parts.concat(), format!("--{BOUNDARY}\r\n{}\r\n\r\n", Self::file_head(name)).into_bytes()];
        (start.concat(), format!("\r\n--{BOUNDARY}--\r\n").into_bytes())
    }
}
