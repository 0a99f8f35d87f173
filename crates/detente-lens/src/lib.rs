//! Relations as of a day, and the lenses that examine a question
