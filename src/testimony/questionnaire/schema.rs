//! The JSON Schema (draft 2020-12) of `testimony.json` for one questionnaire.

use serde_json::{Map, Value, json};

use super::{Field, Kind, List, Questionnaire};
use crate::testimony::record::FORMAT;

/// The schema. Years are those up to 2199: the record's own day says which were possible.
#[must_use]
pub fn json_schema(form: &Questionnaire) -> Value {
    let mut answers = Map::new();
    let mut required = Vec::new();
    for field in form.fields() {
        let Some(schema) = answer(form, field) else { continue };
        answers.insert(field.id.clone(), schema);
        if !matches!(field.kind, Kind::Text { required: false, .. }) {
            required.push(field.id.clone());
        }
    }
    let hash = json!({"type": "string", "pattern": "^[0-9a-f]{64}$"});
    let whole = |properties: Value| {
        let names: Vec<_> = properties.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
        json!({"type": "object", "properties": properties, "required": names, "additionalProperties": false})
    };
    let mut schema = whole(json!({
        "format": {"const": FORMAT},
        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "questionnaire": whole(json!({
            "id": {"const": form.meta.form_id},
            "version": {"const": form.meta.schema_version},
            "sha256": {"const": form.sha256.to_string()},
        })),
        "language": {"type": "string", "description": "BCP 47 tag of the page's language"},
        "arrival_day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "UTC"},
        "evidence_nonce": hash,
        "answers": {"type": "object", "properties": answers, "required": required, "additionalProperties": false},
        "attachments": {"type": "array", "maxItems": 99, "items": whole(json!({
            "name": {"type": "string", "pattern": "^attachments/[0-9]{2}\\.[a-z0-9]+$"},
            "media_type": {"type": "string"},
            "bytes": {"type": "integer", "minimum": 0},
            "hmac_received": hash,
            "sha256_kept": hash,
            "removed": {"type": "array", "items": {"type": "string"}},
            "scrubbed": {"type": "boolean"},
        }))},
    }));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_owned(), json!(format!("{} {}", form.meta.form_id, form.meta.schema_version)));
    }
    schema
}

fn answer(form: &Questionnaire, field: &Field) -> Option<Value> {
    let one = |name: &str, inner: Value| json!({"type": "object", "title": field.label, "properties": {name: inner}, "required": [name], "additionalProperties": false});
    let given = json!({"type": "boolean", "description": "false: left blank, and read as the strictest choice"});
    Some(match &field.kind {
        Kind::Files => return None,
        Kind::Text { max_chars, .. } => one("text", json!({"type": "string", "minLength": 1, "maxLength": max_chars})),
        Kind::OneOf(choosing) => one(
            "choice",
            json!({"type": "object", "properties": {"id": ids(form.list(choosing)), "given": given},
                   "required": ["id", "given"], "additionalProperties": false}),
        ),
        Kind::ManyOf(choosing) => one(
            "choices",
            json!({"type": "object", "properties": {
                       "ids": {"type": "array", "items": ids(form.list(choosing)), "minItems": 1, "uniqueItems": true},
                       "given": given},
                   "required": ["ids", "given"], "additionalProperties": false}),
        ),
    })
}

fn ids(list: &List) -> Value {
    let mut known: Vec<String> = list.offered().map(|item| item.id.clone()).collect();
    for region in &list.regions {
        known.push(region.choice());
        known.extend(region.members.iter().cloned());
    }
    match list.years_from {
        None => json!({"enum": known}),
        Some(_) => json!({"anyOf": [{"enum": known}, {"type": "string", "pattern": "^(19|20|21)[0-9]{2}$"}]}),
    }
}
