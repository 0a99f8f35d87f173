//! A document as read: what the page says of itself, and where its body stands.

use serde::{Deserialize, Serialize};

use crate::{Edtf, Language, Quote, Span};

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// The day of publication, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The date.
    pub date: Edtf,
    /// Where it stands.
    pub quote: Quote,
}

/// What a page says of itself. All quotes are code points of the text as received, or of `text`
/// when that is given (HTML).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The language of the body.
    pub language: Language,
    /// Its direction.
    pub direction: Direction,
    /// The title, category prefix included.
    pub title: Option<Quote>,
    /// The question that the title asks.
    pub question: Option<Quote>,
    /// The category that stands before the title.
    pub category: Option<Quote>,
    /// The day of publication.
    pub published: Option<Published>,
    /// The line that says who wrote it.
    pub byline: Option<Quote>,
    /// The short address of the page.
    pub short_link: Option<Quote>,
    /// The number of the post in that address.
    pub post_id: Option<u64>,
    /// Headings within the body.
    pub headings: Vec<Quote>,
    /// Where the body stands.
    pub body: Option<Span>,
    /// SHA-256 of the bytes as received.
    pub digest: String,
    /// The extracted text, when it is not the text as received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A part of the page that is not the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// What kind of part.
    pub kind: FurnitureKind,
    /// Where it stands.
    pub quote: Quote,
}

/// The kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FurnitureKind {
    /// An invitation to a newsletter.
    NewsletterSubscription,
    /// Follow on X (Twitter).
    FollowTwitter,
    /// Follow on Facebook.
    FollowFacebook,
    /// Latest appearances on television.
    LatestTvAppearances,
    /// The heading of a poll.
    OpinionPoll,
    /// The question of a poll.
    PollQuestion,
    /// “Loading…”.
    LoadingPlaceholder,
    /// The label before a short link.
    ShortLinkLabel,
    /// Buttons to share.
    ShareBar,
    /// A notice on cookies.
    CookieNotice,
    /// Comments, or the call for them.
    Comments,
    /// Headlines of other articles.
    RelatedHeadlines,
    /// Anything else.
    Other,
}
