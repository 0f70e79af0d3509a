//! What a witness sends is nowhere but inside an opened testimony: not in a log, the database, a folder for temporary
//! files, or the memory of the server once the requests are over.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::Duration,
};

use crate::house::{House, form::Form};

/// One word for each place that it is planted in.
struct Canaries {
    mark: String,
}

impl Canaries {
    fn at(&self, place: &str) -> String {
        format!("{}{place}Zq8vR3", self.mark)
    }

    fn form(&self) -> Form {
        Form::text(&format!("{} ئۇيغۇر {}", self.at("text"), "کۆپ سۆز ".repeat(300)))
            .field("use_level", "count")
            .sound(&format!("{}.jpg", self.at("smallname")), self.at("smallfile").repeat(500).as_bytes())
            .sound(&format!("{}.mp4", self.at("largename")), self.at("largefile").repeat(100_000).as_bytes())
    }

    /// The form with the canaries in its headers and query, as bytes.
    fn request(&self, path: &str, form: &Form) -> Vec<u8> {
        let head = form.head(&format!("{path}?{}=1", self.at("query")));
        let fields = ["User-Agent", "Referer", "Cookie", "Accept-Language", "X-Forwarded-For", "Origin"];
        let more = fields.map(|name| format!("{name}: {}\r\n", self.at("header"))).concat();
        [head.replacen("\r\n\r\n", &format!("\r\n{more}\r\n"), 1).into_bytes(), form.body()].concat()
    }
}

#[test]
fn what_a_witness_sends_is_found_only_in_an_opened_testimony() {
    let mut house = House::built("[limits]\nfile_mb = 5\nform_mb = 8\nidle_seconds = 2\ndatabase_seconds = 1");
    house.migrates();
    house.has_recipients();
    house.serves_with(&["--log-level", "trace"]);
    let mark = format!("Kq{}x", std::process::id());
    let canaries = Canaries { mark: mark.clone() };
    let marker = house.path("marker");
    fs::write(&marker, "").unwrap();

    // Kept.
    let send = |form: &Form| {
        let mut visitor = house.visitor();
        let path = visitor.opens_form().unwrap();
        visitor.writes(&canaries.request(&path, form)).unwrap();
        visitor.reads().unwrap()
    };
    for _ in 0..3 {
        assert!(send(&canaries.form()).is_thanks());
    }
    // Over each limit.
    let large = canaries.at("toolarge").repeat(300_000);
    assert_eq!(send(&canaries.form().file("x", large.as_bytes())).status, 413);
    assert_eq!(send(&Form::text(&canaries.at("longtext").repeat(9000))).status, 413);
    // Malformed.
    let foreign = canaries.form().field(&canaries.at("field"), &canaries.at("value"));
    assert_eq!(send(&foreign).status, 400);
    let disposition = format!("Content-Disposition: {}; name=\"testimony\"", canaries.at("disposition"));
    assert_eq!(send(&canaries.form().raw(&disposition, canaries.at("value").as_bytes())).status, 400);
    assert_eq!(send(&Form::text("x").field("use_level", &canaries.at("choice"))).status, 400);
    // Addresses that are not ours.
    let mut visitor = house.visitor();
    for path in [format!("/{}", canaries.at("path")), format!("/send/{}", canaries.at("token"))] {
        visitor.writes(&canaries.request(&path, &canaries.form())).unwrap();
        assert!((400..500).contains(&visitor.reads().unwrap().status));
    }
    assert_eq!(visitor.gets(&format!("/?{}", canaries.at("query"))).unwrap().status, 200);
    // Not HTTP at all.
    visitor.writes(format!("{}\r\n\r\n", canaries.at("nohttp")).as_bytes()).unwrap();
    let _ = visitor.reads();
    visitor.hangs_up();
    // Cut off, and fallen silent.
    let form = canaries.form();
    for silent in [false, true] {
        let path = visitor.opens_form().unwrap();
        let request = canaries.request(&path, &form);
        visitor.writes(&request[..request.len() / 2]).unwrap();
        if silent {
            assert_eq!(visitor.reads().unwrap().status, 408);
        }
        visitor.hangs_up();
    }
    // Without a database.
    let (data, away) = (house.path("data/postgres"), house.path("data/away"));
    fs::rename(&data, &away).unwrap();
    let postmaster = fs::read_to_string(away.join("postmaster.pid")).unwrap();
    Command::new("kill").arg("-KILL").arg(postmaster.lines().next().unwrap()).status().unwrap();
    assert_eq!(send(&canaries.form()).status, 503);
    assert_eq!(send(&Form::text(&canaries.at("away"))).status, 503);
    fs::rename(&away, &data).unwrap();
    house.until("service again", || house.visitor().sends(&Form::text("again")).is_ok_and(|answer| answer.is_thanks()));

    // Threads that wait for work are gone after ten seconds, and their stacks with them.
    sleep(Duration::from_secs(12));
    let core = house.path("core");
    let gcore = Command::new("gcore").arg("-o").arg(&core).arg(house.pid().to_string()).output().unwrap();
    let core = PathBuf::from(format!("{}.{}", core.display(), house.pid()));
    assert!(core.exists(), "{}", String::from_utf8_lossy(&gcore.stderr));

    // The core holds what the server remembers: a sentence of the questionnaire.
    assert!(holders(house.folder(), "You decide what to tell us").contains(&core));
    // The means of search finds what is there.
    fs::write(house.path("proof"), format!("xx{}xx", canaries.at("text"))).unwrap();
    assert_eq!(holders(house.folder(), &mark), [house.path("proof")], "{}", words(&core, &mark));
    fs::remove_file(house.path("proof")).unwrap();
    // Long words of the testimony that are not canaries.
    assert_eq!(holders(house.folder(), "کۆپ سۆز کۆپ سۆز"), Vec::<PathBuf>::new());
    for folder in ["/tmp", "/var/tmp", "/dev/shm"] {
        let found = newer(Path::new(folder), &marker, &mark);
        assert_eq!(found, "", "{folder}");
    }
    assert!(!house.log().contains(&mark));

    let opened = house.opens_all();
    let ours: Vec<_> = opened.iter().filter(|one| one.text().contains(&canaries.at("text"))).collect();
    assert_eq!(ours.len(), 3);
    assert!(ours[0].files["attachments/02.wav"][44..].starts_with(canaries.at("largefile").as_bytes()));
}

/// Files below `folder` that hold `word`, by an ordinary search of all bytes.
fn holders(folder: &Path, word: &str) -> Vec<PathBuf> {
    let found = Command::new("grep").args(["-rlaF", "-e", word]).arg(folder).output().unwrap();
    String::from_utf8(found.stdout).unwrap().lines().map(PathBuf::from).collect()
}

/// Which canaries a file holds, and how often, for whoever has to find out why.
fn words(file: &Path, word: &str) -> String {
    let count = "grep -aoE \"$1[a-z]{0,12}\" \"$2\" | sort | uniq -c";
    let found = Command::new("sh").args(["-c", count, "sh", word]).arg(file).output().unwrap();
    String::from_utf8_lossy(&found.stdout).into_owned()
}

/// The same for files of any age after `marker`.
fn newer(folder: &Path, marker: &Path, word: &str) -> String {
    let mut find = Command::new("find");
    find.arg(folder).args(["-xdev", "-type", "f", "-newer"]).arg(marker);
    find.args(["-size", "-100M", "-exec", "grep", "-laF", "-e", word, "{}", "+"]);
    String::from_utf8(find.output().unwrap().stdout).unwrap()
}
