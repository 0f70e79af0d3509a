//! Somebody with a browser, down to the bytes: HTTP/1.1 over TLS 1.3.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    sync::Arc,
    time::Duration,
};

use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
};

use super::form::Form;
use crate::sound;

/// Characters of a form's token, and the head of a stored block of so many bytes.
const TOKEN: usize = 48;
const TOKEN_BLOCK: [u8; 5] = [0, 48, 0, !48, 0xff];

type Stream = StreamOwned<ClientConnection, TcpStream>;

pub struct Visitor {
    port: u16,
    roots: RootCertStore,
    tls: Arc<ClientConfig>,
    connection: Option<BufReader<Stream>>,
}

pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn is_thanks(&self) -> bool {
        self.status == 303 && self.header("location").is_some_and(|page| page.ends_with("/thanks"))
    }

    /// The address that the form on this page is sent to.
    pub fn action(&self) -> &str {
        self.body.split_once("action=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(action, _)| action)
    }

    /// The page's heading.
    pub fn heading(&self) -> &str {
        self.body.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>")).map_or("", |(heading, _)| heading)
    }
}

impl Visitor {
    pub fn new(port: u16, trusted: &Path) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(&fs::read(trusted).unwrap()).unwrap()).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let tls = Arc::new(builder.with_root_certificates(roots.clone()).with_no_client_auth());
        Self { port, roots, tls, connection: None }
    }

    pub fn connect(&mut self) -> io::Result<&mut BufReader<Stream>> {
        if self.connection.is_none() {
            let tcp = TcpStream::connect(("127.0.0.1", self.port))?;
            self.connection = Some(self.secured(tcp)?);
        }
        Ok(self.connection.as_mut().unwrap())
    }

    /// Goes on over a connection that was made before.
    pub fn over(mut self, tcp: TcpStream) -> Self {
        self.connection = Some(self.secured(tcp).unwrap());
        self
    }

    fn secured(&self, tcp: TcpStream) -> io::Result<BufReader<Stream>> {
        tcp.set_read_timeout(Some(Duration::from_mins(2)))?;
        tcp.set_write_timeout(Some(Duration::from_mins(2)))?;
        tcp.set_nodelay(true)?;
        let name = ServerName::try_from("127.0.0.1").unwrap();
        let tls = ClientConnection::new(Arc::clone(&self.tls), name).map_err(io::Error::other)?;
        Ok(BufReader::new(StreamOwned::new(tls, tcp)))
    }

    /// Shakes hands, offering one group for the key exchange or, with none, all that this library has; gives the one chosen.
    pub fn negotiates(&self, only: Option<&str>) -> String {
        let mut provider = rustls::crypto::aws_lc_rs::default_provider();
        provider.kx_groups.retain(|group| only.is_none_or(|only| format!("{:?}", group.name()) == only));
        let builder =
            ClientConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions().unwrap();
        let tls = builder.with_root_certificates(self.roots.clone()).with_no_client_auth();
        let mut client = ClientConnection::new(Arc::new(tls), ServerName::try_from("127.0.0.1").unwrap()).unwrap();
        let mut tcp = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        while client.is_handshaking() {
            client.complete_io(&mut tcp).unwrap();
        }
        format!("{:?}", client.negotiated_key_exchange_group().unwrap().name())
    }

    pub fn hangs_up(&mut self) {
        self.connection = None;
    }

    /// Writes bytes as they are.
    pub fn writes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let stream = self.connect()?.get_mut();
        stream.write_all(bytes)?;
        stream.flush()
    }

    /// Reads one response. A closed or broken connection is an error, and is forgotten.
    pub fn reads(&mut self) -> io::Result<Response> {
        let response = self.try_read();
        let closes = response.as_ref().map_or(true, |response| response.header("connection") == Some("close"));
        if closes {
            self.hangs_up();
        }
        response
    }

    fn try_read(&mut self) -> io::Result<Response> {
        let reader = self.connect()?;
        loop {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                if reader.read_line(&mut head)? == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            let status =
                head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
            if status == 100 {
                continue;
            }
            let mut response = Response { status, head: head.replace("\r\n", "\n"), body: String::new() };
            let length = response.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            let mut body = vec![0; length];
            reader.read_exact(&mut body)?;
            response.body = String::from_utf8(body).map_err(io::Error::other)?;
            return Ok(response);
        }
    }

    pub fn gets(&mut self, path: &str) -> io::Result<Response> {
        self.writes(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").as_bytes())?;
        self.reads()
    }

    /// A page as a browser asks for it that takes gzip: the head, and the body as it came.
    pub fn gets_packed(&mut self, path: &str) -> io::Result<(String, Vec<u8>)> {
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n");
        self.writes(head.as_bytes())?;
        let reader = self.connect()?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).and_then(|n| n.parse().ok());
        let mut body = vec![0; length.ok_or(io::ErrorKind::InvalidData)?];
        reader.read_exact(&mut body)?;
        Ok((head, body))
    }

    /// Opens the form and gives the address that it is sent to.
    pub fn opens_form(&mut self) -> io::Result<String> {
        // As a browser gets it, compressed. The token goes as it is, in a stored block of its own (RFC 1951, section 3.2.4).
        let (_, body) = self.gets_packed("/")?;
        let at = body.windows(5).position(|five| five == TOKEN_BLOCK);
        let token = at.and_then(|at| body.get(at + 5..at + 5 + TOKEN));
        let token = token.and_then(|token| std::str::from_utf8(token).ok()).ok_or(io::ErrorKind::InvalidData)?;
        Ok(format!("/en/send/{token}"))
    }

    pub fn posts(&mut self, path: &str, form: &Form) -> io::Result<Response> {
        self.writes(form.head(path).as_bytes())?;
        self.writes(&form.body())?;
        self.reads()
    }

    /// Opens the form, fills it in and sends it.
    pub fn sends(&mut self, form: &Form) -> io::Result<Response> {
        let path = self.opens_form()?;
        self.posts(&path, form)
    }

    /// Sends a WAV of `total` bytes, an even number, without ever holding them.
    pub fn sends_large(&mut self, path: &str, total: u64) -> io::Result<Response> {
        let form = Form::text("large");
        let (start, end) = form.around_file("large.bin");
        let length = start.len() as u64 + total + end.len() as u64;
        self.writes(Form::head_of(path, length).as_bytes())?;
        self.writes(&start)?;
        let head = sound::head(u32::try_from(total).unwrap() - 44);
        self.writes(&head)?;
        let block: Vec<u8> = (0..64 * 1024_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let mut left = total - head.len() as u64;
        while left > 0 {
            let n = left.min(block.len() as u64);
            self.writes(&block[..usize::try_from(n).unwrap()])?;
            left -= n;
        }
        self.writes(&end)?;
        self.reads()
    }
}
