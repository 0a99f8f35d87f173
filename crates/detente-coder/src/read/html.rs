//! stub
pub(super) fn extract(received: &str) -> Result<super::unit::Source, super::ReadError> {
    Ok(super::unit::plain(received))
}
