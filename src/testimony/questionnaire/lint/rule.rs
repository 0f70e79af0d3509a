//! What each rule is called, and why it is there.

/// A rule of the linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is in `why`")]
pub enum Rule {
    OneRequired,
    FieldType,
    FreeText,
    TextLength,
    OneFiles,
    FieldCount,
    PublishedQuasiIdentifiers,
    Preselected,
    ForbiddenField,
    FieldId,
    Twice,
    SectionMissing,
    Granularity,
    MonthPublished,
    CriticalPublished,
    SpecialPublished,
    NeedsCodes,
    ListMissing,
    GroupMissing,
    PreferNot,
    OtherBox,
    ChoiceId,
    Autonyms,
    Territory,
    YearsFrom,
    SilenceMissing,
    SilenceWide,
    Exclusive,
    ConsentMissing,
    ConsentOptional,
    NamedConsent,
    TextsMissing,
    AsksForIdentity,
    Markup,
    Renamed,
}

impl Rule {
    /// Its name, stable, for scripts.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.both().0
    }

    /// What must be, and why.
    #[must_use]
    pub fn why(self) -> &'static str {
        self.both().1
    }

    #[expect(clippy::too_many_lines, reason = "a table: a row for each rule")]
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::OneRequired => (
                "one-required",
                "exactly one question may be required, the one `text_long`, `testimony`; every other can be skipped, because each answer more can identify",
            ),
            Self::FieldType => (
                "field-type",
                "a type is one of text_long, text_short, select_one, select_many, files; dates, times, numbers, phones, e-mail, links and places are never asked",
            ),
            Self::FreeText => (
                "free-text",
                "only `testimony` and `contact_note` take free text; anywhere else it invites names and places",
            ),
            Self::TextLength => (
                "text-length",
                "`max_len` says how many characters a text may have, from 1 to 40000; only texts have one",
            ),
            Self::OneFiles => (
                "one-files",
                "there can be one question of type `files`, `attachments`, and it must be the last that is asked",
            ),
            Self::FieldCount => ("field-count", "at most 26 questions are asked; people are tired and at risk"),
            Self::PublishedQuasiIdentifiers => (
                "published-quasi-identifiers",
                "at most 4 questions may be both quasi-identifiers and published; more of them single a person out; a country, a time, what happened, community, gender and age are such, whatever the file says",
            ),
            Self::Preselected => {
                ("preselected", "nothing is chosen beforehand, in any question; silence is never consent")
            }
            Self::ForbiddenField => (
                "forbidden-field",
                "a question whose id has this word asks for what identifies a person, and is never asked",
            ),
            Self::FieldId => ("field-id", "an id is made of a-z, 0-9 and _, and begins with a letter"),
            Self::Twice => ("twice", "an id stands twice; each question and section has one of its own"),
            Self::SectionMissing => ("section-missing", "its section is not in the file, or a section has no question"),
            Self::Granularity => (
                "granularity",
                "`granularity` is country, region, year or month; nothing finer is collected, no days or hours, and questions of a country, year or month must say theirs",
            ),
            Self::MonthPublished => ("month-published", "a month is never published"),
            Self::CriticalPublished => (
                "critical-published",
                "what is critical can identify a person alone: `publish` is never, coded or count_region",
            ),
            Self::SpecialPublished => (
                "special-published",
                "ethnicity, belief, politics and health are never published by country: `publish` is never, coded or count_region",
            ),
            Self::NeedsCodes => (
                "needs-codes",
                "it cannot be asked before there are codes to come back with: nobody could be answered, and nobody could say yes later",
            ),
            Self::ListMissing => ("list-missing", "its list of choices is not in the file, or is empty"),
            Self::GroupMissing => ("group-missing", "its group is not among the list's groups"),
            Self::PreferNot => (
                "prefer-not",
                "every list has `prefer_not`, unless each question that takes it says how a blank is read",
            ),
            Self::OtherBox => ("other-box", "a choice opens no text box; a box invites names and places"),
            Self::ChoiceId => (
                "choice-id",
                "a choice's id is made of a-z, 0-9, - and _, has at most 64 characters, and stands once in its list, also among its countries and years",
            ),
            Self::Autonyms => (
                "autonyms",
                "only languages stand on every page in their own words; a list with other choices is translated",
            ),
            Self::Territory => ("territory", "a member of a region is an ISO 3166-1 code, and stands once"),
            Self::YearsFrom => ("years-from", "`years_from` is a year from 1900 to 2100"),
            Self::SilenceMissing => ("silence-missing", "`silence` must be one of its list's choices"),
            Self::SilenceWide => (
                "silence-wide",
                "a blank must be read in the strictest way: the first of an ordered list, nobody to pass it on to, to wait six_months or longer, unsure, and elsewhere prefer_not",
            ),
            Self::Exclusive => (
                "exclusive",
                "where several can be ticked, prefer_not and the choice that a blank is read as are `exclusive`: a contradiction is never consent",
            ),
            Self::ConsentMissing => (
                "consent-missing",
                "use_level, share_with and hold_until are asked, and `silence` says how a blank is read; consent is for each purpose",
            ),
            Self::ConsentOptional => (
                "consent-order",
                "use_level is `ordered`, and its choices are of read_only, count, summary, quote and full, in this order, the first of them read_only",
            ),
            Self::NamedConsent => (
                "named-consent",
                "no level prints a person's name: that takes a live conversation, and a form cannot have it",
            ),
            Self::TextsMissing => (
                "texts",
                "the page needs each of its texts, not empty, and knows no others; see config/questionnaire.toml",
            ),
            Self::AsksForIdentity => (
                "asks-for-identity",
                "these words ask for what identifies a person or others: names, numbers, addresses, exact dates, work, school, papers",
            ),
            Self::Markup => (
                "markup",
                "words are plain, and at most 1000 characters: no markup, links, e-mail addresses, phone numbers, line breaks, or characters that nobody sees and that turn what is around them",
            ),
            Self::Renamed => (
                "renamed",
                "an id of the earlier file is gone; ids are never renamed or removed: disable the question, or retire the choice",
            ),
        }
    }
}
