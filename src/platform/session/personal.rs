//! What features hold about a person, and how it is given out and forgotten. `app.rs` registers each.

use std::pin::Pin;

use crate::{
    error::Error,
    platform::{db::Writing, http::Instance},
};

/// Whose data: a member, and the address by which features without accounts know the same person.
#[derive(Clone)]
pub struct Whose {
    /// The member's id.
    pub member: String,
    /// The address under the instance's secret.
    pub fingerprint: Option<String>,
}

/// What a feature holds about a person.
pub trait PersonalData: 'static {
    /// By what name it stands in what is given out.
    const NAME: &'static str;

    /// Everything that is held, as JSON.
    fn export(instance: &Instance, whose: &Whose) -> impl Future<Output = Result<serde_json::Value, Error>> + Send;

    /// Forgets all of it. What it counted in stays as a number.
    fn erase(
        instance: &Instance,
        writing: &mut Writing,
        whose: &Whose,
    ) -> impl Future<Output = Result<(), Error>> + Send;
}

type Exporting<'a> = Pin<Box<dyn Future<Output = Result<serde_json::Value, Error>> + Send + 'a>>;
type Erasing<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// Personal data as `app.rs` registers it.
#[derive(Clone, Copy)]
pub struct Registered {
    /// Its name in what is given out.
    pub name: &'static str,
    /// Everything that is held.
    pub export: for<'a> fn(&'a Instance, &'a Whose) -> Exporting<'a>,
    /// Forgets it.
    pub erase: for<'a> fn(&'a Instance, &'a mut Writing, &'a Whose) -> Erasing<'a>,
}

impl Registered {
    /// That of the feature `D`.
    pub const fn of<D: PersonalData>() -> Self {
        Self {
            name: D::NAME,
            export: |instance, whose| Box::pin(D::export(instance, whose)),
            erase: |instance, writing, whose| Box::pin(D::erase(instance, writing, whose)),
        }
    }
}
