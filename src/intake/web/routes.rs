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
    well_known,
};

pub(super) fn routes(service: &mut web::ServiceConfig) {
    service
        .route("/", web::get().to(form))
        .route("/", web::head().to(form))
        .route("/send/{token}", web::post().to(send))
        // A page that is asked for again after a refusal, by its address.
        .route("/send/{token}", web::get().to(form))
        .route("/thanks", web::get().to(thanks))
        .route("/.well-known/amanat/", web::get().to(well_known::index))
        .route("/.well-known/amanat/{file}", web::get().to(well_known::file))
        .default_service(web::to(no_page));
}

async fn form(shared: web::Data<Shared>) -> HttpResponse {
    let now = shared.clock.now();
    if shared.keyring.current(now).is_none() {
        return refused(&shared, Refusal::NoKeys);
    }
    match shared.tokens.issue(now, &*shared.randomness) {
        Ok(token) => Pages::form(&shared, &token),
        Err(_) => refused(&shared, Refusal::Away),
    }
}

async fn thanks(shared: web::Data<Shared>) -> HttpResponse {
    Pages::thanks(&shared)
}

async fn no_page(request: HttpRequest, payload: web::Payload, shared: web::Data<Shared>) -> HttpResponse {
    stranger(payload, &shared.limits).await;
    let mut response = refused(&shared, Refusal::NoPage);
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    }
    response
}

pub(super) fn refused(shared: &Shared, refusal: Refusal) -> HttpResponse {
    shared.tally.refused(&refusal);
    Pages::refusal(shared, &refusal)
}
