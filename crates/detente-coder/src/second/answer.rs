//! From the bytes of a server to the lists of items that a model wrote.

use serde_json::{Map, Value};

use super::SecondError;
use super::words::shown;

/// The lists that a model is asked for.
pub(super) const LISTS: [&str; 7] = ["events", "treaties", "transfers", "statements", "conditionals", "hedges", "ties"];

/// The words of the model in the answer of a chat completion.
///
/// # Errors
/// [`SecondError::NotChat`] when the bytes are no such answer, or hold an error of the server.
pub fn content(body: &[u8]) -> Result<String, SecondError> {
    let wrong = |what: &str| SecondError::NotChat(what.to_owned());
    let body: Value = serde_json::from_slice(body).map_err(|e| wrong(&e.to_string()))?;
    if let Some(error) = body.get("error").filter(|e| !e.is_null()) {
        let message = error.get("message").and_then(Value::as_str).map_or_else(|| error.to_string(), str::to_owned);
        return Err(wrong(&format!("the server says: {}", shown(&message))));
    }
    let content = body.pointer("/choices/0/message/content").and_then(Value::as_str);
    content.map(str::to_owned).ok_or_else(|| wrong("`choices[0].message.content` is no text"))
}

/// The lists of items, in the order asked for. A fence around the object, and words before it, are passed over.
pub(super) fn lists(answer: &str) -> Result<Vec<(&'static str, Vec<Value>)>, SecondError> {
    let wrong = |what: &str| SecondError::NotJson(what.to_owned());
    let object = match (answer.find('{'), answer.rfind('}')) {
        (Some(from), Some(to)) if from < to => answer.get(from..=to).unwrap_or_default(),
        _ => return Err(wrong("there is no object in it")),
    };
    let mut object: Map<String, Value> = serde_json::from_str(object).map_err(|e| wrong(&e.to_string()))?;
    let mut out = Vec::new();
    for name in LISTS {
        match object.remove(name) {
            Some(Value::Array(items)) => out.push((name, items)),
            None | Some(Value::Null) => {}
            Some(_) => return Err(wrong(&format!("`{name}` is no list"))),
        }
    }
    if out.is_empty() { Err(wrong("it has none of the lists")) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_model() {
        let body = br#"{"choices": [{"message": {"role": "assistant", "content": "{}"}}]}"#;
        assert_eq!(content(body).as_deref(), Ok("{}"));
        for bad in [&b"<html>"[..], b"{}", b"[1]", br#"{"choices": []}"#, br#"{"choices": [{"message": {"content": 3}}]}"#] {
            assert!(matches!(content(bad), Err(SecondError::NotChat(_))), "{bad:?}");
        }
        let said = content(b"{\"error\": {\"message\": \"no \\u202e model\"}}").unwrap_err().to_string();
        assert!(said.contains("the server says: no  model"), "{said}");
    }

    #[test]
    fn lists_in_a_fence_or_behind_words() {
        let fenced = lists("Here it is:\n```json\n{\"ties\": [1], \"events\": [], \"extra\": 1}\n```").unwrap();
        assert_eq!(fenced.iter().map(|(n, i)| (*n, i.len())).collect::<Vec<_>>(), [("events", 0), ("ties", 1)]);
        for bad in ["", "no", "{", "}{", "{\"events\": {}}", "{\"answer\": []}", "{\"events\": [}", &"{\"a\":".repeat(9000)] {
            assert!(matches!(lists(bad), Err(SecondError::NotJson(_))), "{bad}");
        }
    }
}
