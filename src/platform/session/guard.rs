//! The guard before every address that is not for everybody. What it lets through is asked again by the action.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Lack, Need, SignedIn, cookie, store};
use crate::{
    address,
    error::Error,
    platform::http::{Instance, OwnPath, language_of},
};

/// An address with what it needs.
#[derive(Clone)]
pub struct Guarded {
    /// The instance whose sessions are looked at.
    pub instance: Arc<Instance>,
    /// What the address needs.
    pub need: Need,
}

/// Lets through who may. Who is not signed in, or must prove more, is led to where that is done, and back; to whom it is not open it
/// is not there.
pub async fn guard(State(guarded): State<Guarded>, mut request: Request, next: Next) -> Response {
    let Guarded { instance, need } = guarded;
    let who = match signed_in(&instance, request.headers()).await {
        Ok(who) => who,
        Err(error) => return error.into_response(),
    };
    let form = !matches!(*request.method(), Method::GET | Method::HEAD);
    match (need.lacks(who.as_ref(), instance.now(), form), who) {
        (None, Some(who)) => {
            request.extensions_mut().insert(who);
            next.run(request).await
        }
        (None | Some(Lack::Role), _) => Error::NotFound.into_response(),
        // What was typed stays in the browser: who signs in elsewhere can go back and send it again.
        (Some(_), _) if form => Error::SignedOut.into_response(),
        (Some(lack), who) => lead_to(lack, who.as_ref(), &request),
    }
}

fn lead_to(lack: Lack, who: Option<&SignedIn>, request: &Request) -> Response {
    let path = request.uri().path();
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE);
    let language = match who {
        Some(who) if path.starts_with(address::desk()) => who.language,
        _ => language_of(path, accepted),
    };
    let next = path.parse::<OwnPath>().map(|path| path.to_string()).unwrap_or_default();
    let to = match lack {
        Lack::Second => address::second_proof_for(language, &next),
        Lack::SignIn | Lack::Role | Lack::Proof => address::sign_in_for(language, &next),
    };
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// Who is signed in, by the cookie of a request.
///
/// # Errors
/// When the database fails.
pub async fn signed_in(instance: &Instance, headers: &header::HeaderMap) -> Result<Option<SignedIn>, Error> {
    match cookie::token(headers, instance.settings.public_url.is_secure()) {
        Some(token) => store::by_token(&instance.db, &cookie::hash(token), instance.now(), instance.today()).await,
        None => Ok(None),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Error;

    /// Who the guard let through.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Failed("an address without its guard".to_owned()))
    }
}
