//! Every address that the server answers.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode},
    web,
};

use super::{
    Shared,
    page::Pages,
    refusal::Refusal,
    send::{send, stranger},
    visit::Visit,
    well_known,
};

pub(super) fn routes(service: &mut web::ServiceConfig) {
    service
        .route("/", web::get().to(form))
        .route("/", web::head().to(form))
        .route("/.well-known/amanat/", web::get().to(well_known::index))
        .route("/.well-known/amanat/{file}", web::get().to(well_known::file))
        // Each language has addresses of its own; the door lets no other word through.
        .route("/{language}", web::get().to(form))
        .route("/{language}", web::head().to(form))
        .route("/{language}/send/{token}", web::post().to(send))
        // A page that is asked for again after a refusal, by its address.
        .route("/{language}/send/{token}", web::get().to(form))
        .route("/{language}/thanks", web::get().to(thanks))
        .route("/{language}/thanks", web::head().to(thanks))
        .default_service(web::to(no_page));
}

async fn form(request: HttpRequest, shared: web::Data<Shared>) -> HttpResponse {
    let visit = Visit::of(&request, &shared);
    if shared.languages.by_tag(request.match_info().get("language").unwrap_or(visit.locale.tag.as_str())).is_none() {
        return refused(&shared, &visit, Refusal::NoPage);
    }
    let now = shared.clock.now();
    if shared.keyring.current(now).is_none() {
        return refused(&shared, &visit, Refusal::NoKeys);
    }
    match shared.tokens.issue(now, &*shared.randomness) {
        Ok(token) => Pages::form(&shared, &visit, &token),
        Err(_) => refused(&shared, &visit, Refusal::Away),
    }
}

async fn thanks(request: HttpRequest, shared: web::Data<Shared>) -> HttpResponse {
    Pages::thanks(&shared, &Visit::of(&request, &shared))
}

async fn no_page(request: HttpRequest, payload: web::Payload, shared: web::Data<Shared>) -> HttpResponse {
    stranger(payload, &shared.limits).await;
    let mut response = refused(&shared, &Visit::of(&request, &shared), Refusal::NoPage);
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    }
    response
}

pub(super) fn refused(shared: &Shared, visit: &Visit<'_>, refusal: Refusal) -> HttpResponse {
    shared.tally.refused(&refusal);
    Pages::refusal(shared, visit, &refusal)
}
