//! The walls between the three zones (design: ARCHITECTURE.md), and the habits that keep them readable.
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]

use std::process::Command;

#[path = "zones/source.rs"]
mod source;

use self::source::Source;

/// Crates of networks, databases and async runtimes, each with all whose names begin so.
const ONLINE: &str = "\
    actix async-executor async-global async-io async-net async-process async-std attohttpc aws-lc axum curl \
    diesel h2 h3 hickory http hyper isahc mio monoio native-tls openssl postgres quinn redis reqwest ring \
    rusqlite rustls schannel smol socket2 sqlite sqlx surf tokio trust-dns tungstenite ureq";

/// Names of all crates that `features` bring into a binary.
fn crates(features: &str) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--locked", "--no-default-features", "--features", features]);
    cargo.args(["--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    let tree = cargo.output().unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn online(crates: &[String]) -> Vec<&String> {
    crates.iter().filter(|name| ONLINE.split(' ').any(|online| name.starts_with(online))).collect()
}

/// Every file of `src` that breaks `rule`, each with what broke it.
fn broken(rule: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let all = Source::all();
    all.iter().flat_map(|file| rule(file).into_iter().map(move |what| format!("{}: {what}", file.path))).collect()
}

fn names_of<'a>(file: &Source, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    names.into_iter().filter(|name| file.names(name)).map(str::to_owned).collect()
}

#[track_caller]
fn holds(rule: impl Fn(&Source) -> Vec<String>) {
    let broken = broken(rule);
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_desk_links_no_network_no_database_and_no_async_runtime() {
    let desk = crates("desk");
    assert!(desk.contains(&"age".to_owned()), "{desk:?}");
    assert!(online(&desk).is_empty(), "{:?}", online(&desk));
    // The same question finds them where they belong.
    assert!(online(&crates("intake")).len() > 5);
}

#[test]
fn what_is_always_built_links_none_of_them_either() {
    assert!(online(&crates("")).is_empty());
}

#[test]
fn intake_and_desk_never_meet_and_testimony_knows_neither() {
    holds(|file| {
        let mut others = Vec::new();
        if file.is_below(&["src/intake", "src/testimony", "src/bin/amanat.rs"]) {
            others.push("desk");
        }
        if file.is_below(&["src/desk", "src/testimony", "src/bin/amanat-desk.rs"]) {
            others.push("intake");
        }
        names_of(file, others)
    });
}

#[test]
fn testimony_has_no_async_no_network_no_files_no_environment_no_clock_and_no_log() {
    let forbidden = "async await tokio futures_util net fs env process thread SystemTime Instant now_utc tracing stdout stderr \
        sqlx actix_web";
    holds(|file| if file.is_below(&["src/testimony"]) { names_of(file, forbidden.split(' ')) } else { Vec::new() });
}

#[test]
fn the_desk_asks_no_network() {
    let forbidden = ["net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener", "async", "await"];
    holds(|file| if file.is_below(&["src/desk"]) { names_of(file, forbidden) } else { Vec::new() });
}

#[test]
fn sql_stands_in_the_store_alone() {
    let statements = "SELECT INSERT UPDATE DELETE CREATE ALTER DROP GRANT REVOKE COPY TRUNCATE ANALYZE SET BEGIN WITH";
    let is_sql = |text: &&String| {
        let first = text.split_whitespace().next();
        first.is_some_and(|first| statements.split(' ').any(|statement| first == statement))
    };
    holds(|file| {
        if file.is_below(&["src/intake/store"]) {
            return Vec::new();
        }
        // A pool is passed on to the store; whoever holds one has nothing to say to it.
        let named = file.paths_from("sqlx").into_iter().filter(|path| path != "sqlx::PgPool");
        let stated = file.literals.iter().filter(is_sql);
        named.chain(stated.cloned()).collect()
    });
}

#[test]
fn handlers_stand_in_the_web_alone_and_every_route_in_one_file() {
    holds(|file| {
        let mut found = Vec::new();
        if !file.is_below(&["src/intake/web"]) {
            found = names_of(file, ["HttpResponse", "HttpRequest", "HttpServer", "Responder", "actix_multipart"]);
            // The server's shared state is joined where the server is started.
            found.extend(file.paths_from("actix_web").into_iter().filter(|path| path != "actix_web::web"));
        }
        if file.path != "src/intake/web/routes.rs" {
            found.extend(names_of(file, ["route", "default_service", "resource"]));
        }
        found
    });
}

#[test]
fn within_intake_commands_know_the_web_and_the_web_knows_the_store_and_never_back() {
    holds(|file| match () {
        () if file.is_below(&["src/intake/store"]) => names_of(file, ["commands", "web", "actix_web", "http"]),
        () if file.is_below(&["src/intake/web"]) => names_of(file, ["commands", "cluster", "anyhow"]),
        () if file.is_below(&["src/intake/commands"]) => Vec::new(),
        () => names_of(file, ["anyhow"]).into_iter().filter(|_| file.is_below(&["src/intake"])).collect(),
    });
}

#[test]
fn of_what_visitors_do_only_the_daily_counters_are_logged() {
    holds(|file| {
        let silent = file.is_below(&["src/intake/web", "src/intake/spool", "src/desk", "src/bin"]);
        if silent && file.path != "src/intake/web/tally.rs" { names_of(file, ["tracing"]) } else { Vec::new() }
    });
}

#[test]
fn nothing_is_decrypted_outside_the_desk_but_the_spools_own_stream() {
    holds(|file| {
        let own = file.is_below(&["src/desk", "src/intake/spool.rs", "src/testimony/seal/tests.rs"]);
        if own {
            Vec::new()
        } else {
            names_of(file, ["Decryptor", "decrypt", "unwrap_stanza", "unwrap_stanzas", "single_shot_open"])
        }
    });
}

#[test]
fn printing_has_one_place_and_unsafe_code_none() {
    holds(|file| {
        let printing = ["println", "eprintln", "print", "eprint", "dbg"];
        let mut found = names_of(file, ["unsafe"]);
        if file.path != "src/intake/commands/say.rs" {
            found.extend(names_of(file, printing));
        }
        found
    });
}

#[test]
fn no_file_is_longer_than_400_lines() {
    holds(|file| if file.lines > 400 { vec![format!("{} lines", file.lines)] } else { Vec::new() });
}
