//! Reads Arabic and English text and codes it: actors, events, treaties, transfers, statements, conditionals
