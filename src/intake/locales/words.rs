//! Every message of `page.ftl`: the words around the questions.

/// Declares the messages, their ids and the placeholders that each must have.
macro_rules! words {
    ($($name:ident = $id:literal $(($($placeholder:literal),+))?;)+) => {
        /// A message of `page.ftl`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the English file shows each")]
        pub enum Words { $($name,)+ }

        impl Words {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its id in the file.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What is put into it.
            #[must_use]
            pub fn placeholders(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($($placeholder),+)?],)+ }
            }
        }
    };
}

words! {
    LanguageName = "language-name";
    Languages = "languages";
    DraftNotice = "draft-notice";
    BeforeHeading = "before-heading";
    SafetyHeading = "safety-heading";
    PromiseHeading = "promise-heading";
    LeavingHeading = "leaving-heading";
    Needed = "needed";
    ToSend = "to-send";
    NoAnswer = "no-answer";
    FilesLimits = "files-limits" ("files", "file_mb", "form_mb");
    FilesSlow = "files-slow";
    SendHeading = "send-heading";
    SendNote = "send-note";
    Send = "send";
    Keys = "keys" ("epoch");
    KeysNote = "keys-note";
    ThanksTitle = "thanks-title";
    NewForm = "new-form";
    AgainTitle = "again-title";
    AgainKeptNothing = "again-kept-nothing";
    AgainFiles = "again-files";
    AgainBlank = "again-blank";
    AgainTooLong = "again-too-long" ("chars", "max");
    AgainFilesMany = "again-files-many" ("files");
    AgainFileLarge = "again-file-large" ("place", "mb");
    AgainFileKind = "again-file-kind" ("place");
    AgainFileUnclean = "again-file-unclean" ("place");
    AgainFormLarge = "again-form-large" ("mb");
    AgainExpired = "again-expired" ("hours");
    AgainUsed = "again-used";
    Kinds = "kinds";
    Papers = "papers";
    NothingKept = "nothing-kept";
    Reload = "reload";
    Back = "back";
    Copy = "copy";
    NoPageTitle = "no-page-title";
    NoPage = "no-page";
    ForeignTitle = "foreign-title";
    Foreign = "foreign";
    MalformedTitle = "malformed-title";
    Malformed = "malformed";
    MalformedThen = "malformed-then";
    TooLongTitle = "too-long-title";
    TooLong = "too-long" ("max");
    TooLongThen = "too-long-then";
    SlowTitle = "slow-title";
    Slow = "slow";
    SlowThen = "slow-then";
    BusyTitle = "busy-title";
    Busy = "busy";
    AwayTitle = "away-title";
    Away = "away";
    Unknown = "unknown";
    UnknownThen = "unknown-then";
    NoKeysTitle = "no-keys-title";
    NoKeys = "no-keys";
    NoKeysLost = "no-keys-lost";
    NoKeysThen = "no-keys-then";
    BrokenTitle = "broken-title";
    Broken = "broken";
}
