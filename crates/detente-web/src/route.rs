//! What a route is.

use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;

/// What kind of answer a route gives; limits and caching follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A page that is the same for everyone.
    Page,
    /// A page of one reader: a poll, a login, the desk.
    Own,
    /// A page that takes work: a question, a search.
    Work,
    /// A form that is sent.
    Form,
    /// A file that never changes.
    Asset,
    /// Data for programs.
    Api,
}

/// One route of the site.
#[derive(Clone, Copy)]
pub struct Route {
    /// GET or POST.
    pub method: &'static str,
    /// The address, with names in braces.
    pub path: &'static str,
    /// What answers.
    pub run: fn(&Call<'_>) -> Result<Reply, Fault>,
    /// The kind of answer.
    pub class: Class,
    /// What it is for, in one sentence.
    pub about: &'static str,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}
